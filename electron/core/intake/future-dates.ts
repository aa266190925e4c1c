// Nobody reports from the future: such a date was mistyped, read in the wrong order, or the computer's clock is wrong. The row comes
// in all the same, its clocks start at once, and that is said.
import { DAY_MS, EASTERN } from '../domain/time.ts';
import type { IncomingCase } from './incoming-case.ts';

/** Clocks and time zones differ by no more than that. */
const AHEAD_MS = DAY_MS;
const TODAY = new Intl.DateTimeFormat('en-US', { month: 'short', day: 'numeric', year: 'numeric', timeZone: EASTERN });

export interface FutureDates {
  add(one: Pick<IncomingCase, 'row' | 'reportedAt'>): void;
  /** What is to be said about them: nothing, or one note. */
  notes(): readonly string[];
}

/** @param now UTC ms */
export function countFutureDates(now: number): FutureDates {
  let count = 0;
  let first = 0;
  return {
    add({ row, reportedAt }) {
      if (reportedAt <= now + AHEAD_MS) return;
      if (count === 0) first = row;
      count += 1;
    },
    notes() {
      if (count === 0) return [];
      const rows =
        count === 1 ? `Row ${first} has a date` : `${count} rows have dates, the first of them row ${first},`;
      const clocks = count === 1 ? 'its clock starts' : 'their clocks start';
      return [
        `${rows} in the future, and ${clocks} now: today is ${TODAY.format(now)}. Check the order of day and month, and the clock of this computer.`,
      ];
    },
  };
}
