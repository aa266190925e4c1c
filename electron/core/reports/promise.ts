// Whether a target was met, and when that was decided: a case counts once, in the period in which that became known.
import { dueAt, elapsed } from '../clock/business-time.ts';
import type { ClockEvent, Policy } from '../domain/obligation.ts';
import { type Rules, raisedAtOf } from '../follow-up/countdown.ts';
import { type CasePause, stretchesFor } from '../follow-up/pauses.ts';

/** In business minutes. */
const MILLISECOND = 1 / 60_000;

export interface Settled {
  readonly kept: boolean;
  /** When it was met, or missed; UTC ms. */
  readonly at: number;
}

export interface Run {
  readonly events: readonly ClockEvent[];
  readonly pauses: readonly CasePause[];
}

/** For the first run of a policy. Null if it never started, or was neither met nor missed before `upTo` (UTC ms). */
export function settle(policy: Policy, { events, pauses }: Run, { calendarOf }: Rules, upTo: number): Settled | null {
  const started = events.find(({ event }) => event === policy.start);
  if (started === undefined) return null;
  const stops: readonly string[] = policy.stop;
  const metAt = events.find(({ event, at }) => at >= started.at && stops.includes(event))?.at ?? null;
  const from = policy.priority === null ? started.at : startOf(started.at, metAt, events);
  const calendar = calendarOf(policy);
  // Missed at the first open millisecond after it: what is due as the week ends is not missed during the weekend.
  const lastMoment = (minutes: number) => dueAt(from, minutes + MILLISECOND, calendar) - 1;
  let due = lastMoment(policy.targetMinutes);
  let stood = 0;
  for (const pause of stretchesFor(policy, pauses)) {
    if (pause.from >= due) break;
    if (pause.to === null) {
      due = Number.POSITIVE_INFINITY;
      break;
    }
    stood += Math.max(0, elapsed(Math.max(from, pause.from), pause.to, calendar));
    due = lastMoment(policy.targetMinutes + stood);
  }
  if (metAt !== null && metAt <= due) return { kept: true, at: metAt };
  return due < upTo ? { kept: false, at: due } : null;
}

/** A case whose priority was raised later is not late from the first minute: its targets count from then. */
function startOf(startedAt: number, metAt: number | null, events: readonly ClockEvent[]): number {
  const raisedAt = raisedAtOf(events);
  return metAt !== null && metAt <= raisedAt ? startedAt : Math.max(startedAt, raisedAt);
}
