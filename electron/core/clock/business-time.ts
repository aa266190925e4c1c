// The two questions asked of a calendar. Business time is counted in minutes; instants are UTC milliseconds.
import type { Calendar } from './calendar.ts';

const MINUTE_MS = 60_000;
/** A calendar without one open minute in this many days is taken to be closed for good. */
const LONGEST_CLOSURE_DAYS = 366 * 5;

/**
 * The instant at which `minutes` of business time have passed since `start`. A start in closed time counts from the
 * next opening; zero minutes give the start itself, moved to open time.
 * @throws RangeError when the calendar never opens again.
 */
export function dueAt(start: number, minutes: number, calendar: Calendar): number {
  let left = minutes * MINUTE_MS;
  let idleDays = 0;
  for (let day = calendar.dayOf(start); ; day += 1) {
    for (const span of calendar.openSpans(day)) {
      const from = Math.max(span.from, start);
      if (from >= span.to) continue;
      idleDays = 0;
      if (span.to - from >= left) return from + left;
      left -= span.to - from;
    }
    idleDays += 1;
    if (idleDays > LONGEST_CLOSURE_DAYS) throw new RangeError(`Calendar "${calendar.spec.name}" has no open hours.`);
  }
}

/** Business minutes between two instants; negative when `end` is before `start`. */
export function elapsed(start: number, end: number, calendar: Calendar): number {
  if (end < start) return -elapsed(end, start, calendar);
  let open = 0;
  const lastDay = calendar.dayOf(end);
  for (let day = calendar.dayOf(start); day <= lastDay; day += 1) {
    for (const span of calendar.openSpans(day)) {
      open += Math.max(0, Math.min(span.to, end) - Math.max(span.from, start));
    }
  }
  return open / MINUTE_MS;
}
