// Periods and instants of a report, formatted for people.
import { EASTERN } from './time.ts';

const MONTH = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'long', year: 'numeric' });
const DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric', year: 'numeric' });
const SHORT_DAY = new Intl.DateTimeFormat('en-US', { timeZone: 'UTC', month: 'short', day: 'numeric' });
/** A day in ISO 8601. */
const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: EASTERN, dateStyle: 'short' });
const INSTANT = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN,
  ...{ month: 'long', day: 'numeric', year: 'numeric', hour: 'numeric', minute: '2-digit' },
});

/** `2026-10` → "October 2026", `2026-W44` → "Week 44 of 2026", days → "Oct 5, 2026 to Oct 9, 2026". */
export function periodInWords(name: string): string {
  const [, year, week] = /^(\d{4})-W(\d{2})$/.exec(name) ?? [];
  if (week !== undefined) return `Week ${Number(week)} of ${year}`;
  if (/^\d{4}-\d{2}$/.test(name)) return MONTH.format(Date.parse(`${name}-01`));
  const [, from, to] = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/.exec(name) ?? [];
  if (from === undefined || to === undefined) return name;
  return from === to
    ? DAY.format(Date.parse(from))
    : `${DAY.format(Date.parse(from))} to ${DAY.format(Date.parse(to))}`;
}

/** "October 28, 2026 at 10:00 AM, Eastern Time". */
export function instantInWords(iso: string): string {
  return `${INSTANT.format(Date.parse(iso))}, Eastern Time`;
}

/** The day in Eastern Time of an instant (UTC ms), such as `2026-10-05`. */
export function easternDay(at: number): string {
  return EASTERN_DAY.format(at);
}

/** `2026-10-05` → "Oct 5". */
export function dayInWords(day: string): string {
  return SHORT_DAY.format(Date.parse(day));
}

/** The days in Eastern Time of a span (ISO 8601, end exclusive). */
export function daysOf({ from, to }: { readonly from: string; readonly to: string }): string[] {
  const [first, last] = [easternDay(Date.parse(from)), easternDay(Date.parse(to) - 1)];
  const days: string[] = [];
  for (let day = first; day <= last; day = new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10))
    days.push(day);
  return days;
}
