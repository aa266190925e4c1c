// Which acts are shared with the team. What comes from GitHub reaches every desk by itself; unsent text, internal notes
// that mention nobody, and changes to this desk's own settings stay here.
import { namesSomebody } from '../../core/domain/mentions.ts';
import type { StoredActivity } from '../../store/activity/activity.ts';
import { NOTE_VERB } from '../notes-of-case.ts';
import { LOST_VERB } from './lost-decisions.ts';

const STAYS: ReadonlySet<string> = new Set([
  'ticket-closed',
  'ticket-reopened',
  'keep-words',
  'discard-words',
  'use-words',
  'start-over',
  'join-open',
  'read-team-note',
  LOST_VERB,
]);

export function isOwnAct({ caseId, verb, fact }: StoredActivity): boolean {
  const isHeard = typeof fact === 'object' && fact !== null && 'commentId' in fact;
  if (verb === NOTE_VERB && !isForTeam(fact)) return false;
  return caseId !== null && !isHeard && !STAYS.has(verb);
}

function isForTeam(fact: unknown): boolean {
  return typeof fact === 'object' && fact !== null && 'text' in fact && namesSomebody(String(fact.text));
}
