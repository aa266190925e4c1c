// Dates as exports write them, read in the export's own time zone.
import { createInstantOf, createOffsetAt } from '../clock/zone.ts';
import type { DateOrder } from '../domain/mapping.ts';

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const TIME = String.raw`(?:[ ,T]*(?:at )?(\d{1,2}):(\d{2})(?::(\d{2})(?:[.,]\d+)?)?\s*([AP])?\.?(?:M\.?)?)?`;
const ZONE = String.raw`\s*\(?(Z|UTC|GMT|[ECMP][SD]?T|(?:UTC|GMT)?\s?[+-]\d{1,2}(?::?\d{2})?)?\)?`;
const whole = (date: string) =>
  new RegExp(`^(?:(?:mon|tue|wed|thu|fri|sat|sun)[a-z]*\\.?,? )?${date}${TIME}${ZONE}$`, 'i');

const NUMBERS = whole(String.raw`(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})`);
const ISO = whole(String.raw`(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})`);
const COMPACT = whole(String.raw`(\d{4})(\d{2})(\d{2})`);
const MONTH_FIRST = whole(String.raw`([a-z]{3,9})\.? (\d{1,2})(?:st|nd|rd|th)?,? (\d{4})`);
const DAY_FIRST = whole(String.raw`(\d{1,2})(?:st|nd|rd|th)?[ .-]+([a-z]{3,9})\.?[ ,-]+(\d{4}|\d{2})`);
/** Days since the end of 1899, as a spreadsheet holds a date: from 1995 to 2064. */
const SERIAL = /^(3[5-9]\d{3}|[45]\d{4})(?:\.(\d+))?$/;
const EPOCH = /^(1\d{9})(?:\.\d+)?$|^(1\d{12})$/;

const SHORT_ZONES: Readonly<Record<string, string>> = {
  ET: 'America/New_York',
  CT: 'America/Chicago',
  MT: 'America/Denver',
  PT: 'America/Los_Angeles',
};
/** Hours behind UTC in winter. */
const BEHIND: Readonly<Record<string, number>> = { E: 5, C: 6, M: 7, P: 8 };
const HOUR_MS = 3_600_000;
const LONGEST_DATE = 80;
/** 1899-12-30, the day before a spreadsheet's first. */
const SERIAL_START = Date.UTC(1899, 11, 30);

type Day = readonly [year: number, month: number, day: number];

/**
 * Makes a reader of dates in one zone: UTC milliseconds, or null when the text is not a real date.
 * @throws RangeError for a time zone that does not exist
 */
export function createDateReader(timeZone: string, order: DateOrder = 'month-first'): (text: string) => number | null {
  const instantOf = createInstantOf(byQuarter(createOffsetAt(timeZone)));
  return (text) => {
    if (text.length > LONGEST_DATE) return null;
    const trimmed = tidy(text);
    const serial = SERIAL.exec(trimmed);
    if (serial !== null) return instantOf(SERIAL_START + Math.round(Number(trimmed) * 86_400) * 1_000);
    const epoch = EPOCH.exec(trimmed);
    if (epoch !== null) return epoch[2] === undefined ? Math.round(Number(trimmed) * 1_000) : Number(epoch[2]);
    const found = readDay(trimmed, order);
    if (found === null) return null;
    const [hour = '0', minute = '0', second = '0', half, zone] = found.rest;
    const wall = wallTime(found.day, hourOf(Number(hour), half), Number(minute), Number(second));
    if (wall === null) return null;
    return zone === undefined ? instantOf(wall) : inZone(wall, zone.toUpperCase().replace(/\s/g, ''));
  };
}

const QUARTER_MS = 900_000;
const MOST_QUARTERS = 100_000;

/** Offsets change only between quarters of an hour, and asking for one takes long. */
function byQuarter(offsetAt: (at: number) => number): (at: number) => number {
  const known = new Map<number, number>();
  return (at) => {
    const quarter = Math.floor(at / QUARTER_MS);
    let offset = known.get(quarter);
    if (offset === undefined) {
      offset = offsetAt(at);
      if (known.size >= MOST_QUARTERS) known.clear();
      known.set(quarter, offset);
    }
    return offset;
  };
}

/** Spreadsheets and browsers put narrow and fixed spaces into dates, and marks nobody sees. */
function tidy(text: string): string {
  return text
    .replace(/[\u200B-\u200F\u202A-\u202E\u2060\uFEFF]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}

/** The two numbers before the year and what stands between them, where a date is written with numbers only; else null. */
export function numbersOf(text: string): readonly [number, number, string] | null {
  if (text.length > LONGEST_DATE) return null;
  const date = tidy(text);
  const match = NUMBERS.exec(date);
  return match === null ? null : [Number(match[1]), Number(match[2]), /[/.-]/.exec(date)?.[0] ?? ''];
}

function readDay(text: string, order: DateOrder): { day: Day; rest: readonly (string | undefined)[] } | null {
  const numbers = NUMBERS.exec(text);
  if (numbers !== null) {
    const [, a, b, year, ...rest] = numbers;
    const [month, day] = order === 'month-first' ? [a, b] : [b, a];
    return { day: [fullYear(year), Number(month), Number(day)], rest };
  }
  const iso = ISO.exec(text) ?? COMPACT.exec(text);
  if (iso !== null) {
    const [, year, month, day, ...rest] = iso;
    return { day: [Number(year), Number(month), Number(day)], rest };
  }
  const named = MONTH_FIRST.exec(text);
  if (named !== null) {
    const [, month, day, year, ...rest] = named;
    return { day: [Number(year), monthOf(month), Number(day)], rest };
  }
  const dayNamed = DAY_FIRST.exec(text);
  if (dayNamed === null) return null;
  const [, day, month, year, ...rest] = dayNamed;
  return { day: [fullYear(year), monthOf(month), Number(day)], rest };
}

function fullYear(year: string | undefined): number {
  return Number(year) < 100 ? 2000 + Number(year) : Number(year);
}

function monthOf(name: string | undefined): number {
  return MONTHS.indexOf(name?.slice(0, 3).toLowerCase() ?? '') + 1;
}

function hourOf(hour: number, half: string | undefined): number {
  if (half === undefined) return hour;
  if (hour < 1 || hour > 12) return Number.NaN;
  return (hour % 12) + (half.toUpperCase() === 'P' ? 12 : 0);
}

/** Null for a day or time that does not exist, such as 31 February: `Date` would quietly roll it over. */
function wallTime([year, month, day]: Day, hour: number, minute: number, second: number): number | null {
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

/** A wall time in the zone written beside it: Z, ET, EDT, UTC-4, +05:30. */
function inZone(wall: number, zone: string): number {
  const place = SHORT_ZONES[zone];
  if (place !== undefined) return createInstantOf(createOffsetAt(place))(wall);
  const [, area, season] = /^([ECMP])([SD])T$/.exec(zone) ?? [];
  if (area !== undefined) return wall + ((BEHIND[area] ?? 0) - (season === 'D' ? 1 : 0)) * HOUR_MS;
  const [, sign, hours = '0', minutes = '0'] = /([+-])(\d{1,2}):?(\d{2})?$/.exec(zone) ?? [];
  return wall - (sign === '-' ? -1 : 1) * (Number(hours) * 60 + Number(minutes)) * 60_000;
}
