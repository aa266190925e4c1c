// Situations of the clock: what was done at which hour, and what a countdown says then. Wednesday 28 October 2026, 10:00
// Eastern, is hour 0; a business day has 24 hours. So hour 48 is Friday 10:00, and the weekend lies between hours 62 and
// 111: clocks go back on its Sunday.
import { createCalendar } from '../../electron/core/clock/calendar.ts';
import { DEFAULT_CALENDARS } from '../../electron/core/clock/default-calendars.ts';
import { readCountdowns } from '../../electron/core/follow-up/countdown.ts';
import { DEFAULT_POLICIES } from '../../electron/core/follow-up/default-policies.ts';
import { readEvents } from '../../electron/core/follow-up/events.ts';

const START = Date.parse('2026-10-28T10:00-04:00');
const HOUR = 3_600_000;
const calendars = Object.fromEntries(Object.entries(DEFAULT_CALENDARS).map(([id, spec]) => [id, createCalendar(spec)]));
/** With the contact center's targets, which are shipped off. */
const rules = {
  policies: DEFAULT_POLICIES.map((one) => ({ ...one, on: true })),
  calendarOf: ({ calendar }: { calendar: string }) => calendars[calendar]!,
};

export type Act = readonly [hour: number, verb: string, fact?: object];
/** With the sentence it follows; `left` in hours. */
export type Situation = [
  situation: string,
  sentence: string,
  acts: Act[],
  at: number,
  policy: string,
  state: string,
  left: number,
];

export const ticket: Act = [2, 'create-issue'];

export const read = (acts: readonly Act[], hour: number) => {
  const rows = acts.map(([at, verb, fact]) => ({ verb, at: START + at * HOUR, fact: fact ?? null }));
  const events = readEvents(START, rows);
  return { events, countdowns: readCountdowns(events, rules, START + hour * HOUR) };
};

export const countdown = (acts: readonly Act[], hour: number, policy: string) => {
  const found = read(acts, hour).countdowns.find((one) => one.policy === policy);
  return { state: found?.state, left: (found?.leftMinutes ?? 0) / 60 };
};
