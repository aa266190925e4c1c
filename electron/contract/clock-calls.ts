// The calls of the day and its clocks: what is due, alerts, policies, calendars, and damage found at opening.
import { z } from 'zod';
import { actId } from '../core/domain/ids.ts';
import { day } from './day-schemas.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';
import * as time from './time-schemas.ts';

const nothing = z.object({});

export const CLOCK_CALLS = {
  /** A short summary of the day so far, for the clipboard. */
  'day.report': defineRead(nothing, z.object({ text: shape.scrubbedText }), []),
  'day.get': defineRead(nothing, day, ['cases', 'settings', 'clock']),
  /** Damage found in the store, until the lead has acknowledged it. */
  'damage.get': defineRead(nothing, z.object({ notices: z.array(shape.damageNotice) }), ['settings']),
  'damage.read': defineAct(nothing, nothing, ['settings']),
  /** The time that a phrase means, and how far away it is in business time; null if it means none. */
  'time.read': defineRead(
    z.object({ words: z.string().max(200), for: z.enum(['eta', 'snooze']) }),
    z.object({ at: z.number().nullable(), businessMinutes: z.number() }),
    [],
  ),
  'alerts.get': defineRead(nothing, shape.tray, []),
  'policies.get': defineRead(
    nothing,
    z.object({
      policies: z.array(time.policy),
      calendars: z.record(z.string(), time.calendarSpec),
    }),
    ['settings'],
  ),
  'policies.preview': defineRead(z.object({ policies: z.array(time.policy).min(1) }), time.policyPreview, []),
  'policies.save': defineAct(z.object({ policies: z.array(time.policy).min(1) }), z.object({ actId }), [
    'cases',
    'settings',
  ]),
  'calendars.save': defineAct(z.object({ calendars: z.record(z.string(), time.calendarSpec) }), z.object({ actId }), [
    'cases',
    'settings',
  ]),
  /** Advances the practice clock, or with negative minutes sets it back as long as nothing was done in between. */
  'practice.advance': defineAct(
    z.object({ minutes: z.int().min(-525_600).max(525_600) }),
    z.object({ now: z.number() }),
    ['cases', 'outbox'],
  ),
} as const;
