// The spans in which a case waited for another party, and those in which a team waited for us.
import type { Pause } from '../clock/business-time.ts';
import type { ClockEvent, Policy, StandsStill } from '../domain/obligation.ts';

export interface CasePause extends Pause {
  readonly reason: StandsStill;
}

/** In order of their start. A new pause ends the one before; a team's wait for us may overlap it. */
export function pausesOf(events: readonly ClockEvent[]): CasePause[] {
  const pauses: CasePause[] = [];
  let open: CasePause | null = null;
  let asked: CasePause | null = null;
  for (const one of events) {
    if (one.event === 'paused' || one.event === 'resumed') {
      if (open !== null) pauses.push({ ...open, to: one.at });
      open = one.event === 'paused' ? { from: one.at, to: null, reason: one.reason } : null;
    } else if (one.event === 'question-asked') {
      asked ??= { from: one.at, to: null, reason: 'answer' };
    } else if (asked !== null && (one.event === 'answered' || one.event === 'closed')) {
      pauses.push({ ...asked, to: one.at });
      asked = null;
    }
  }
  pauses.push(...[open, asked].filter((one) => one !== null));
  return pauses.sort((a, b) => a.from - b.from);
}

/** The pauses that apply to a policy, merged so that they do not overlap. */
export function stretchesFor({ pausedBy }: Policy, pauses: readonly CasePause[]): Pause[] {
  const stretches: { from: number; to: number | null }[] = [];
  for (const { from, to, reason } of pauses) {
    if (!pausedBy.includes(reason)) continue;
    const last = stretches.at(-1);
    if (last !== undefined && (last.to === null || from <= last.to))
      last.to = last.to === null || to === null ? null : Math.max(last.to, to);
    else stretches.push({ from, to });
  }
  return stretches;
}
