// Which cases an act applies to, in words, and what is said about a triage decision once the desk has answered.

import type { TriageAction } from '../../electron/core/domain/case.ts';
import { caseName } from '../../electron/core/domain/case-name.ts';
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
}

/** What an act applies to: the marked cases by their number, the chosen one by its name. */
export function whoIn({ marked, selected }: Pick<CaseList, 'marked' | 'selected'>): string {
  return marked.size > 0 ? plural(marked.size, 'case') : caseName(selected?.reference ?? '');
}

/** @param who the case or cases */
export function triageInWords(who: string, action: TriageAction, { changed, left }: Answer): string {
  const stopped = left > 0 ? ` Stopped; ${plural(left, 'case')} left as they were.` : '';
  if (changed === 0) return left > 0 ? `Nothing changed.${stopped}` : `${who}: already ${DONE[action]}.`;
  return `${who}: ${DONE[action]}.${stopped}`;
}
