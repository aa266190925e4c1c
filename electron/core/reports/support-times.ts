// The figures of the support ledger that have a clock: how soon, and whether in time.
import type { Policy } from '../domain/obligation.ts';
import { HOUR_MS } from '../domain/time.ts';
import { type Figure, isIn } from './figure.ts';
import { hoursBetween, policyNamed, promises, type ReportRules, targetInWords } from './items.ts';
import type { LedgerView, SupportCase } from './ledgers.ts';
import type { Span } from './period.ts';
import { figure, HOURS, isCase, SHARE } from './support-figure.ts';

const firstAt = (one: SupportCase, ...verbs: string[]) => one.acts.find(({ verb }) => verbs.includes(verb))?.at ?? null;

/** The share of what was to be done in time that was. */
function kept(rules: ReportRules, policies: readonly Policy[], which: (one: SupportCase) => boolean) {
  return {
    ...SHARE,
    calendar: 'business' as const,
    by: [],
    ledger: 'support' as const,
    items: ({ cases }: LedgerView<'support'>, span: Span) =>
      promises<'support'>(cases.filter(which), policies, rules, span),
  };
}

/** Business hours from entering the queue to `at`, in the calendar of the policy. */
function hoursTo(one: SupportCase, at: number, policy: Policy, rules: ReportRules): number {
  const { timeline } = rules.calendarOf(policy);
  return Math.max(0, timeline.openBefore(at) - timeline.openBefore(one.facts.receivedAt)) / HOUR_MS;
}

/** How soon a case was decided, routed, or asked about. */
export function decisions(rules: ReportRules): readonly Figure<'support'>[] {
  const act = policyNamed(rules, 'act');
  return [
    {
      ...kept(rules, [act], isCase),
      id: 'acted-in-time',
      name: 'Acted on in time',
      formula: `Of the cases of which it became known in the period: the share acted on within ${targetInWords(act, rules)} of entering the queue, without the time they waited for others.`,
      by: ['source', 'priority'],
    },
    figure({
      ...HOURS,
      id: 'time-to-act',
      name: 'Time to act',
      formula:
        'Median business hours from entering the queue to the first decision, of cases first decided in the period, without the time they waited for others.',
      by: ['source'],
      of: (one, span) => (isCase(one) ? hoursBetween(one, ['received', ['decided']], act, rules, span) : null),
    }),
    figure({
      ...HOURS,
      id: 'time-to-route',
      name: 'Time to route',
      formula:
        'Median business hours from entering the queue to the first escalation, of cases first escalated in the period.',
      of: (one, span) => {
        const at = firstAt(one, 'escalate');
        return isCase(one) && isIn(span, at) ? hoursTo(one, at, act, rules) : null;
      },
    }),
    figure({
      ...HOURS,
      id: 'time-to-ask',
      name: 'Time to ask',
      formula:
        'Median business hours from entering the queue to the first question to Tier 2, of cases first asked about in the period.',
      of: (one, span) => {
        const asked = one.pauses.find(({ reason }) => reason === 'tier-2')?.from ?? null;
        return isCase(one) && isIn(span, asked) ? hoursTo(one, asked, act, rules) : null;
      },
    }),
  ];
}

/** How soon teams' questions and new cases were answered. */
export function answers(rules: ReportRules): readonly Figure<'support'>[] {
  const answer = policyNamed(rules, 'answer');
  const firstAnswers = rules.policies.filter(({ priority, stop }) => priority !== null && stop.includes('decided'));
  return [
    figure({
      ...HOURS,
      id: 'time-to-answer',
      name: "Time to answer a team's question",
      formula:
        "Median business hours from a team's first question on a ticket to our answer, of those answered in the period.",
      of: (one, span) => hoursBetween(one, ['question-asked', ['answered']], answer, rules, span),
    }),
    {
      ...kept(rules, [answer], isCase),
      id: 'answered-in-time',
      name: "Teams' questions answered in time",
      formula: `Of the first questions of teams of which it became known in the period: the share answered within ${targetInWords(answer, rules)}.`,
    },
    {
      ...kept(rules, firstAnswers, (one) => isCase(one)),
      id: 'first-response-kept',
      name: 'First response within the target of its priority',
      formula:
        'Of the cases with a priority of which it became known in the period: the share first decided within the target of their priority, counted from entering the queue or from being raised to it.',
      by: ['priority'],
    },
  ];
}

/** Release notices. */
export function releases(rules: ReportRules): readonly Figure<'support'>[] {
  const review = policyNamed(rules, 'review');
  return [
    {
      ...kept(rules, [review], (one) => !isCase(one)),
      id: 'releases-reviewed',
      name: 'Release notices reviewed in time',
      formula: `Of the release notices of which it became known in the period: the share reviewed within ${targetInWords(review, rules)}.`,
    },
  ];
}
