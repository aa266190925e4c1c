// What every verb is given: the store, the time, the calendar, and ways to tell others. One per open desk.
import type { DeskEvent } from '../contract/calls.ts';
import type { Calendar } from '../core/clock/calendar.ts';
import type { Jobs } from '../jobs/jobs.ts';
import type { Store } from '../store/open.ts';

export interface Office {
  readonly store: Store;
  /** UTC milliseconds. */
  readonly now: () => number;
  readonly calendar: Calendar;
  readonly announce: (event: DeskEvent) => void;
  readonly jobs: Jobs;
}

/** Who is named in the activity. */
export const LEAD = 'You';
export const DESK = 'Desk';
