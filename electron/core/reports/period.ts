// The period of a report, and the one it is compared with. Months and weeks are in Eastern Time.

import { createInstantOf, createOffsetAt } from '../clock/zone.ts';
import { DAY_MS, EASTERN } from '../domain/time.ts';

/** UTC ms, end exclusive. */
export interface Span {
  readonly from: number;
  readonly to: number;
}

export interface Period extends Span {
  /** `2026-10`, `2026-W44`, or `2026-10-05..2026-10-09` (both days included). */
  readonly name: string;
}

const offsetAt = createOffsetAt(EASTERN);
const instantOf = createInstantOf(offsetAt);
const MONTH = /^(\d{4})-(0[1-9]|1[0-2])$/;
const WEEK = /^(\d{4})-W(0[1-9]|[1-4]\d|5[0-3])$/;
const DAYS = /^(\d{4}-\d{2}-\d{2})\.\.(\d{4}-\d{2}-\d{2})$/;

/** Parses the name of a period; null if it is invalid, such as `2026-13` or days in the wrong order. */
export function readPeriod(name: string): Period | null {
  const month = MONTH.exec(name);
  if (month !== null) return monthOf(Number(month[1]), Number(month[2]) - 1);
  const week = WEEK.exec(name);
  if (week !== null) {
    const monday = mondayOf(Number(week[1]), Number(week[2]));
    return weekName(monday) === name ? spanOf(monday, monday + 7, name) : null;
  }
  const days = DAYS.exec(name);
  if (days === null) return null;
  const [from, to] = [dayOf(days[1] ?? ''), dayOf(days[2] ?? '')];
  return from === null || to === null || to < from ? null : spanOf(from, to + 1, name);
}

/** The preceding period of the same kind. */
export function periodBefore(period: Period): Period {
  const month = MONTH.exec(period.name);
  if (month !== null) return monthOf(Number(month[1]), Number(month[2]) - 2);
  const week = WEEK.exec(period.name);
  if (week !== null) {
    const monday = mondayOf(Number(week[1]), Number(week[2])) - 7;
    return spanOf(monday, monday + 7, weekName(monday));
  }
  const days = DAYS.exec(period.name);
  const [first, last] = [dayOf(days?.[1] ?? '') ?? 0, dayOf(days?.[2] ?? '') ?? 0];
  const length = last - first + 1;
  return spanOf(first - length, first, `${iso(first - length)}..${iso(first - 1)}`);
}

/** The month of an instant (UTC ms). */
export function monthAt(at: number): Period {
  const wall = new Date(at + offsetAt(at));
  return monthOf(wall.getUTCFullYear(), wall.getUTCMonth());
}

/** The ISO week of an instant (UTC ms). */
export function weekAt(at: number): Period {
  const day = Math.floor((at + offsetAt(at)) / DAY_MS);
  const monday = day - weekdayOf(day);
  return spanOf(monday, monday + 7, weekName(monday));
}

function monthOf(year: number, month: number): Period {
  const [from, to] = [Date.UTC(year, month) / DAY_MS, Date.UTC(year, month + 1) / DAY_MS];
  return spanOf(from, to, iso(from).slice(0, 7));
}

/** Days are numbered from 1970-01-01. */
function spanOf(firstDay: number, endDay: number, name: string): Period {
  return { from: instantOf(firstDay * DAY_MS), to: instantOf(endDay * DAY_MS), name };
}

function iso(day: number): string {
  return new Date(day * DAY_MS).toISOString().slice(0, 10);
}

function dayOf(date: string): number | null {
  const day = Date.parse(`${date}T00:00:00Z`) / DAY_MS;
  return Number.isInteger(day) && iso(day) === date ? day : null;
}

/** ISO 8601: the first week is the one with January 4. */
function mondayOf(year: number, week: number): number {
  const fourth = Date.UTC(year, 0, 4) / DAY_MS;
  return fourth - weekdayOf(fourth) + (week - 1) * 7;
}

/** Monday is 0. */
function weekdayOf(day: number): number {
  return (((day + 3) % 7) + 7) % 7;
}

function weekName(monday: number): string {
  const year = new Date((monday + 3) * DAY_MS).getUTCFullYear();
  const week = (monday - mondayOf(year, 1)) / 7 + 1;
  return `${year}-W${String(week).padStart(2, '0')}`;
}
