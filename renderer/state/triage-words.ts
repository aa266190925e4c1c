// Which cases an act applies to, in words, and what is said about a triage decision once the desk has answered.

import type { TriageAction } from '../../electron/core/domain/case.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { call } from '../bridge/bridge.ts';
import { plural } from '../components/words.ts';
import type { CaseList } from './use-list.ts';

const DONE = {
  escalate: 'escalated',
  assign: 'team set',
  reassign: 'reassigned to its call center',
  respond: 'responded',
  'out-of-scope': 'marked out of scope',
} as const;

interface Answer {
  readonly changed: number;
  /** Cases that were left because the lead canceled. */
  readonly left: number;
  /** Who handles it; null if nobody is known. */
  readonly belongs: string | null;
}

/** What an act applies to: the marked cases by their number, the chosen one by its name. */
export function whoIn({ marked, selected }: Pick<CaseList, 'marked' | 'selected'>): string {
  return marked.size > 0 ? plural(marked.size, 'case') : caseName(selected?.reference ?? '');
}

/** @param who the case or cases */
export function triageInWords(who: string, action: TriageAction, { changed, left, belongs }: Answer): string {
  const stopped = left > 0 ? ` Stopped; ${plural(left, 'case')} left as they were.` : '';
  if (changed === 0) return left > 0 ? `Nothing changed.${stopped}` : `${who}: already ${DONE[action]}.`;
  return `${who}: ${DONE[action]}.${belongs === null ? '' : ` It belongs to ${belongs}.`}${stopped}`;
}

/** Who handles an out-of-scope case; null if the desk does not know, or is unavailable. */
export function belongsTo(id: CaseId): Promise<string | null> {
  return call('cases.get', { id }).then(
    ({ suggestion }) => suggestion.belongsTo,
    () => null,
  );
}
