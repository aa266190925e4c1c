// Dates as exports write them, read in the export's own time zone.
import { createInstantOf, createOffsetAt } from '../clock/zone.ts';

const US = /^(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?:[ ,]+(\d{1,2}):(\d{2})(?::(\d{2}))?\s*([AP]M)?)?$/i;
const ISO = /^(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ](\d{1,2}):(\d{2})(?::(\d{2})(?:\.\d+)?)?)?\s*(Z|[+-]\d{2}:?\d{2})?$/i;

/** Makes a reader of dates in one zone: UTC milliseconds, or null when the text is not a real date. */
export function createDateReader(timeZone: string): (text: string) => number | null {
  const instantOf = createInstantOf(createOffsetAt(timeZone));
  return (text) => {
    const trimmed = text.trim();
    const us = US.exec(trimmed);
    if (us) {
      const [, month, day, year, hour = '0', minute = '0', second = '0', half] = us;
      const fullYear = Number(year) < 100 ? 2000 + Number(year) : Number(year);
      const wall = wallTime(
        fullYear,
        Number(month),
        Number(day),
        hourOf(Number(hour), half),
        Number(minute),
        Number(second),
      );
      return wall === null ? null : instantOf(wall);
    }
    const iso = ISO.exec(trimmed);
    if (iso) {
      const [, year, month, day, hour = '0', minute = '0', second = '0', zone] = iso;
      const wall = wallTime(Number(year), Number(month), Number(day), Number(hour), Number(minute), Number(second));
      if (wall === null) return null;
      return zone === undefined ? instantOf(wall) : wall - offsetMs(zone);
    }
    return null;
  };
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === 'PM' ? 12 : 0);
}

/** Null for a day or time that does not exist, such as 31 February: `Date` would quietly roll it over. */
function wallTime(
  year: number,
  month: number,
  day: number,
  hour: number,
  minute: number,
  second: number,
): number | null {
  const wall = Date.UTC(year, month - 1, day, hour, minute, second);
  const date = new Date(wall);
  const real =
    date.getUTCMonth() === month - 1 &&
    date.getUTCDate() === day &&
    date.getUTCHours() === hour &&
    minute < 60 &&
    second < 60;
  return real ? wall : null;
}

function offsetMs(zone: string): number {
  if (zone.toUpperCase() === 'Z') return 0;
  const [, sign, hours, minutes] = /^([+-])(\d{2}):?(\d{2})$/.exec(zone) ?? [];
  return (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
