// The shapes of time: clocks with what is left on them, policies, calendars, and follow-up settings. Names ending in At
// are UTC milliseconds.
import { z } from 'zod';
import { CLOCK_EVENTS, PRIORITIES, STANDS_STILL, WHEN_MISSED } from '../core/domain/obligation.ts';

/** One clock with its time left. `leftMinutes` are business minutes, negative when missed. */
export const countdown = z.object({
  /** Id of the policy. */
  policy: z.string(),
  name: z.string(),
  startedAt: z.number(),
  dueAt: z.number(),
  metAt: z.number().nullable(),
  targetMinutes: z.number(),
  leftMinutes: z.number(),
  state: z.enum(['fine', 'soon', 'due', 'missed', 'paused', 'met']),
  whenMissed: z.enum(WHEN_MISSED),
  /** For whom it is paused, and since when. */
  paused: z.object({ since: z.number(), reason: z.enum(STANDS_STILL) }).nullable(),
});
export type Countdown = z.infer<typeof countdown>;

const hours = z
  .array(z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]))
  .refine((pairs) => pairs.every(([from, to], at) => from < to && (at === 0 || (pairs[at - 1]?.[1] ?? 0) <= from)), {
    message: 'Hours of a day must follow each other: 8:00-12:00, 13:00-17:00.',
  });

export const calendarSpec = z.object({
  name: z.string().min(1).max(80),
  timeZone: z.string().min(1),
  week: z.tuple([hours, hours, hours, hours, hours, hours, hours]),
  federalHolidays: z.boolean(),
  closed: z.array(z.iso.date('A closure is a date like 2026-12-24.')),
});
export type CalendarRow = z.infer<typeof calendarSpec>;

export const policy = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  priority: z.enum(PRIORITIES).nullable(),
  start: z.enum(CLOCK_EVENTS),
  stop: z.array(z.enum(CLOCK_EVENTS)).min(1),
  pausedBy: z.array(z.enum(STANDS_STILL)),
  targetMinutes: z
    .int('A target is a whole number of minutes.')
    .min(1, 'A target is at least one minute.')
    .max(525_600),
  calendar: z.string(),
  soonAt: z.number().min(0).max(1),
  dueAt: z.number().min(0).max(1),
  whenMissed: z.enum(WHEN_MISSED),
  on: z.boolean(),
});
export type PolicyRow = z.infer<typeof policy>;

/** Minutes after local midnight. */
const quietHours = z.object({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1439) });

/** Seconds between an act and the moment when what it queued may leave; until then undo reverts it. */
export const SENDING_DELAYS = [0, 5, 10, 30, 60] as const;

export const followUpSettings = z.object({
  sendingDelay: z.literal(SENDING_DELAYS).default(10),
  /** The status request after a missed ETA is sent without the lead's confirmation. */
  requestStatusByItself: z.boolean().default(false),
  escalateByItself: z.boolean().default(false),
  notify: z.boolean().default(true),
  /** Only critical alerts are shown in these hours; null for none. */
  quiet: quietHours.nullable().default({ from: 18 * 60, to: 8 * 60 }),
});
export type FollowUpSettings = z.infer<typeof followUpSettings>;

export const policyPreview = z.object({
  before: z.record(z.string(), z.number()),
  after: z.record(z.string(), z.number()),
  changed: z.number(),
  examples: z.array(
    z.object({ reference: z.string(), name: z.string(), before: countdown.nullable(), after: countdown.nullable() }),
  ),
});
