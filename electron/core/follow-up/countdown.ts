// One obligation, read at one instant: when it is due, how much business time is left, what that means.
import type { Countdown } from '../../contract/shapes.ts';
import { dueAt, elapsed } from '../clock/business-time.ts';
import type { Calendar } from '../clock/calendar.ts';
import type { Obligation, TimeMeaning } from '../words/obligation.ts';

/** Share of the target that has passed when an obligation turns from fine to soon, and from soon to due. */
const SOON_AT = 0.5;
const DUE_AT = 0.8;

/** Reads an obligation at `now` (UTC ms). `leftMinutes` is business time and stops at the moment it was met. */
export function readCountdown(obligation: Obligation, calendar: Calendar, now: number): Countdown {
  const { kind, startedAt, targetMinutes, metAt } = obligation;
  const leftMinutes = targetMinutes - elapsed(startedAt, Math.max(startedAt, metAt ?? now), calendar);
  return {
    kind,
    startedAt,
    dueAt: dueAt(startedAt, targetMinutes, calendar),
    metAt,
    targetMinutes,
    leftMinutes,
    meaning: meaningOf(leftMinutes, targetMinutes, metAt),
  };
}

function meaningOf(leftMinutes: number, targetMinutes: number, metAt: number | null): TimeMeaning {
  if (leftMinutes < 0) return 'missed';
  if (metAt !== null) return 'met';
  const used = 1 - leftMinutes / targetMinutes;
  if (used >= DUE_AT) return 'due';
  return used >= SOON_AT ? 'soon' : 'fine';
}
