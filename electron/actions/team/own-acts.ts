// Which acts the team is told. What a desk hears from GitHub every desk hears by itself; words that were typed and not sent, and
// what was done to this desk's own settings, stay here.
import type { StoredActivity } from '../../store/activity.ts';

const STAYS: ReadonlySet<string> = new Set([
  'ticket-closed',
  'ticket-reopened',
  'keep-words',
  'discard-words',
  'use-words',
  'start-over',
  'internal-note',
  'join-open',
]);

export function isOwnAct({ caseId, verb, fact }: StoredActivity): boolean {
  const isHeard = typeof fact === 'object' && fact !== null && 'commentId' in fact;
  return caseId !== null && !isHeard && !STAYS.has(verb);
}
