// The ladder of a ticket nobody answers: at its first missed promise the team is asked for an update, at the next its
// product manager. An answer stops it, because it stops the promises.
import type { Countdown } from '../../contract/time-schemas.ts';
import type { ClockEvent } from '../domain/obligation.ts';

export type EscalationStep = 'request-status' | 'escalate-pm';

/** The event that says a step was taken. */
export const DONE_BY: Readonly<Record<EscalationStep, 'status-queued' | 'pm-escalated'>> = {
  'request-status': 'status-queued',
  'escalate-pm': 'pm-escalated',
};

/** The step that is due now and has not been taken since its promise began; null when there is none. */
export function dueStep(countdowns: readonly Countdown[], events: readonly ClockEvent[]): EscalationStep | null {
  for (const step of ['escalate-pm', 'request-status'] as const) {
    const missed = countdowns.find((one) => one.whenMissed === step && one.meaning === 'missed' && one.metAt === null);
    if (missed === undefined) continue;
    if (!isTaken(step, countdowns, events)) return step;
  }
  return null;
}

/** What begins the wait for an answer anew, where no promise runs that says since when. */
const BEGINS: ReadonlySet<string> = new Set([
  'ticket-opened',
  'notice-opened',
  'team-answered',
  'eta-given',
  'question-asked',
]);

/** True when a step was taken since its promise began; where none runs, since the ticket was opened or the team last spoke. */
export function isTaken(
  step: EscalationStep,
  countdowns: readonly Countdown[],
  events: readonly ClockEvent[],
): boolean {
  const running = countdowns.find((one) => one.whenMissed === step && one.metAt === null);
  const began = running?.startedAt ?? events.findLast((one) => BEGINS.has(one.event))?.at ?? Number.NEGATIVE_INFINITY;
  return events.some((one) => one.event === DONE_BY[step] && one.at >= began);
}
