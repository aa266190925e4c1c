// One figure of the support ledger, and what several of them are made of.
import type { Figure } from './figure.ts';
import { itemsOf } from './items.ts';
import type { SupportCase } from './ledgers.ts';
import type { Span } from './period.ts';

type Support = Omit<Figure<'support'>, 'ledger' | 'items' | 'by'> &
  Partial<Pick<Figure<'support'>, 'by'>> & {
    /** The value of one case; null if it is not counted. */
    readonly of: (one: SupportCase, span: Span) => number | null;
  };

export function figure({ of, by = [], ...plain }: Support): Figure<'support'> {
  return {
    ...plain,
    by,
    ledger: 'support',
    items: ({ cases }, span) => itemsOf(cases, (one) => of(one, span)),
  };
}

export const isCase = (one: SupportCase) => one.facts.kind === 'case';
/** 1 if the case counts, otherwise null. */
export const count = (holds: boolean) => (holds ? 1 : null);
export const CASES = { unit: 'cases', aggregate: 'count', calendar: 'none', better: null } as const;
export const SHARE = { unit: 'share', aggregate: 'share', better: 'more' } as const;
export const HOURS = { unit: 'hours', aggregate: 'median', calendar: 'business', better: 'less' } as const;
