// Forty due times of 2026 and 2027 worked out by hand from the federal calendar, each with its reasoning. Eastern Time.
import { expect, it } from 'vitest';
import { dueAt } from '../../../electron/core/clock/business-time.ts';
import { createCalendar } from '../../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../../electron/core/clock/default-calendars.ts';

const calendars = Object.fromEntries(Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]));

it.each([
  // 2026
  ['Thursday before a plain Friday: one day on', 24, '2026-01-08T10:00-05:00', '2026-01-09T10:00-05:00'],
  [
    'New Year’s Day 2026 is closed: counting begins Friday 00:00',
    24,
    '2026-01-01T12:00-05:00',
    '2026-01-03T00:00-05:00',
  ],
  ['Wednesday 31 December, New Year closed: to Friday', 24, '2025-12-31T15:00-05:00', '2026-01-02T15:00-05:00'],
  [
    'Friday before Martin Luther King Day: Saturday to Monday closed, to Tuesday',
    24,
    '2026-01-16T09:00-05:00',
    '2026-01-20T09:00-05:00',
  ],
  ['48 hours from that Friday: to Wednesday', 48, '2026-01-16T09:00-05:00', '2026-01-21T09:00-05:00'],
  [
    'a Sunday of a holiday weekend: begins Tuesday 00:00, ends Wednesday 00:00',
    24,
    '2026-02-15T20:00-05:00',
    '2026-02-18T00:00-05:00',
  ],
  ['on Presidents’ Day itself: the same', 24, '2026-02-16T08:00-05:00', '2026-02-18T00:00-05:00'],
  [
    '72 hours over Presidents’ Day: Thursday, Friday, Tuesday, to Wednesday 11:00',
    72,
    '2026-02-12T11:00-05:00',
    '2026-02-18T11:00-05:00',
  ],
  [
    'Friday before the clocks go forward: to Monday, in summer time',
    24,
    '2026-03-06T10:00-05:00',
    '2026-03-09T10:00-04:00',
  ],
  ['the Sunday the clocks go forward is closed anyway', 24, '2026-03-08T12:00-04:00', '2026-03-10T00:00-04:00'],
  ['Friday before Memorial Day: to Tuesday', 24, '2026-05-22T16:30-04:00', '2026-05-26T16:30-04:00'],
  ['Juneteenth 2026 is a Friday: Thursday to Monday', 24, '2026-06-18T13:00-04:00', '2026-06-22T13:00-04:00'],
  ['48 hours over Juneteenth: to Tuesday', 48, '2026-06-18T13:00-04:00', '2026-06-23T13:00-04:00'],
  [
    'Independence Day 2026, a Saturday, is observed on Friday the 3rd: Thursday to Monday',
    24,
    '2026-07-02T10:00-04:00',
    '2026-07-06T10:00-04:00',
  ],
  ['on the observed Friday: begins Monday 00:00', 24, '2026-07-03T10:00-04:00', '2026-07-07T00:00-04:00'],
  ['Friday before Labor Day: to Tuesday', 24, '2026-09-04T08:15-04:00', '2026-09-08T08:15-04:00'],
  ['Friday before Columbus Day: to Tuesday', 24, '2026-10-09T17:45-04:00', '2026-10-13T17:45-04:00'],
  [
    'Friday before the clocks go back: to Monday, in winter time',
    24,
    '2026-10-30T10:00-04:00',
    '2026-11-02T10:00-05:00',
  ],
  ['Veterans Day 2026 is a Wednesday: Tuesday to Thursday', 24, '2026-11-10T09:30-05:00', '2026-11-12T09:30-05:00'],
  ['Thanksgiving closes Thursday only: Wednesday to Friday', 24, '2026-11-25T10:00-05:00', '2026-11-27T10:00-05:00'],
  [
    '48 hours from the Wednesday before Thanksgiving: Friday, to Monday',
    48,
    '2026-11-25T10:00-05:00',
    '2026-11-30T10:00-05:00',
  ],
  ['Christmas 2026 is a Friday: Thursday to Monday', 24, '2026-12-24T12:00-05:00', '2026-12-28T12:00-05:00'],
  ['72 hours from 23 December: Thursday, Monday, to Tuesday', 72, '2026-12-23T14:00-05:00', '2026-12-29T14:00-05:00'],
  // 2027
  ['New Year 2027 is a Friday: Thursday to Monday', 24, '2026-12-31T10:00-05:00', '2027-01-04T10:00-05:00'],
  [
    'five business days from Thursday 14 January over Martin Luther King Day',
    120,
    '2027-01-14T10:00-05:00',
    '2027-01-22T10:00-05:00',
  ],
  ['the clocks go forward on 14 March 2027: Friday to Monday', 24, '2027-03-12T18:00-05:00', '2027-03-15T18:00-04:00'],
  ['Memorial Day 2027 is 31 May: Friday to Tuesday', 24, '2027-05-28T10:00-04:00', '2027-06-01T10:00-04:00'],
  [
    'Juneteenth 2027, a Saturday, is observed on Friday the 18th: Thursday to Monday',
    24,
    '2027-06-17T10:00-04:00',
    '2027-06-21T10:00-04:00',
  ],
  [
    'Independence Day 2027, a Sunday, is observed on Monday the 5th: Friday to Tuesday',
    24,
    '2027-07-02T10:00-04:00',
    '2027-07-06T10:00-04:00',
  ],
  ['Labor Day 2027 is 6 September: Friday to Tuesday', 24, '2027-09-03T10:00-04:00', '2027-09-07T10:00-04:00'],
  ['Veterans Day 2027 is a Thursday: Wednesday to Friday', 24, '2027-11-10T10:00-05:00', '2027-11-12T10:00-05:00'],
  ['the clocks go back on 7 November 2027: Friday to Monday', 24, '2027-11-05T10:00-04:00', '2027-11-08T10:00-05:00'],
  [
    'Christmas 2027, a Saturday, is observed on Friday the 24th: Thursday to Monday',
    24,
    '2027-12-23T10:00-05:00',
    '2027-12-27T10:00-05:00',
  ],
  [
    'New Year 2028, a Saturday, is observed on Friday 31 December 2027: Thursday to Monday',
    24,
    '2027-12-30T10:00-05:00',
    '2028-01-03T10:00-05:00',
  ],
  [
    'ten business days from Monday 13 December 2027: two Fridays are closed',
    240,
    '2027-12-13T10:00-05:00',
    '2027-12-28T10:00-05:00',
  ],
])('%s', (_, hours, start, due) => {
  const found = dueAt(Date.parse(start), hours * 60, calendars['business-days']!);
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString());
});

it.each([
  [
    'office hours: 3 hours from Friday 17:00 end Monday 10:00',
    'office-hours',
    3,
    '2026-10-16T17:00-04:00',
    '2026-10-19T10:00-04:00',
  ],
  [
    'office hours: before opening counts from 8:00',
    'office-hours',
    3,
    '2026-10-20T06:00-04:00',
    '2026-10-20T11:00-04:00',
  ],
  [
    'office hours: after closing counts from the next morning',
    'office-hours',
    1,
    '2026-10-20T21:00-04:00',
    '2026-10-21T09:00-04:00',
  ],
  [
    'around the clock: Critical on a holiday Sunday is due in an hour',
    'always',
    1,
    '2026-10-11T23:30-04:00',
    '2026-10-12T00:30-04:00',
  ],
  [
    'around the clock: 24 hours over the night the clocks go back are 24 true hours',
    'always',
    24,
    '2026-10-31T12:00-04:00',
    '2026-11-01T11:00-05:00',
  ],
])('%s', (_, calendar, hours, start, due) => {
  const found = dueAt(Date.parse(start), hours * 60, calendars[calendar]!);
  expect(new Date(found).toISOString()).toBe(new Date(due).toISOString());
});
