// Makes the items of a figure: from cases, from SLA clocks, from the time between events.

import { elapsed } from '../clock/business-time.ts';
import type { ClockEventName, Policy } from '../domain/obligation.ts';
import type { Ledger } from '../domain/report.ts';
import { priorityOf, type Rules } from '../follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../follow-up/default-policies.ts';
import { stretchesFor } from '../follow-up/pauses.ts';
import { type Item, isIn } from './figure.ts';
import type { ProductCase, SupportCase, ViewOf } from './ledgers.ts';
import type { Span } from './period.ts';
import { settle } from './promise.ts';

export interface ReportRules extends Rules {
  /** A problem is a trend from this many reports within this many days. */
  readonly trend: { readonly count: number; readonly windowDays: number };
}

/** A policy as set, or its default if it was deleted. @throws RangeError for an unknown id */
export function policyNamed({ policies }: Rules, id: string): Policy {
  const policy = [...policies, ...DEFAULT_POLICIES].find((one) => one.id === id);
  if (policy === undefined) throw new RangeError(`There is no policy "${id}".`);
  return policy;
}

/** "24 business hours (Business days, New York)". */
export function targetInWords(policy: Policy, { calendarOf }: Rules): string {
  const hours = Math.round((policy.targetMinutes / 60) * 100) / 100;
  const kind = policy.calendar === 'always' ? 'hours' : 'business hours';
  return `${hours} ${kind} (${calendarOf(policy).spec.name})`;
}

type AnyCase = SupportCase | ProductCase;

export function itemOf({ facts, tier, events }: AnyCase, x = 1): Item {
  return { cases: [facts.id], x, facts: { ...facts, tier, priority: priorityOf(events) } };
}

/** One item for each case for which `numberOf` is not null. */
export function itemsOf<C extends AnyCase>(cases: readonly C[], numberOf: (one: C) => number | null): Item[] {
  return cases.flatMap((one) => {
    const x = numberOf(one);
    return x === null ? [] : [itemOf(one, x)];
  });
}

/** Whether the targets of some policies were met, for cases where that was decided in the span. */
export function promises<L extends Ledger>(
  cases: readonly ViewOf[L][],
  policies: readonly Policy[],
  rules: Rules,
  span: Span,
): Item[] {
  return itemsOf<ViewOf[L]>(cases, (one) => {
    const policy = policies.find(({ priority }) => priority === null || priority === priorityOf(one.events));
    const settled = policy === undefined ? null : settle(policy, one, rules, span.to);
    return settled !== null && isIn(span, settled.at) ? Number(settled.kept) : null;
  });
}

/**
 * Hours in a policy's calendar from one event to the next of some others, without pauses; for cases where the latter
 * was in the span.
 */
export function hoursBetween(
  { events, pauses }: Pick<AnyCase, 'events' | 'pauses'>,
  [start, stops]: readonly [ClockEventName, readonly ClockEventName[]],
  policy: Policy,
  { calendarOf }: Rules,
  span: Span,
): number | null {
  const began = events.find(({ event }) => event === start);
  if (began === undefined) return null;
  const ended = events.find(({ event, at }) => at >= began.at && stops.some((stop) => stop === event));
  if (ended === undefined || !isIn(span, ended.at)) return null;
  return elapsed(began.at, ended.at, calendarOf(policy), stretchesFor(policy, pauses)) / 60;
}
