// Which snapshots are kept: the newest three, and the newest of each of the last seven days, four weeks and six months.
// Days are in UTC, so that traveling to another time zone drops nothing.
import { DAY_MS } from '../../core/domain/time.ts';

const WEEK_DAYS = 7;
const NEWEST = 3;
/** How many periods of each kind, and the number of the period that contains an instant. */
const RULES: readonly (readonly [count: number, periodOf: (at: number) => number])[] = [
  [7, dayOf],
  // Weeks begin on Monday; the epoch was a Thursday.
  [4, (at) => Math.floor((dayOf(at) + 3) / WEEK_DAYS)],
  [6, (at) => new Date(at).getUTCFullYear() * 12 + new Date(at).getUTCMonth()],
];

function dayOf(at: number): number {
  return Math.floor(at / DAY_MS);
}

/** @param times UTC ms, in any order. Times in the future (a clock was wrong) are kept. @returns those to keep */
export function keptTimes(times: readonly number[], now: number): ReadonlySet<number> {
  const newestFirst = times.toSorted((a, b) => b - a);
  const kept = new Set(newestFirst.slice(0, NEWEST));
  for (const [count, periodOf] of RULES) {
    const current = periodOf(now);
    const seen = new Set<number>();
    for (const at of newestFirst) {
      const period = periodOf(at);
      if (seen.has(period) || period <= current - count) continue;
      seen.add(period);
      kept.add(at);
    }
  }
  return kept;
}
