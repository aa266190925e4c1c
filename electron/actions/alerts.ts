// Watches the clocks: the state for the tray, notifications in groups and once, and the ladder's steps where the lead has
// set them to go by themselves.
import type { Output } from '../contract/calls.ts';
import { type FollowUpSettings, followUpSettings } from '../contract/shapes.ts';
import { isOpen } from '../core/clock/business-time.ts';
import { CRITICAL, isQuiet, raiseAlerts, trayState, type WatchedClock } from '../core/follow-up/alerts.ts';
import { leading, readCountdowns } from '../core/follow-up/countdown.ts';
import { dueStep, type LadderStep } from '../core/follow-up/ladder.ts';
import type { ClockEvent } from '../core/words/obligation.ts';
import { raisedKeys, rememberRaised } from '../store/alerts.ts';
import { type ListedCase, listOpenCases } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { readSetting } from '../store/settings.ts';
import { eventsByCase, makeCalendar, readCalendars, readRules } from './clock.ts';
import { notify } from './exits.ts';
import { byDesk } from './follow-up.ts';
import type { Office } from './office.ts';

/** Cases whose clocks run. */
export const RUNNING = ['undecided', 'escalated', 'ticketed'] as const;

export function readFollowUpSettings(db: Db): FollowUpSettings {
  return readSetting(db, 'follow-up', followUpSettings, followUpSettings.parse({}));
}

export interface OpenClock {
  readonly row: ListedCase;
  readonly events: readonly ClockEvent[];
  readonly countdowns: ReturnType<typeof readCountdowns>;
}

/** Every case whose clocks run, with them. */
export function openClocks({ store, now }: Office): OpenClock[] {
  const rules = readRules(store.db);
  const events = eventsByCase(store.db, RUNNING);
  const at = now();
  return listOpenCases(store.db, RUNNING).map((row) => {
    const ofCase = events(row);
    return { row, events: ofCase, countdowns: readCountdowns(ofCase, rules, at) };
  });
}

function watch({ row, events, countdowns }: OpenClock): WatchedClock[] {
  const countdown = leading(countdowns);
  if (countdown === null || countdown.metAt !== null) return [];
  let [critical, snoozedUntil] = [false, 0];
  for (const one of events) {
    if (one.event === 'priority-set') critical = one.priority === CRITICAL;
    if (one.event === 'snoozed') snoozedUntil = one.until;
  }
  return [{ caseId: row.id, reference: row.reference, title: row.title, countdown, critical, snoozedUntil }];
}

export function readTray(office: Office): Output<'alerts.get'> {
  const { worst, count, nearest } = trayState(openClocks(office).flatMap(watch));
  return {
    worst,
    count,
    nearest: nearest.map(({ caseId, reference, title, countdown }) => ({ caseId, reference, title, countdown })),
  };
}

/** The steps of the ladder that are due, one a ticket. */
export function dueSteps(clocks: readonly OpenClock[]): { readonly row: ListedCase; readonly step: LadderStep }[] {
  const seen = new Set<string>();
  return clocks.flatMap(({ row, events, countdowns }) => {
    const step = dueStep(countdowns, events);
    if (step === null || row.ticketId === null || seen.has(row.ticketId)) return [];
    seen.add(row.ticketId);
    return [{ row, step }];
  });
}

/**
 * One look at the clocks; called every little while, and after sleep or a changed clock the same: what fell due
 * meanwhile is told once. True when it changed something.
 */
export function lookAtClocks(office: Office): boolean {
  const { store, now, announce } = office;
  const clocks = openClocks(office);
  const settings = readFollowUpSettings(store.db);
  let changed = false;
  for (const { row, step } of dueSteps(clocks)) {
    if (!(step === 'request-status' ? settings.requestStatusByItself : settings.escalateByItself)) continue;
    // A refused step (a comment that holds something personal) waits on My day; the others and the alerts go on.
    if (byDesk(office, row.id, step)) changed = true;
  }
  const watched = clocks.flatMap(watch);
  const at = now();
  const days = readCalendars(store.db)['business-days'];
  const calendar = days === undefined ? office.calendar : makeCalendar(days);
  const quiet =
    settings.quiet !== null && isQuiet(localMinute(at, calendar.spec.timeZone), settings.quiet.from, settings.quiet.to);
  const { notes, keys } = raiseAlerts(
    watched,
    raisedKeys(store.db),
    { onlyCritical: quiet || !isOpen(at, calendar) },
    at,
  );
  if (keys.length > 0) store.transaction((db) => rememberRaised(db, keys, at));
  for (const note of settings.notify ? notes : []) notify(office, note);
  const { worst, count, nearest } = trayState(watched);
  announce({
    event: 'tray',
    worst,
    count,
    nearest: nearest.map(({ caseId, reference, countdown }) => ({ caseId, label: `${reference}: ${countdown.name}` })),
  });
  return changed;
}

function localMinute(at: number, timeZone: string): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    .format(at)
    .split(':')
    .map(Number);
  return hour * 60 + minute;
}
