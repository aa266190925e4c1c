// The standard fields every case should have, and which of them a case lacks.
import { priorityOf } from '../follow-up/countdown.ts';
import type { SupportCase } from './ledgers.ts';

const STANDARD_FIELDS = ['area', 'problem', 'priority', 'team'] as const;
export type StandardField = (typeof STANDARD_FIELDS)[number];

/** A team is only required if the case was escalated. */
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
