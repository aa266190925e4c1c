// The SLA clocks of a case at one instant, computed from its events. No count is stored, so nothing drifts: a changed
// policy or calendar recomputes history.
import type { Countdown } from '../../contract/time-schemas.ts';
import { dueAt, elapsed, type Pause } from '../clock/business-time.ts';
import type { Calendar } from '../clock/calendar.ts';
import {
  type ClockEvent,
  type ClockEventName,
  type CountdownState,
  type Policy,
  PRIORITIES,
  type Priority,
  type StandsStill,
} from '../domain/obligation.ts';
import { type CasePause, pausesOf, stretchesFor } from './pauses.ts';

export interface Rules {
  readonly policies: readonly Policy[];
  /** The calendar of a policy. */
  readonly calendarOf: (policy: Policy) => Calendar;
}

/** Every clock that has started, in policy order. `events` are sorted by time; `now` is UTC ms. */
export function readCountdowns(events: readonly ClockEvent[], rules: Rules, now: number): Countdown[] {
  const priority = priorityOf(events);
  const pauses = pausesOf(events);
  const countdowns: Countdown[] = [];
  for (const policy of rules.policies) {
    if (!policy.on || (policy.priority !== null && policy.priority !== priority)) continue;
    const run = runOf(policy, events);
    if (run !== null) countdowns.push(readOne(policy, run, pauses, rules.calendarOf(policy), now));
  }
  return countdowns;
}

function readOne(
  policy: Policy,
  { startedAt, metAt }: Run,
  allPauses: readonly CasePause[],
  calendar: Calendar,
  now: number,
): Countdown {
  const { id, name, targetMinutes, whenMissed } = policy;
  const end = Math.max(startedAt, metAt ?? now);
  const pauses = stretchesFor(policy, allPauses);
  const used = elapsed(startedAt, end, calendar, pauses);
  const leftMinutes = targetMinutes - used;
  const running =
    metAt === null
      ? allPauses.find(({ reason, from, to }) => to === null && from <= now && policy.pausedBy.includes(reason))
      : undefined;
  return {
    policy: id,
    name,
    startedAt,
    dueAt: dueWith(startedAt, targetMinutes, calendar, pauses, end),
    metAt,
    targetMinutes,
    leftMinutes,
    state: stateOf(policy, leftMinutes, metAt !== null, running !== undefined),
    whenMissed,
    paused: running === undefined ? null : { since: running.from, reason: running.reason },
  };
}

/** When it is due without further pauses: the target plus the pauses until `end`. */
function dueWith(start: number, target: number, calendar: Calendar, pauses: readonly Pause[], end: number): number {
  if (pauses.length === 0) return dueAt(start, target, calendar);
  const stood = elapsed(start, end, calendar) - elapsed(start, end, calendar, pauses);
  return dueAt(start, target + stood, calendar);
}

function stateOf(policy: Policy, leftMinutes: number, met: boolean, paused: boolean): CountdownState {
  if (leftMinutes < 0) return 'missed';
  if (met) return 'met';
  if (paused) return 'paused';
  const used = 1 - leftMinutes / policy.targetMinutes;
  if (used >= policy.dueAt) return 'due';
  return used >= policy.soonAt ? 'soon' : 'fine';
}

export function priorityOf(events: readonly ClockEvent[]): Priority | null {
  for (let at = events.length - 1; at >= 0; at -= 1) {
    const one = events[at];
    if (one?.event === 'priority-set') return one.priority;
  }
  return null;
}

interface Run {
  readonly startedAt: number;
  readonly metAt: number | null;
}

/**
 * The latest run of a policy: from the first start after the last stop, so that a second question does not restart the
 * clock. Reopening a ticket reverts what its closing had met.
 */
function runOf(policy: Policy, events: readonly ClockEvent[]): Run | null {
  let run: (Run & { readonly metBy?: ClockEvent['event'] }) | null = null;
  for (const one of events) {
    const isStop = policy.stop.some((stop) => stop === one.event);
    if (one.event === policy.start) {
      if (run === null || run.metAt !== null) run = { startedAt: one.at, metAt: null };
    } else if (run !== null && run.metAt === null && isStop) {
      run = { startedAt: run.startedAt, metAt: one.at, metBy: one.event };
    } else if (run?.metBy === 'closed' && REOPENS.has(one.event) && policy.start === 'received') {
      run = { startedAt: run.startedAt, metAt: null };
    }
  }
  if (run === null || policy.priority === null) return run;
  // A case whose priority was raised later is not late from the first minute: its targets count from then.
  const raisedAt = raisedAtOf(events);
  return run.metAt !== null && run.metAt <= raisedAt ? run : { ...run, startedAt: Math.max(run.startedAt, raisedAt) };
}

const REOPENS: ReadonlySet<string> = new Set<ClockEventName>(['ticket-opened', 'notice-opened']);

/** When the current priority was set, if it was raised; otherwise -Infinity. */
export function raisedAtOf(events: readonly ClockEvent[]): number {
  let raisedAt = Number.NEGATIVE_INFINITY;
  let rank: number = PRIORITIES.length;
  for (const one of events) {
    if (one.event !== 'priority-set') continue;
    const next = one.priority === null ? PRIORITIES.length : PRIORITIES.indexOf(one.priority);
    if (next !== rank) raisedAt = next < rank ? one.at : Number.NEGATIVE_INFINITY;
    rank = next;
  }
  return raisedAt;
}

/** Business minutes a case has waited for each party so far, in the calendar of the first policy. */
export function waitedFor(
  events: readonly ClockEvent[],
  { policies, calendarOf }: Rules,
  now: number,
): { reason: StandsStill; minutes: number }[] {
  const [policy] = policies;
  if (policy === undefined) return [];
  const minutes = new Map<StandsStill, number>();
  for (const { from, to, reason } of pausesOf(events))
    minutes.set(reason, (minutes.get(reason) ?? 0) + elapsed(from, to ?? now, calendarOf(policy)));
  return [...minutes].map(([reason, sum]) => ({ reason, minutes: sum }));
}

/** The clock shown in a list: the running one due first, else the paused one due first, else the one met last. */
export function leading(countdowns: readonly Countdown[]): Countdown | null {
  let first: Countdown | null = null;
  for (const one of countdowns) {
    if (one.metAt !== null) continue;
    const isSooner =
      first === null ||
      (first.state === 'paused') > (one.state === 'paused') ||
      ((first.state === 'paused') === (one.state === 'paused') && one.dueAt < first.dueAt);
    if (isSooner) first = one;
  }
  return first ?? countdowns.at(-1) ?? null;
}
