// The figures of the support ledger: what the support team did. By their type, they cannot read what tool teams did.

import { fieldOf } from '../domain/records.ts';
import { HOUR_MS } from '../domain/time.ts';
import { type Figure, isIn } from './figure.ts';
import type { ReportRules } from './items.ts';
import type { SupportCase } from './ledgers.ts';
import { ENDINGS } from './life.ts';
import type { Span } from './period.ts';
import { standardFieldsOf } from './standard-fields.ts';
import { CASES, count, figure, HOURS, isCase, SHARE } from './support-figure.ts';
import { answers, decisions, releases } from './support-times.ts';

/** Transfers that change the status of a case. */
const CHANGES = [
  'escalate',
  'reassign',
  'respond',
  'out-of-scope',
  'same-case',
  'create-issue',
  'ticket-closed',
  'ticket-reopened',
];

const decidedAt = (one: SupportCase) => one.events.find(({ event }) => event === 'decided')?.at ?? null;
const hasAct = (one: SupportCase, span: Span, ...verbs: string[]) =>
  one.acts.some(({ verb, at }) => verbs.includes(verb) && isIn(span, at));

/** The final ending of a case, if it was in the span and needed no ticket. */
function endedHere(one: SupportCase, span: Span) {
  if (one.ticketAt !== null || !isIn(span, one.endedAt)) return undefined;
  return one.acts.findLast(({ verb, at }) => ENDINGS.has(verb) && verb !== 'same-case' && at <= (one.endedAt ?? 0));
}

function templateOf(fact: unknown): boolean {
  return typeof fieldOf(fact, 'template') === 'string';
}

const isReopened = (one: SupportCase, span: Span) => {
  const ended = one.acts.findIndex(({ verb }) => ENDINGS.has(verb));
  return ended >= 0 && one.acts.slice(ended + 1).some(({ verb, at }) => verb === 'escalate' && isIn(span, at));
};

export function supportFigures(rules: ReportRules): readonly Figure<'support'>[] {
  return [...WORKLOAD, ...decisions(rules), ...answers(rules), ...HANDLING, ...OUTCOMES, ...EFFORT, ...releases(rules)];
}

/** How much there was. */
const WORKLOAD: readonly Figure<'support'>[] = [
  figure({
    ...CASES,
    id: 'received',
    name: 'Received',
    formula: 'Cases that entered their queue in the period, duplicates included; release notices are not cases.',
    by: ['source', 'tier', 'form', 'hour', 'day'],
    of: (one, span) => count(isCase(one) && isIn(span, one.facts.receivedAt)),
  }),
  figure({
    ...CASES,
    id: 'changed',
    name: 'Closed or changed',
    formula: 'Cases that in the period were decided, sent to a team, answered, closed or opened again.',
    by: ['tier', 'form'],
    of: (one, span) => count(isCase(one) && hasAct(one, span, ...CHANGES)),
  }),
  figure({
    ...CASES,
    id: 'decided',
    name: 'Acted on',
    formula: 'Cases first escalated, reassigned, answered, found out of scope or joined to another in the period.',
    by: ['source', 'tier'],
    of: (one, span) => count(isCase(one) && isIn(span, decidedAt(one))),
  }),
];

/** How cases were logged and answered. */
const HANDLING: readonly Figure<'support'>[] = [
  figure({
    ...SHARE,
    id: 'standard-fields',
    name: 'Logged with all standard fields',
    formula:
      'Of the cases received in the period: the share with an area or topic, a problem, a priority and, where escalated, a team.',
    calendar: 'none',
    by: ['source'],
    of: (one, span) =>
      isCase(one) && isIn(span, one.facts.receivedAt) ? Number(standardFieldsOf(one).missing.length === 0) : null,
  }),
  figure({
    ...SHARE,
    id: 'captured',
    name: 'Captured automatically',
    formula: 'Of the cases received in the period: the share that came in by an import rather than typed by hand.',
    calendar: 'none',
    by: ['source'],
    of: (one, span) =>
      isCase(one) && isIn(span, one.facts.receivedAt) ? Number(one.acts.some(({ verb }) => verb === 'import')) : null,
  }),
  figure({
    ...SHARE,
    id: 'from-template',
    name: 'Answered from a template or automatically',
    formula: 'Of the answers given in the period: the share taken from a template or given by the desk itself.',
    calendar: 'none',
    of: (one, span) => {
      const given = one.acts.findLast(({ verb, at }) => verb === 'respond' && isIn(span, at));
      return given === undefined ? null : Number(templateOf(given.fact) || given.actor === 'Desk');
    },
  }),
  figure({
    ...SHARE,
    id: 'by-documentation',
    name: 'Resolved by documentation',
    formula:
      'Of the cases ended in the period without a ticket: the share of which the source says so, or that carry the tag by-documentation.',
    calendar: 'none',
    of: (one, span) =>
      isCase(one) && endedHere(one, span) !== undefined
        ? Number(one.facts.isDocumented || one.facts.tags.includes('by-documentation'))
        : null,
  }),
];

/** What became of them. */
const OUTCOMES: readonly Figure<'support'>[] = [
  figure({
    ...CASES,
    id: 'reopened',
    name: 'Reopened by support',
    formula: 'Cases that had ended without a ticket and were escalated in the period after all.',
    better: 'less',
    of: (one, span) => count(isReopened(one, span)),
  }),
  figure({
    ...CASES,
    id: 'transfers',
    name: 'Transferred',
    formula: 'Cases reassigned in the period to the call center they came from.',
    by: ['source'],
    of: (one, span) => count(hasAct(one, span, 'reassign')),
  }),
  figure({
    ...CASES,
    id: 'resolved',
    name: 'Resolved by support',
    formula:
      'Cases answered in the period, the answer standing at its end, without a ticket; transfers are counted apart.',
    by: ['source', 'area'],
    of: (one, span) => count(endedHere(one, span)?.verb === 'respond'),
  }),
  figure({
    ...CASES,
    id: 'out-of-scope',
    name: 'Out of scope',
    formula: 'Cases found out of scope in the period.',
    of: (one, span) => count(hasAct(one, span, 'out-of-scope')),
  }),
  figure({
    ...CASES,
    id: 'duplicates',
    name: 'Joined as duplicates',
    formula: 'Cases found in the period to be another case over again.',
    of: (one, span) => count(hasAct(one, span, 'same-case')),
  }),
  figure({
    ...CASES,
    id: 'status-requests',
    name: 'Updates asked of teams',
    formula: 'Cases on whose ticket support asked the team for an update in the period.',
    of: (one, span) => count(hasAct(one, span, 'request-status')),
  }),
];

/** What it took, and what documentation lacks. */
const EFFORT: readonly Figure<'support'>[] = [
  figure({
    ...HOURS,
    id: 'with-support',
    name: 'Time with support',
    formula:
      'Mean wall-clock hours that cases closed in the period were with support. With the other parties of the product ledger it adds up to the life of the case.',
    calendar: 'wall-clock',
    aggregate: 'mean',
    of: (one, span) => (isCase(one) && isIn(span, one.endedAt) ? one.had.support / HOUR_MS : null),
  }),
  figure({
    ...CASES,
    id: 'minutes-spent',
    name: 'Time spent on contacts',
    formula: 'Minutes noted for contacts received in the period.',
    unit: 'minutes',
    aggregate: 'sum',
    by: ['team', 'area'],
    of: (one, span) => (isIn(span, one.facts.receivedAt) ? one.facts.spentMinutes : null),
  }),
  figure({
    ...CASES,
    id: 'documentation-gaps',
    name: 'What documentation lacks',
    formula: 'Cases received in the period with a tag of what documentation lacks: missing, stale, or to be written.',
    by: ['gap'],
    of: (one, span) =>
      count(isIn(span, one.facts.receivedAt) && one.facts.tags.some((tag) => /^documentation-/.test(tag))),
  }),
];
