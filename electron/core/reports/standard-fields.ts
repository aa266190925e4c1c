// The standard labels and fields every case should be logged with, and what of them a case lacks.
import { priorityOf } from '../follow-up/countdown.ts';
import type { SupportCase } from './ledgers.ts';

export const STANDARD_FIELDS = ['area', 'problem', 'priority', 'team'] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];

/** A team only where the case was escalated to one. */
export function standardFieldsOf({ facts, events, acts }: Pick<SupportCase, 'facts' | 'events' | 'acts'>): {
  readonly missing: readonly StandardField[];
} {
  const isEscalated = acts.some(({ verb }) => verb === 'escalate');
  const has: Readonly<Record<StandardField, boolean>> = {
    area: facts.area !== null,
    problem: facts.problem !== null,
    priority: priorityOf(events) !== null,
    team: !isEscalated || facts.team !== null,
  };
  return { missing: STANDARD_FIELDS.filter((field) => !has[field]) };
}
