// Wall-clock days of a time zone as spans of UTC milliseconds, with daylight saving time.
import { HOUR_MS } from '../domain/time.ts';

/** True for a zone that is known by its name, or by its distance from UTC as "-07:00" or "GMT-07:00". */
export function isTimeZone(timeZone: string): boolean {
  try {
    createOffsetAt(timeZone);
    return true;
  } catch {
    return false;
  }
}

/**
 * UTC offset of a zone at an instant, in ms (New York in winter: -5 h). Google Sheets calls a zone of somebody's own "GMT-07:00".
 * @throws RangeError for an unknown zone
 */
export function createOffsetAt(timeZone: string): (at: number) => number {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone: timeZone.replace(/^GMT(?=[+-]\d\d:\d\d$)/, ''),
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  return (at) => {
    const part: Record<string, number> = {};
    for (const { type, value } of format.formatToParts(at)) part[type] = Number(value);
    const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = part;
    return Date.UTC(year, month - 1, day, hour, minute, second) - Math.floor(at / 1000) * 1000;
  };
}

/**
 * The instant at which a wall clock of the zone first shows a time. `wallMs` is that time read as if it were UTC.
 * A time skipped by daylight saving gives the instant of the skip; one shown twice gives the earlier.
 */
export function createInstantOf(offsetAt: (at: number) => number): (wallMs: number) => number {
  return (wallMs) => {
    const candidates = [offsetAt(wallMs - 14 * HOUR_MS), offsetAt(wallMs + 14 * HOUR_MS)].map(
      (offset) => wallMs - offset,
    );
    const matching = candidates.filter((at) => at + offsetAt(at) === wallMs);
    return matching.length > 0 ? Math.min(...matching) : Math.max(...candidates);
  };
}
