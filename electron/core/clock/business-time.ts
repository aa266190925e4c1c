// The questions asked of a calendar. Business time is counted in minutes; instants are UTC milliseconds.
import { MINUTE_MS } from '../domain/time.ts';
import type { Calendar } from './calendar.ts';

/** A stretch during which a clock stood still, UTC ms; one that still lasts has no end. */
export interface Pause {
  readonly from: number;
  readonly to: number | null;
}

/**
 * The instant at which `minutes` of business time have passed since `start`. A start in closed time counts from the
 * next opening; zero minutes give the start itself, moved to open time.
 * @throws RangeError when the calendar never opens again.
 */
export function dueAt(start: number, minutes: number, calendar: Calendar): number {
  const { timeline } = calendar;
  return timeline.reach(timeline.openBefore(start) + minutes * MINUTE_MS, start);
}

/**
 * Business minutes between two instants, without those of the pauses (which must not overlap); negative when `end` is
 * before `start`.
 */
export function elapsed(start: number, end: number, calendar: Calendar, pauses: readonly Pause[] = []): number {
  const { timeline } = calendar;
  let open = timeline.openBefore(end) - timeline.openBefore(start);
  for (const { from, to } of pauses) {
    const [first, last] = [Math.max(from, start), Math.min(to ?? end, end)];
    if (last > first) open -= timeline.openBefore(last) - timeline.openBefore(first);
  }
  return open / MINUTE_MS;
}

/** True when an instant lies in open time. */
export function isOpen(at: number, calendar: Calendar): boolean {
  return calendar.timeline.openBefore(at + 1) > calendar.timeline.openBefore(at);
}
