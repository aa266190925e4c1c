// The obligations of a case, read off its events at one instant. Nothing is counted and stored, so nothing drifts: a
// changed policy or calendar recomputes history.
import type { Countdown } from '../../contract/time-shapes.ts';
import { dueAt, elapsed, type Pause } from '../clock/business-time.ts';
import type { Calendar } from '../clock/calendar.ts';
import type { ClockEvent, PauseReason, Policy, Priority, TimeMeaning } from '../words/obligation.ts';

export interface Rules {
  readonly policies: readonly Policy[];
  /** The calendar of a policy. */
  readonly calendarOf: (policy: Policy) => Calendar;
}

/** Every obligation that has started, in the order of the policies. `events` are sorted by time; `now` is UTC ms. */
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
  const pauses = allPauses.filter((pause) => policy.pausedBy.includes(pause.reason));
  const used = elapsed(startedAt, end, calendar, pauses);
  const leftMinutes = targetMinutes - used;
  const running = metAt === null ? pauses.find((pause) => pause.to === null && pause.from <= now) : undefined;
  return {
    policy: id,
    name,
    startedAt,
    dueAt: dueWith(startedAt, targetMinutes, calendar, pauses, end),
    metAt,
    targetMinutes,
    leftMinutes,
    meaning: meaningOf(policy, leftMinutes, metAt !== null, running !== undefined),
    whenMissed,
    paused: running === undefined ? null : { since: running.from, reason: running.reason },
  };
}

/** When it is due if nothing pauses it any more: the target, and what the pauses up to `end` took. */
function dueWith(start: number, target: number, calendar: Calendar, pauses: readonly Pause[], end: number): number {
  if (pauses.length === 0) return dueAt(start, target, calendar);
  const stood = elapsed(start, end, calendar) - elapsed(start, end, calendar, pauses);
  return dueAt(start, target + stood, calendar);
}

function meaningOf(policy: Policy, leftMinutes: number, met: boolean, paused: boolean): TimeMeaning {
  if (leftMinutes < 0) return 'missed';
  if (met) return 'met';
  if (paused) return 'paused';
  const used = 1 - leftMinutes / policy.targetMinutes;
  if (used >= policy.dueAt) return 'due';
  return used >= policy.soonAt ? 'soon' : 'fine';
}

export interface CasePause extends Pause {
  readonly reason: PauseReason;
}

/** The stretches for which a case waited for somebody, in order; a new pause ends the one before. */
export function pausesOf(events: readonly ClockEvent[]): CasePause[] {
  const pauses: CasePause[] = [];
  let open: { from: number; reason: PauseReason } | null = null;
  for (const one of events) {
    if (one.event !== 'paused' && one.event !== 'resumed') continue;
    if (open !== null) pauses.push({ ...open, to: one.at });
    open = one.event === 'paused' ? { from: one.at, reason: one.reason } : null;
  }
  if (open !== null) pauses.push({ ...open, to: null });
  return pauses;
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

/** The newest run of a policy: from the first start after the last stop, so that a second question does not restart the clock. */
function runOf({ start, stop }: Policy, events: readonly ClockEvent[]): Run | null {
  let run: Run | null = null;
  for (const one of events) {
    if (one.event === start) {
      if (run === null || run.metAt !== null) run = { startedAt: one.at, metAt: null };
    } else if (run !== null && run.metAt === null && (stop as readonly string[]).includes(one.event)) {
      run = { startedAt: run.startedAt, metAt: one.at };
    }
  }
  return run;
}

/** Business minutes a case has waited for each party so far, by the calendar of the first policy. */
export function waitedFor(
  events: readonly ClockEvent[],
  { policies, calendarOf }: Rules,
  now: number,
): { reason: PauseReason; minutes: number }[] {
  const [policy] = policies;
  if (policy === undefined) return [];
  const minutes = new Map<PauseReason, number>();
  for (const { from, to, reason } of pausesOf(events))
    minutes.set(reason, (minutes.get(reason) ?? 0) + elapsed(from, to ?? now, calendarOf(policy)));
  return [...minutes].map(([reason, sum]) => ({ reason, minutes: sum }));
}

/** Of the running ones the first due, then of the paused ones, else the last one met; what a row of a list shows. */
export function leading(countdowns: readonly Countdown[]): Countdown | null {
  let first: Countdown | null = null;
  for (const one of countdowns) {
    if (one.metAt !== null) continue;
    const isSooner =
      first === null ||
      (first.meaning === 'paused') > (one.meaning === 'paused') ||
      ((first.meaning === 'paused') === (one.meaning === 'paused') && one.dueAt < first.dueAt);
    if (isSooner) first = one;
  }
  return first ?? countdowns.at(-1) ?? null;
}
