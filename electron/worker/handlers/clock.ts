// The handlers of the day and its clocks: what is due, alerts, policies, calendars, and damage found at opening.

import { readDay, reportDay } from '../../actions/day/read-day.ts';
import { readTray } from '../../actions/follow-up/alerts.ts';
import {
  previewPolicies,
  readTimeSettings,
  saveCalendars,
  savePolicies,
} from '../../actions/follow-up/time-settings.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { CLOCK_CALLS } from '../../contract/clock-calls.ts';
import { AppError } from '../../contract/errors.ts';
import { elapsed } from '../../core/clock/business-time.ts';
import { OFFICE_HOURS } from '../../core/clock/default-calendars.ts';
import { readTime } from '../../core/clock/read-time.ts';
import { MINUTE_MS } from '../../core/domain/time.ts';
import { newestActivityAt } from '../../store/activity/newest-activity.ts';
import { forgetDamage, listDamage } from '../../store/opening/damage.ts';
import type { Desk } from './desk.ts';

/** A date without a time: an ETA ends with the office hours of that day, a snooze before they begin. */
const HOURS = { eta: OFFICE_HOURS.closes, snooze: OFFICE_HOURS.opens } as const;

export function clockHandlers({ ctx, advance, look }: Desk): Handlers<keyof typeof CLOCK_CALLS> {
  const { store, now } = ctx;
  return {
    'day.report': () => ({ text: reportDay(ctx) }),
    'day.get': () => readDay(ctx),
    'damage.get': () => ({ notices: listDamage(store.db) }),
    'damage.read': () => {
      store.transaction(forgetDamage);
      return {};
    },
    'time.read': ({ words, for: purpose }) => {
      const at = readTime(words, now(), HOURS[purpose]);
      return { at, businessMinutes: at === null ? 0 : Math.round(elapsed(now(), at, ctx.calendar)) };
    },
    'alerts.get': () => readTray(ctx),
    'policies.get': () => readTimeSettings(ctx),
    'policies.preview': (input) => previewPolicies(ctx, input),
    'policies.save': (input) => savePolicies(ctx, input),
    'calendars.save': (input) => saveCalendars(ctx, input),
    'practice.advance': ({ minutes }) => {
      if (advance === null) throw new AppError('refused', 'Only the practice clock can be moved.');
      if (minutes < 0 && newestActivityAt(store.db) > now() + minutes * MINUTE_MS)
        throw new AppError(
          'refused',
          'Something has been done since then: the practice clock cannot go back before it.',
        );
      advance(minutes * MINUTE_MS);
      look();
      return { now: now() };
    },
  };
}
