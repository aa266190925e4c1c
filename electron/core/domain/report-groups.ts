// The figures of a ledger in the order a lead reads them. Figures in no group come last.
import type { Ledger } from './report.ts';

interface Group {
  readonly name: string;
  readonly ids: readonly string[];
}

const GROUPS: Readonly<Record<Ledger, readonly Group[]>> = {
  support: [
    { name: 'What came in', ids: ['received', 'captured', 'standard-fields', 'minutes-spent', 'documentation-gaps'] },
    {
      name: 'How fast we act',
      ids: ['acted-in-time', 'first-response-kept', 'time-to-act', 'time-to-route', 'time-to-ask', 'with-support'],
    },
    {
      name: 'What we did',
      ids: [
        'changed',
        'decided',
        'resolved',
        'transfers',
        'out-of-scope',
        'duplicates',
        'reopened',
        'from-template',
        'by-documentation',
      ],
    },
    { name: 'For teams', ids: ['answered-in-time', 'time-to-answer', 'status-requests', 'releases-reviewed'] },
  ],
  product: [
    {
      name: 'What was reported',
      ids: ['cases', 'known-errors', 'trends-opened', 'trend-size', 'trend-life', 'candidates'],
    },
    {
      name: 'What teams did',
      ids: ['tickets-opened', 'closed', 'waiting', 'waiting-age', 'tickets-reopened', 'fixed-by'],
    },
    { name: 'How teams answer', ids: ['team-first-answer', 'eta-in-time', 'resolved-in-time', 'pm-escalations'] },
    {
      name: 'Where the time went',
      ids: ['life', 'with-team', 'on-tier-2', 'on-veteran', 'at-source', 'closed-between'],
    },
  ],
};

export interface FigureGroup<F> {
  readonly name: string;
  readonly figures: readonly F[];
}

export function grouped<F extends { readonly id: string }>(ledger: Ledger, figures: readonly F[]): FigureGroup<F>[] {
  const named = new Set(GROUPS[ledger].flatMap(({ ids }) => ids));
  const groups = GROUPS[ledger].map(({ name, ids }) => ({
    name,
    figures: ids.flatMap((id) => figures.find((one) => one.id === id) ?? []),
  }));
  const rest = { name: 'More', figures: figures.filter(({ id }) => !named.has(id)) };
  return [...groups, rest].filter((group) => group.figures.length > 0);
}
