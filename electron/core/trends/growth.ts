// How a problem grows: when it was seen, and whether it goes faster than its own past. Times are UTC ms.

const DAY_MS = 86_400_000;
const SHOWN_DAYS = 14;
/** Days that count as now, against all days before. */
const NOW_DAYS = 2;
const JUMP = 3;

export interface TrendRule {
  /** "The Call Center defines a trend as five or more of the same issue." */
  readonly count: number;
  /** Within so many days. */
  readonly windowDays: number;
  /** So many within a day are urgent. */
  readonly urgentPerDay: number;
}

export interface Growth {
  readonly firstAt: number;
  readonly lastAt: number;
  /** Reports of the last 14 days, oldest first; the last ends now. */
  readonly days: readonly number[];
  readonly isTrend: boolean;
  readonly isUrgent: boolean;
  /** Reports a day now, by reports a day before; null without a past. */
  readonly pace: number | null;
  readonly jumps: boolean;
}

/** `times` are those of its reports, in any order; at least one. */
export function growthOf(times: readonly number[], rule: TrendRule, now: number): Growth {
  const sorted = times.toSorted((a, b) => a - b);
  const [firstAt = now, lastAt = now] = [sorted[0], sorted.at(-1)];
  const days = Array.from({ length: SHOWN_DAYS }, () => 0);
  for (const at of sorted) {
    const ago = Math.floor((now - at) / DAY_MS);
    const index = SHOWN_DAYS - 1 - Math.max(0, ago);
    if (index >= 0) days[index] = (days[index] ?? 0) + 1;
  }
  const lately = sorted.filter((at) => now - at < NOW_DAYS * DAY_MS).length;
  const before = sorted.length - lately;
  const pastDays = (now - firstAt) / DAY_MS - NOW_DAYS;
  const pace = before === 0 || pastDays < 1 ? null : lately / NOW_DAYS / (before / pastDays);
  return {
    firstAt,
    lastAt,
    days,
    isTrend: densest(sorted, rule.windowDays * DAY_MS) >= rule.count,
    isUrgent: densest(sorted, DAY_MS) >= rule.urgentPerDay,
    pace,
    jumps: pace !== null && pace >= JUMP && lately >= rule.count,
  };
}

/** The most reports within any stretch of a length. */
function densest(sorted: readonly number[], ms: number): number {
  let [from, most] = [0, 0];
  for (let at = 0; at < sorted.length; at += 1) {
    while ((sorted[at] ?? 0) - (sorted[from] ?? 0) > ms) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}
