// The calendars of a new desk. VA defines "business hours" nowhere, so each policy names its calendar.
import { EASTERN } from '../domain/time.ts';
import { type CalendarSpec, DEFAULT_CALENDAR } from './calendar.ts';

const ALL_DAY = [[0, 1440]] as const;
/** The support hours of the VA.gov platform: 8:00 AM to 6:00 PM Eastern Time. */
export const OFFICE_HOURS = { opens: 8, closes: 18 } as const;
const EIGHT_TO_SIX = [[OFFICE_HOURS.opens * 60, OFFICE_HOURS.closes * 60]] as const;

/** By id. */
export const DEFAULT_CALENDARS: Readonly<Record<string, CalendarSpec>> = {
  /** 24 business hours end at the same time on the next business day, as Tier 3 counts them in practice. */
  'business-days': DEFAULT_CALENDAR,
  'office-hours': {
    name: 'Office hours, 8 AM to 6 PM Eastern',
    timeZone: EASTERN,
    week: [[], EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, EIGHT_TO_SIX, []],
    federalHolidays: true,
    closed: [],
  },
  /** Clocks of patient safety and security cases never pause. */
  always: {
    name: 'Around the clock',
    timeZone: EASTERN,
    week: [ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY, ALL_DAY],
    federalHolidays: false,
    closed: [],
  },
};
