// Escalation steps of a ticket without an answer: when the first clock is missed the team is asked for an update, at
// the next its product manager. An answer ends the escalation, because it stops the clocks.
import type { Countdown } from '../../contract/time-schemas.ts';
import type { ClockEvent } from '../domain/obligation.ts';

export type EscalationStep = 'request-status' | 'escalate-pm';

/** The event that records a step. */
export const DONE_BY: Readonly<Record<EscalationStep, 'status-queued' | 'pm-escalated'>> = {
  'request-status': 'status-queued',
  'escalate-pm': 'pm-escalated',
};

/** The step that is due now and was not taken since its clock started; null if none is. */
export function dueStep(countdowns: readonly Countdown[], events: readonly ClockEvent[]): EscalationStep | null {
  for (const step of ['escalate-pm', 'request-status'] as const) {
    const missed = countdowns.find((one) => one.whenMissed === step && one.state === 'missed' && one.metAt === null);
    if (missed === undefined) continue;
    if (!isTaken(step, countdowns, events)) return step;
  }
  return null;
}

/** Events that restart the wait for an answer, if no running clock tells since when. */
const BEGINS: ReadonlySet<string> = new Set([
  'ticket-opened',
  'notice-opened',
  'team-answered',
  'eta-given',
  'question-asked',
]);

/**
 * True if a step was taken since its clock started or, without one, since the ticket was opened or the team last wrote.
 */
export function isTaken(
  step: EscalationStep,
  countdowns: readonly Countdown[],
  events: readonly ClockEvent[],
): boolean {
  const running = countdowns.find((one) => one.whenMissed === step && one.metAt === null);
  const began = running?.startedAt ?? events.findLast((one) => BEGINS.has(one.event))?.at ?? Number.NEGATIVE_INFINITY;
  return events.some((one) => one.event === DONE_BY[step] && one.at >= began);
}
