// A business calendar: which minutes count. Days are computed once and cached, so that thousands of clocks cost a walk
// over days, not over minutes.
import { DAY_MS, EASTERN, MINUTE_MS } from '../domain/time.ts';
import { federalHolidays } from './holidays.ts';
import { createTimeline, type Timeline } from './timeline.ts';
import { createInstantOf, createOffsetAt } from './zone.ts';

/** Open hours of one weekday: pairs of minutes after local midnight, in order and not overlapping. 1440 is midnight. */
export type DayHours = readonly (readonly [from: number, to: number])[];

export interface CalendarSpec {
  readonly name: string;
  readonly timeZone: string;
  /** Sunday first, as in Date. */
  readonly week: readonly [DayHours, DayHours, DayHours, DayHours, DayHours, DayHours, DayHours];
  readonly federalHolidays: boolean;
  /** Closed days besides federal holidays, `YYYY-MM-DD`. */
  readonly closed: readonly string[];
}

const WHOLE_DAY: DayHours = [[0, 1440]];

/**
 * Monday to Friday, 24 hours a day, federal holidays off: VA defines "business hours" nowhere, and this way "24
 * business hours" end at the same time on the next business day.
 */
export const DEFAULT_CALENDAR: CalendarSpec = {
  name: 'Business days, New York',
  timeZone: EASTERN,
  week: [[], WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, WHOLE_DAY, []],
  federalHolidays: true,
  closed: [],
};

/** An open span in UTC milliseconds, end exclusive. */
export interface OpenSpan {
  readonly from: number;
  readonly to: number;
}

export interface Calendar {
  readonly spec: CalendarSpec;
  /** The local day (days since 1970-01-01 of the zone) that holds an instant. */
  dayOf(at: number): number;
  /** The open spans of a local day, in order. */
  openSpans(day: number): readonly OpenSpan[];
  /** Its open time as one timeline. */
  readonly timeline: Timeline;
}

/** Makes a calendar from its definition. @throws RangeError for an unknown time zone */
export function createCalendar(spec: CalendarSpec): Calendar {
  const offsetAt = createOffsetAt(spec.timeZone);
  const instantOf = createInstantOf(offsetAt);
  const starts = new Map<number, number>();
  const days = new Map<number, readonly OpenSpan[]>();
  const holidays = new Map<number, ReadonlySet<string>>();
  const closed = new Set(spec.closed);

  function startOf(day: number): number {
    let start = starts.get(day);
    if (start === undefined) {
      start = instantOf(day * DAY_MS);
      starts.set(day, start);
    }
    return start;
  }

  function isClosed(day: number): boolean {
    const date = new Date(day * DAY_MS);
    const iso = date.toISOString().slice(0, 10);
    if (closed.has(iso)) return true;
    if (!spec.federalHolidays) return false;
    const year = date.getUTCFullYear();
    let ofYear = holidays.get(year);
    if (ofYear === undefined) {
      ofYear = federalHolidays(year);
      holidays.set(year, ofYear);
    }
    return ofYear.has(iso);
  }

  function workOut(day: number): readonly OpenSpan[] {
    const hours = spec.week.at(new Date(day * DAY_MS).getUTCDay()) ?? [];
    if (hours.length === 0 || isClosed(day)) return [];
    return stretchesOf(day).flatMap(({ from, to, wallAt }) =>
      hours.flatMap(([open, close]) => {
        const span = {
          from: Math.max(from, from + (open * MINUTE_MS - wallAt)),
          to: Math.min(to, from + (close * MINUTE_MS - wallAt)),
        };
        return span.to > span.from ? [span] : [];
      }),
    );
  }

  /**
   * The spans of a day in which the wall clock runs evenly: one on most days, two where daylight saving time begins or
   * ends. `wallAt` is the wall clock at the start of the span, in ms after midnight. A repeated hour counts twice.
   */
  function stretchesOf(
    day: number,
  ): readonly { readonly from: number; readonly to: number; readonly wallAt: number }[] {
    const [from, to] = [startOf(day), startOf(day + 1)];
    if (to - from === DAY_MS) return [{ from, to, wallAt: 0 }];
    const before = offsetAt(from);
    let [low, high] = [from, to];
    while (high - low > MINUTE_MS) {
      const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
      if (offsetAt(middle) === before) low = middle;
      else high = middle;
    }
    return [
      { from, to: high, wallAt: 0 },
      { from: high, to, wallAt: high + offsetAt(high) - day * DAY_MS },
    ];
  }

  const plain = {
    spec,
    dayOf(at: number) {
      let day = Math.floor(at / DAY_MS);
      while (startOf(day) > at) day -= 1;
      while (startOf(day + 1) <= at) day += 1;
      return day;
    },
    openSpans(day: number) {
      let spans = days.get(day);
      if (spans === undefined) {
        spans = workOut(day);
        days.set(day, spans);
      }
      return spans;
    },
  };
  return { ...plain, timeline: createTimeline(plain) };
}
