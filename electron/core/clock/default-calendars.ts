// The calendars a desk begins with. "Business hours" is defined nowhere in the documents, so each policy names its own.
import { type CalendarSpec, DEFAULT_CALENDAR } from './calendar.ts';

const ALL_DAY = [[0, 1440]] as const;
const EIGHT_TO_SIX = [[8 * 60, 18 * 60]] as const;

/** By id. */
export const DEFAULT_CALENDARS: Readonly<Record<string, CalendarSpec>> = {
  /** 24 business hours end at the same time on the next business day: what the evidence favours (domain facts). */
  'business-days': DEFAULT_CALENDAR,
  /** The true window of the platform's own rule: 8:00 to 18:00 Eastern (domain facts). */
  'office-hours': {
    name: 'Office hours, 8:00 to 18:00 Eastern',
    timeZone: 'America/New_York',
    week: [[], EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, []],
    federalHolidays: true,
    closed: [],
  },
  /** Patient-safety and security cases run around the clock (domain facts, Targets of time). */
  always: {
    name: 'Around the clock',
    timeZone: 'America/New_York',
    week: [ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY],
    federalHolidays: false,
    closed: [],
  },
};
