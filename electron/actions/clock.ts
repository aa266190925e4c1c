// The clocks of cases: policies and calendars as configured, and clock events derived from each case's activity.
import { z } from 'zod';
import { type Countdown, calendarSpec, policy } from '../contract/time-schemas.ts';
import { type Calendar, createCalendar, DEFAULT_CALENDAR } from '../core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../core/clock/default-calendars.ts';
import type { CaseStatus } from '../core/domain/case.ts';
import type { CaseId } from '../core/domain/ids.ts';
import type { ClockEvent } from '../core/domain/obligation.ts';
import { type Rules, readCountdowns } from '../core/follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../core/follow-up/default-policies.ts';
import { CLOCK_VERBS, type ClockRow, readEvents } from '../core/follow-up/events.ts';
import { actsOf } from '../store/activity/acts-that-stand.ts';
import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';
import type { AppContext } from './app-context.ts';

const policies = z.array(policy).min(1);
const calendars = z.record(z.string(), calendarSpec);

const DEFAULT = calendarSpec.parse(DEFAULT_CALENDAR);

/** Calendars by their definition; building one again would recompute its days. */
const made = new Map<string, Calendar>();

export function readPolicies(db: Db): z.output<typeof policies> {
  const defaults = policies.parse(DEFAULT_POLICIES);
  const saved = readSetting(db, 'policies', policies, defaults);
  // A policy that is newer than the saved ones uses its default.
  return [...saved, ...defaults.filter(({ id }) => saved.every((one) => one.id !== id))];
}

export function readCalendars(db: Db): z.output<typeof calendars> {
  return readSetting(db, 'calendars', calendars, calendars.parse(DEFAULT_CALENDARS));
}

/** @throws RangeError for an unknown time zone */
export function makeCalendar(spec: z.output<typeof calendarSpec>): Calendar {
  const key = JSON.stringify(spec);
  let calendar = made.get(key);
  if (calendar === undefined) {
    calendar = createCalendar(spec);
    made.set(key, calendar);
  }
  return calendar;
}

/** The time rules currently configured; a policy whose calendar is gone falls back to business days. */
export function readRules(db: Db): Rules {
  const specs = readCalendars(db);
  return {
    policies: readPolicies(db),
    calendarOf: ({ calendar }) => makeCalendar(specs[calendar] ?? DEFAULT),
  };
}

/** The clocks of one case, with the events behind them. */
export function clocksOf(
  ctx: AppContext,
  one: { readonly id: CaseId; readonly receivedAt: number },
): { readonly events: ClockEvent[]; readonly countdowns: Countdown[] } {
  const { db } = ctx.store;
  const events = readEvents(one.receivedAt, actsOf(db, CLOCK_VERBS, { caseIds: [one.id] }));
  return { events, countdowns: readCountdowns(events, readRules(db), ctx.now()) };
}

/** Events of many cases at once, by case: the given ones, or those with certain statuses. */
export function eventsByCase(
  db: Db,
  of: { readonly caseIds: readonly CaseId[] } | { readonly statuses: readonly CaseStatus[] },
): (one: { readonly id: CaseId; readonly receivedAt: number }) => ClockEvent[] {
  const rows = new Map<CaseId, ClockRow[]>();
  for (const act of actsOf(db, CLOCK_VERBS, of)) {
    const list = rows.get(act.caseId);
    if (list === undefined) rows.set(act.caseId, [act]);
    else list.push(act);
  }
  return ({ id, receivedAt }) => readEvents(receivedAt, rows.get(id) ?? []);
}
