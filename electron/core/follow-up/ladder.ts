// The ladder of a ticket nobody answers: at its first missed promise the team is asked for an update, at the next its
// product manager. An answer stops it, because it stops the promises.
import type { Countdown } from '../../contract/time-shapes.ts';
import type { ClockEvent } from '../words/obligation.ts';

export type LadderStep = 'request-status' | 'escalate-pm';

/** The event that says a step was taken. */
export const DONE_BY: Readonly<Record<LadderStep, 'status-requested' | 'pm-escalated'>> = {
  'request-status': 'status-requested',
  'escalate-pm': 'pm-escalated',
};

/** The step that is due now and has not been taken since its promise began; null when there is none. */
export function dueStep(countdowns: readonly Countdown[], events: readonly ClockEvent[]): LadderStep | null {
  for (const step of ['escalate-pm', 'request-status'] as const) {
    const missed = countdowns.find((one) => one.whenMissed === step && one.meaning === 'missed' && one.metAt === null);
    if (missed === undefined) continue;
    const taken = events.some((one) => one.event === DONE_BY[step] && one.at >= missed.startedAt);
    if (!taken) return step;
  }
  return null;
}
