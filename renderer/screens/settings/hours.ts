// Hours of a day as people write them: "8:00-12:00, 13:00-17:00". Empty means closed.
import type { CalendarRow } from '../../../electron/contract/time-schemas.ts';

type Hours = CalendarRow['week'][number];

const clock = (minutes: number) => `${Math.floor(minutes / 60)}:${String(minutes % 60).padStart(2, '0')}`;

export function hoursInWords(hours: Hours): string {
  return hours.map(([from, to]) => `${clock(from)}-${clock(to)}`).join(', ');
}

/** Null when it is not understood. */
export function readHours(text: string): Hours | null {
  const pairs: Hours = [];
  for (const part of text
    .split(',')
    .map((one) => one.trim())
    .filter((one) => one !== '')) {
    const match = /^(\d{1,2})(?::(\d{2}))?\s*[-–]\s*(\d{1,2})(?::(\d{2}))?$/.exec(part);
    if (match === null) return null;
    const [, fromHour, fromMinute = '0', toHour, toMinute = '0'] = match;
    const [from, to] = [Number(fromHour) * 60 + Number(fromMinute), Number(toHour) * 60 + Number(toMinute)];
    if (from >= to || to > 1440 || from < (pairs.at(-1)?.[1] ?? 0)) return null;
    pairs.push([from, to]);
  }
  return pairs;
}
