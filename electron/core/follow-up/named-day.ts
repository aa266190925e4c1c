// The day a sentence names: a date, a weekday, today or tomorrow, in Eastern Time.

import { createInstantOf, createOffsetAt } from '../clock/zone.ts';
import { DAY_MS, EASTERN } from '../domain/time.ts';

const HALF_A_YEAR_MS = 183 * DAY_MS;
const offsetAt = createOffsetAt(EASTERN);
const instantOf = createInstantOf(offsetAt);

const WEEKDAYS = ['sunday', 'monday', 'tuesday', 'wednesday', 'thursday', 'friday', 'saturday'];
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

const ISO = /\b(20\d\d)-(\d\d)-(\d\d)\b/;
const US = /\b(\d{1,2})\/(\d{1,2})(?:\/(20\d\d|\d\d))?\b/;
const MONTH =
  /\b(jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]*\.? (\d{1,2})(?:st|nd|rd|th)?\b(?:,? (20\d\d))?/i;
const WEEKDAY = /\b(last |next )?(sunday|monday|tuesday|wednesday|thursday|friday|saturday)\b/i;
const NEAR = /\b(today|tonight|tomorrow|yesterday|eod|cob|close of business)\b/i;

/** The last millisecond of the day that `sentence`, said at `saidAt` (UTC ms), names; null when it names none. */
export function namedDay(sentence: string, saidAt: number): number | null {
  const today = startOfDay(saidAt);
  const iso = ISO.exec(sentence);
  if (iso !== null) return endOf(Date.UTC(Number(iso[1]), Number(iso[2]) - 1, Number(iso[3])));
  const us = US.exec(sentence);
  if (us !== null) return dated(Number(us[1]) - 1, Number(us[2]), us[3], today);
  const month = MONTH.exec(sentence);
  if (month !== null) return dated(MONTHS.indexOf(month[1]?.toLowerCase() ?? ''), Number(month[2]), month[3], today);
  const weekday = WEEKDAY.exec(sentence);
  if (weekday !== null) {
    const ahead = (WEEKDAYS.indexOf(weekday[2]?.toLowerCase() ?? '') - new Date(today).getUTCDay() + 7) % 7;
    return endOf(today + (weekday[1]?.toLowerCase() === 'last ' ? ahead - 7 : ahead) * DAY_MS);
  }
  const near = NEAR.exec(sentence)?.[1]?.toLowerCase();
  if (near === undefined) return null;
  return endOf(today + (near === 'tomorrow' ? DAY_MS : near === 'yesterday' ? -DAY_MS : 0));
}

/** Midnight of the Eastern day, written as if it were UTC. */
function startOfDay(at: number): number {
  return Math.floor((at + offsetAt(at)) / DAY_MS) * DAY_MS;
}

function endOf(day: number): number {
  return instantOf(day + DAY_MS) - 1;
}

/** Without a year, the one that makes it nearest. */
function dated(month: number, day: number, year: string | undefined, today: number): number | null {
  if (month > 11 || day < 1 || day > 31) return null;
  if (year !== undefined) return endOf(Date.UTC(Number(year) < 100 ? 2000 + Number(year) : Number(year), month, day));
  const own = new Date(today).getUTCFullYear();
  const near = [own - 1, own, own + 1]
    .map((one) => Date.UTC(one, month, day))
    .find((at) => Math.abs(at - today) <= HALF_A_YEAR_MS);
  return near === undefined ? null : endOf(near);
}
