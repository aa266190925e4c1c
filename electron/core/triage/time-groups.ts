// Groups of a list by due time, as a lead plans the day. Dates are in Eastern Time, which all teams use.

import { createInstantOf, createOffsetAt } from '../clock/zone.ts';
import { DAY_MS, EASTERN } from '../domain/time.ts';

const NAMED_DAYS = 6;
const offsetAt = createOffsetAt(EASTERN);
const instantOf = createInstantOf(offsetAt);
const WEEKDAY = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, weekday: 'long' });

export interface TimeGroup {
  readonly key: string;
  readonly name: string;
  /** Contains what is due before this instant (UTC ms) and is in no earlier group. */
  readonly until: number;
}

/** The groups for running clocks at an instant, in order. */
export function timeGroups(now: number): TimeGroup[] {
  const midnight = Math.floor((now + offsetAt(now)) / DAY_MS) * DAY_MS;
  const startOf = (day: number) => instantOf(midnight + day * DAY_MS);
  const days = Array.from({ length: NAMED_DAYS }, (_, day) => ({
    key: `day-${day}`,
    name: day === 0 ? 'Due today' : day === 1 ? 'Due tomorrow' : `Due ${WEEKDAY.format(startOf(day))}`,
    until: startOf(day + 1),
  }));
  return [
    { key: 'missed', name: 'Missed', until: now },
    ...days,
    { key: 'later', name: 'Due later', until: Number.POSITIVE_INFINITY },
  ];
}
