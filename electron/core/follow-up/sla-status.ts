// Precomputes when a case's SLA state will next change, after each activity, so that no list has to compute its clocks.
import type { Countdown } from '../../contract/time-schemas.ts';
import { dueAt, elapsed } from '../clock/business-time.ts';
import type { ClockEvent, Policy } from '../domain/obligation.ts';
import type { SlaStatus } from '../domain/queue.ts';
import { leading, type Rules } from './countdown.ts';
import { DONE_BY } from './escalation-steps.ts';
import { pausesOf, stretchesFor } from './pauses.ts';

/** In business minutes. */
const MILLISECOND = 1 / 60_000;

const STOPPED: SlaStatus = { clock: 'stopped', dueAt: 0, soonFrom: 0, dueFrom: 0, stepAt: null, lookAt: null };

/** `countdowns` are those of the case at `now` (UTC ms); `events` are what they were computed from. */
export function slaStatusOf(
  events: readonly ClockEvent[],
  countdowns: readonly Countdown[],
  rules: Rules,
  now: number,
): SlaStatus {
  const first = leading(countdowns);
  if (first === null || first.metAt !== null) return STOPPED;
  const turns = turnsOf(first, events, rules, now);
  const stepAt = stepFrom(countdowns, events);
  const owes = (stepAt !== null && stepAt <= now) || turns.dueFrom <= now;
  // A clock missed before it was paused stays missed.
  return {
    clock: first.state === 'paused' ? 'paused' : 'running',
    ...turns,
    stepAt,
    lookAt: owes ? now : nextLook([turns.soonFrom, turns.dueFrom, turns.dueAt, stepAt ?? 0], 0, now),
  };
}

/**
 * When to check the alerts of a case again after a check at `now`: at its next change of state, or when its snooze
 * ends.
 */
export function nextLook(turns: readonly number[], snoozedUntil: number, now: number): number | null {
  // A clock is missed one instant after it is due.
  const next = [...turns.map((at) => at + 1), snoozedUntil].filter((at) => at > now && Number.isFinite(at));
  return next.length === 0 ? null : Math.min(...next);
}

function turnsOf(
  one: Countdown,
  events: readonly ClockEvent[],
  { policies, calendarOf }: Rules,
  now: number,
): { soonFrom: number; dueFrom: number; dueAt: number } {
  const policy = policies.find(({ id }) => id === one.policy);
  if (policy === undefined) return { soonFrom: one.dueAt, dueFrom: one.dueAt, dueAt: one.dueAt };
  const calendar = calendarOf(policy);
  const stood = stoodMinutes(one, policy, events, calendar, now);
  const at = (minutes: number) => dueAt(one.startedAt, minutes + stood, calendar);
  const { targetMinutes: target } = policy;
  // Missed at the first open millisecond after it: what is due as the week ends is not missed during the weekend.
  return {
    soonFrom: at(target * policy.soonAt),
    dueFrom: at(target * policy.dueAt),
    dueAt: at(target + MILLISECOND) - 1,
  };
}

function stoodMinutes(
  { startedAt }: Countdown,
  policy: Policy,
  events: readonly ClockEvent[],
  calendar: Parameters<typeof elapsed>[2],
  now: number,
): number {
  const pauses = stretchesFor(policy, pausesOf(events));
  if (pauses.length === 0) return 0;
  const end = Math.max(startedAt, now);
  return elapsed(startedAt, end, calendar) - elapsed(startedAt, end, calendar, pauses);
}

/** When the first escalation step that was not taken becomes due. */
function stepFrom(countdowns: readonly Countdown[], events: readonly ClockEvent[]): number | null {
  let first: number | null = null;
  for (const { whenMissed, metAt, startedAt, dueAt: due } of countdowns) {
    if (whenMissed === 'alert' || metAt !== null) continue;
    const taken = events.some(({ event, at }) => event === DONE_BY[whenMissed] && at >= startedAt);
    if (!taken && (first === null || due < first)) first = due;
  }
  return first;
}
