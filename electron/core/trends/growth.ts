// How a problem grows: when it was reported, and whether it is above its usual rate. Times are UTC ms.
import { DAY_MS, EASTERN } from '../domain/time.ts';

const SHOWN_DAYS = 14;
/** The days that count as now, compared with all days before. */
const NOW_DAYS = 2;
const JUMP = 3;

export interface TrendRule {
  /** "The Call Center defines a trend as five or more of the same issue." */
  readonly count: number;
  /** Within this many days. */
  readonly windowDays: number;
  /** This many within a day are urgent. */
  readonly urgentPerDay: number;
}

/**
 * Reports over the whole life of a problem, per day or per several days, in Eastern Time.
 */
export interface Life {
  /** Noon UTC of the first day; the last bucket contains today. */
  readonly from: number;
  readonly daysEach: number;
  readonly counts: readonly number[];
}

export interface Growth {
  readonly firstAt: number;
  readonly lastAt: number;
  /** Reports per day for the last 14 days, oldest first; the last one ends now. */
  readonly days: readonly number[];
  readonly life: Life;
  readonly isTrend: boolean;
  readonly isUrgent: boolean;
  /** Reports per day now, divided by reports per day before; null without a past. */
  readonly pace: number | null;
  readonly jumps: boolean;
}

/** `times` are those of its reports, in any order, at least one. */
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
    life: lifeOf(sorted, now),
    isTrend: densest(sorted, rule.windowDays * DAY_MS) >= rule.count,
    isUrgent: densest(sorted, DAY_MS) >= rule.urgentPerDay,
    pace,
    jumps: pace !== null && pace >= JUMP && lately >= rule.count,
  };
}

/** Days up to six weeks, then weeks, then four weeks each. */
const LENGTHS = [1, 7, 28];
const MOST_STRETCHES = 42;

function lifeOf(sorted: readonly number[], now: number): Life {
  const days = sorted.map(dayOf);
  const today = Math.max(dayOf(now), days.at(-1) ?? 0);
  const lived = today - (days[0] ?? today) + 1;
  const daysEach = LENGTHS.find((length) => lived <= length * MOST_STRETCHES) ?? Math.ceil(lived / MOST_STRETCHES);
  const size = Math.ceil(lived / daysEach);
  const counts = Array.from({ length: size }, () => 0);
  for (const day of days) {
    const at = size - 1 - Math.floor((today - day) / daysEach);
    counts[at] = (counts[at] ?? 0) + 1;
  }
  return { from: (today - size * daysEach + 1) * DAY_MS + DAY_MS / 2, daysEach, counts };
}

const HOUR = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, hour: 'numeric', hourCycle: 'h23' });
/**
 * UTC day → the offset of Eastern Time at noon. Within an hour of a DST change a report may be counted a day off.
 */
const behind = new Map<number, number>();

/** The calendar day in Eastern Time, as a consecutive number. */
function dayOf(at: number): number {
  const utcDay = Math.floor(at / DAY_MS);
  let ms = behind.get(utcDay);
  if (ms === undefined) {
    ms = (12 - Number(HOUR.format(utcDay * DAY_MS + DAY_MS / 2))) * (DAY_MS / 24);
    behind.set(utcDay, ms);
  }
  return Math.floor((at - ms) / DAY_MS);
}

/** The largest number of reports within any window of this length. */
function densest(sorted: readonly number[], ms: number): number {
  let [from, most] = [0, 0];
  for (let at = 0; at < sorted.length; at += 1) {
    while ((sorted[at] ?? 0) - (sorted[from] ?? 0) > ms) from += 1;
    most = Math.max(most, at - from + 1);
  }
  return most;
}
