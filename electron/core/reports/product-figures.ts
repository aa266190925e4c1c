// The figures of the product ledger: what the product and its teams did. By their type, they cannot read what support
// did.
import type { Policy } from '../domain/obligation.ts';
import type { Party } from '../domain/report.ts';
import { HOUR_MS } from '../domain/time.ts';
import { type Figure, isIn } from './figure.ts';
import { hoursBetween, itemOf, itemsOf, policyNamed, promises, type ReportRules, targetInWords } from './items.ts';
import type { LedgerView, ProductCase } from './ledgers.ts';
import type { Span } from './period.ts';
import { type CountedTrend, trendsOf } from './trends.ts';

type Product = Omit<Figure<'product'>, 'ledger' | 'items' | 'by'> &
  Partial<Pick<Figure<'product'>, 'by'>> & {
    /** The value of one case; null if it is not counted. */
    readonly of: (one: ProductCase, span: Span) => number | null;
  };

function figure({ of, by = [], ...plain }: Product): Figure<'product'> {
  return {
    ...plain,
    by,
    ledger: 'product',
    items: ({ cases }, span) => itemsOf(cases, (one) => of(one, span)),
  };
}

/** A case that counts: neither a release notice nor a duplicate. */
const isReport = ({ facts }: ProductCase) => facts.kind === 'case' && !facts.isDuplicate;
const isNew = (one: ProductCase, span: Span) => isReport(one) && isIn(span, one.facts.receivedAt);
const count = (holds: boolean) => (holds ? 1 : null);
const hasAct = (one: ProductCase, span: Span, verb: string) =>
  one.acts.some((act) => act.verb === verb && isIn(span, act.at));
const isWaiting = (one: ProductCase) => isReport(one) && one.ticketAt !== null && one.endedAt === null;
const CASES = { unit: 'cases', aggregate: 'count', calendar: 'none', better: null } as const;
const SHARE = { unit: 'share', aggregate: 'share', better: 'more' } as const;
const HOURS = { unit: 'hours', aggregate: 'median', better: 'less' } as const;

const trendItem = ({ cases }: CountedTrend, x: number) => ({ cases, x, facts: null });

/** The parties of this ledger; with the time of support they add up to the life of a case. */
const PARTIES: readonly { readonly party: Exclude<Party, 'support'>; readonly id: string; readonly name: string }[] = [
  { party: 'queue', id: 'at-source', name: 'Time in the queue at the source' },
  { party: 'team', id: 'with-team', name: 'Time with the tool team' },
  { party: 'tier-2', id: 'on-tier-2', name: 'Time on Tier 2' },
  { party: 'veteran', id: 'on-veteran', name: 'Time on the Veteran' },
  { party: 'closed', id: 'closed-between', name: 'Time closed before it was opened again' },
];

/** The share of what was to be done in time that was. */
function kept(rules: ReportRules, policies: readonly Policy[]) {
  return {
    ...SHARE,
    calendar: 'business' as const,
    ledger: 'product' as const,
    items: ({ cases }: LedgerView<'product'>, span: Span) =>
      promises<'product'>(cases.filter(isReport), policies, rules, span),
  };
}

export function productFigures(rules: ReportRules): readonly Figure<'product'>[] {
  return [...TICKETS, ...LIVES, ...promised(rules), ...ASKED, ...trendFigures(rules), ...CAUSES, ...candidates(rules)];
}

/** How many cases there were, and their tickets. */
const TICKETS: readonly Figure<'product'>[] = [
  figure({
    ...CASES,
    id: 'cases',
    name: 'Cases',
    formula: 'Cases that entered their queue in the period, each counted once: duplicates with the case they repeat.',
    by: ['team', 'area', 'problem', 'tier'],
    of: (one, span) => count(isNew(one, span)),
  }),
  figure({
    ...CASES,
    id: 'tickets-opened',
    name: 'Cases that got a ticket',
    formula: 'Cases whose ticket opened for the first time in the period.',
    by: ['team', 'problem'],
    of: (one, span) => count(isReport(one) && isIn(span, one.ticketAt)),
  }),
  figure({
    ...CASES,
    id: 'closed',
    name: 'Closed with a ticket',
    formula: 'Cases with a ticket that were closed in the period and stayed closed to its end.',
    by: ['team', 'problem'],
    of: (one, span) => count(isReport(one) && one.ticketAt !== null && isIn(span, one.endedAt)),
  }),
  figure({
    ...CASES,
    id: 'tickets-reopened',
    name: 'Tickets opened again',
    formula: 'Cases whose ticket was opened again in the period.',
    better: 'less',
    by: ['team'],
    of: (one, span) => count(isReport(one) && hasAct(one, span, 'ticket-reopened')),
  }),
  figure({
    ...CASES,
    id: 'waiting',
    name: 'Open with a ticket at the end',
    formula: 'Cases with a ticket that was open when the period ended.',
    better: 'less',
    by: ['team', 'problem'],
    of: (one) => count(isWaiting(one)),
  }),
  figure({
    ...HOURS,
    id: 'waiting-age',
    isWhole: true,
    name: 'Age of what is open',
    formula:
      'Median wall-clock hours from the first opening of the ticket to the end of the period, of cases whose ticket was open then.',
    calendar: 'wall-clock',
    by: ['team', 'age'],
    of: (one, span) => (isWaiting(one) ? (span.to - (one.ticketAt ?? span.to)) / HOUR_MS : null),
  }),
];

/** Where the life of a case went. */
const LIVES: readonly Figure<'product'>[] = [
  ...PARTIES.map(({ party, id, name }) =>
    figure({
      ...HOURS,
      id,
      name,
      formula: `Mean wall-clock hours of it in the life of cases closed in the period.${party === 'veteran' ? ' On hold is counted here: Tier 2 asks its user meanwhile.' : ''}${party === 'team' ? ' Waiting for a release is counted here.' : ''}`,
      calendar: 'wall-clock',
      aggregate: 'mean',
      by: party === 'team' ? ['team'] : [],
      of: (one, span) => (one.facts.kind === 'case' && isIn(span, one.endedAt) ? one.had[party] / HOUR_MS : null),
    }),
  ),
  figure({
    ...HOURS,
    id: 'life',
    name: 'Life of a case',
    formula:
      'Mean wall-clock hours from entering the queue at the source to the end, of cases closed in the period, all parties together.',
    calendar: 'wall-clock',
    aggregate: 'mean',
    by: ['tier'],
    of: (one, span) => (one.facts.kind === 'case' && isIn(span, one.endedAt) ? one.lifeMs / HOUR_MS : null),
  }),
];

/** What teams answered, and whether in time. */
function promised(rules: ReportRules): readonly Figure<'product'>[] {
  const eta = policyNamed(rules, 'eta');
  const resolutions = rules.policies.filter(({ priority, stop }) => priority !== null && stop.includes('closed'));
  return [
    figure({
      ...HOURS,
      id: 'team-first-answer',
      name: 'First answer of the tool team',
      formula:
        'Median business hours from the opening of the ticket to the first answer, question, ETA or closing of the team, of those that came in the period.',
      calendar: 'business',
      by: ['team'],
      of: (one, span) =>
        isReport(one)
          ? hoursBetween(
              one,
              ['ticket-opened', ['team-answered', 'question-asked', 'eta-given', 'closed']],
              eta,
              rules,
              span,
            )
          : null,
    }),
    {
      ...kept(rules, [{ ...eta, stop: ['eta-given', 'closed'] }]),
      id: 'eta-in-time',
      name: 'ETA given in time',
      formula: `Of the tickets of which it became known in the period: the share of cases whose team gave an ETA or closed the ticket within ${targetInWords(eta, rules)} of its opening, without the time it waited for others.`,
      by: ['team'],
    },
    {
      ...kept(rules, resolutions),
      id: 'resolved-in-time',
      name: 'Resolved within the target of its priority, by all parties',
      formula:
        'Of the cases with a priority of which it became known in the period: the share closed within the target of their priority, counted from entering the queue or from being raised to it, without the time they waited for others.',
      by: ['priority'],
    },
  ];
}

/** What had to be asked of product managers. */
const ASKED: readonly Figure<'product'>[] = [
  figure({
    ...CASES,
    id: 'pm-escalations',
    name: 'Escalated to product managers',
    formula:
      "Cases on whose ticket the team's product manager was asked in the period, because the team gave no update.",
    better: 'less',
    by: ['team'],
    of: (one, span) => count(isReport(one) && hasAct(one, span, 'escalate-pm')),
  }),
];

/** Trends. */
function trendFigures(rules: ReportRules): readonly Figure<'product'>[] {
  const trends = ({ problems }: LedgerView<'product'>, span: Span) => trendsOf(problems, rules.trend, span);
  return [
    {
      ...CASES,
      ledger: 'product',
      isWhole: true,
      isOfProblems: true,
      id: 'trends-opened',
      name: 'Trends opened',
      formula: `Problems that in the period first had ${rules.trend.count} cases within ${rules.trend.windowDays} days.`,
      unit: 'trends',
      by: [],
      items: (view, span) =>
        trends(view, span)
          .filter(({ openedAt }) => isIn(span, openedAt))
          .map((one) => trendItem(one, 1)),
    },
    {
      ...HOURS,
      ledger: 'product',
      isWhole: true,
      isOfProblems: true,
      id: 'trend-size',
      name: 'Size of trends',
      formula: 'Median number of cases, from the first to the end of the period, of trends with a case in the period.',
      calendar: 'none',
      unit: 'cases',
      by: [],
      items: (view, span) => trends(view, span).map((one) => trendItem(one, one.cases.length)),
    },
    {
      ...HOURS,
      ledger: 'product',
      isWhole: true,
      isOfProblems: true,
      id: 'trend-life',
      name: 'Life of trends',
      formula: 'Median wall-clock hours from the first to the last case so far, of trends with a case in the period.',
      calendar: 'wall-clock',
      by: [],
      items: (view, span) => trends(view, span).map((one) => trendItem(one, one.lifeMs / HOUR_MS)),
    },
  ];
}

/** What it was, and how it was fixed. */
const CAUSES: readonly Figure<'product'>[] = [
  figure({
    ...CASES,
    id: 'fixed-by',
    name: 'Fixed',
    formula:
      'Cases closed in the period with a tag that says how: fixed-by-release, fixed-by-configuration or fixed-by-documentation.',
    by: ['fix'],
    of: (one, span) =>
      count(isReport(one) && isIn(span, one.endedAt) && one.facts.tags.some((tag) => /^fixed-by-/.test(tag))),
  }),
  figure({
    ...CASES,
    id: 'known-errors',
    name: 'Cases with an error code',
    formula: 'Cases received in the period whose problem is an error code, each counted once.',
    by: ['code'],
    of: (one, span) => count(isNew(one, span) && (one.facts.problem ?? '').startsWith('code-')),
  }),
];

/** What could be documented or automated. */
function candidates(rules: ReportRules): readonly Figure<'product'>[] {
  return [
    {
      ...CASES,
      ledger: 'product',
      isWhole: true,
      id: 'candidates',
      name: 'For documentation or automation',
      formula: `Cases received in the period and ended without a ticket, of problems that had ${rules.trend.count} or more of these and none that needed a ticket: answers to write down or to automate.`,
      by: ['problem'],
      items: ({ cases }, span) =>
        [
          ...Map.groupBy(
            cases.filter((one) => isNew(one, span) && one.facts.problem !== null),
            (one) => one.facts.problem,
          ),
        ]
          .filter(([, own]) => own.every(({ tier }) => tier !== 'tier-3'))
          .map(([, own]) => own.filter(({ tier }) => tier === 'tier-2'))
          .filter((ended) => ended.length >= rules.trend.count)
          .flatMap((ended) => ended.map((one) => itemOf(one))),
    },
  ];
}
