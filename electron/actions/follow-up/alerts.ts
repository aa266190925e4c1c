// Watches the clocks: the state shown in the tray, grouped notifications that are sent once, and the escalation steps
// that the lead has set to run automatically.
import type { Output } from '../../contract/calls.ts';
import type { SettingValue } from '../../contract/settings.ts';
import { isOpen } from '../../core/clock/business-time.ts';
import type { ClockEvent } from '../../core/domain/obligation.ts';
import { alertKey, CRITICAL, isQuiet, owes, raiseAlerts, type WatchedClock } from '../../core/follow-up/alerts.ts';
import { leading, readCountdowns } from '../../core/follow-up/countdown.ts';
import { dueStep, type EscalationStep } from '../../core/follow-up/escalation-steps.ts';
import { nextLook } from '../../core/follow-up/sla-status.ts';
import { countByTime } from '../../core/triage/case-index.ts';
import { type ListedCase, listCases, listOpenCases } from '../../store/cases/cases.ts';
import { raisedKeys, rememberRaised } from '../../store/tickets/alerts.ts';
import type { AppContext } from '../app-context.ts';
import { eventsByCase, makeCalendar, readCalendars, readRules } from '../clock.ts';
import { notify } from '../egress.ts';
import { settingOf } from '../settings.ts';
import { byDesk } from './follow-up.ts';

const NEAREST = 5;
/** Maximum number of cases on one ticket to search for pending steps. */
const SHARED = 5;
/** Checking more than this in one pass would block the window; the rest waits for the next pass. */
const MOST_A_LOOK = 1_000;
/** From this many rows on, reading every event is faster than querying by case. */
const MANY = 2_000;
/** How often alerts held back by quiet hours are checked again. */
const HELD_MS = 10 * 60_000;

/** Cases with a running clock. */
const RUNNING = ['undecided', 'escalated', 'ticketed'] as const;

export interface OpenClock {
  readonly row: ListedCase;
  readonly events: readonly ClockEvent[];
  readonly countdowns: ReturnType<typeof readCountdowns>;
}

/** Every case with a running clock, together with its clocks; used to preview other policies. */
export function openClocks(ctx: AppContext): OpenClock[] {
  return clocksOfRows(ctx, listOpenCases(ctx.store.db, RUNNING));
}

/** The clocks of the given cases. */
function clocksOfSlots(ctx: AppContext, slots: readonly number[]): OpenClock[] {
  const { seq } = ctx.queue.all();
  const seqs = slots.map((slot) => seq[slot] ?? 0);
  return clocksOfRows(ctx, listCases(ctx.store.db, seqs));
}

function clocksOfRows({ store, now }: AppContext, rows: readonly ListedCase[]): OpenClock[] {
  const rules = readRules(store.db);
  const events = eventsByCase(
    store.db,
    rows.length > MANY ? { statuses: RUNNING } : { caseIds: rows.map((row) => row.id) },
  );
  const at = now();
  return rows.map((row) => {
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

const WORST_FIRST = ['missed', 'due', 'soon', 'paused', 'fine'] as const;

/** The tray's state: the worst SLA state of any running clock, how many share it, and the five that end first. */
export function readTray(ctx: AppContext): Output<'alerts.get'> {
  const columns = ctx.queue.all();
  const counts = countByTime(columns, ctx.now());
  const worst = WORST_FIRST.find((state) => counts[state] > 0) ?? 'fine';
  const nearest = clocksOfSlots(ctx, [...columns.order.subarray(0, NEAREST)]).flatMap(watch);
  return {
    worst,
    count: counts[worst],
    nearest: nearest.map(({ caseId, reference, title, countdown }) => ({ caseId, reference, title, countdown })),
  };
}

/** Pending escalation steps, one per ticket, longest waiting first. */
export function waitingSteps(
  ctx: AppContext,
  most: number,
): { readonly row: ListedCase; readonly step: EscalationStep }[] {
  const { stepAt } = ctx.queue.all();
  const waiting = slotsUntil(stepAt, ctx.now()).sort((a, b) => (stepAt[a] ?? 0) - (stepAt[b] ?? 0));
  // Several cases may share a ticket, so read more than were asked for.
  return dueSteps(clocksOfSlots(ctx, waiting.slice(0, most * SHARED))).slice(0, most);
}

/** Row indexes whose alert is due. */
function slotsUntil(instants: Float64Array, now: number): number[] {
  const slots: number[] = [];
  for (let slot = 0; slot < instants.length; slot += 1) {
    const at = instants[slot] ?? 0;
    if (at > 0 && at <= now) slots.push(slot);
  }
  return slots;
}

function dueSteps(clocks: readonly OpenClock[]): { readonly row: ListedCase; readonly step: EscalationStep }[] {
  const seen = new Set<string>();
  return clocks.flatMap(({ row, events, countdowns }) => {
    const step = dueStep(countdowns, events);
    if (step === null || row.ticketId === null || seen.has(row.ticketId)) return [];
    seen.add(row.ticketId);
    return [{ row, step }];
  });
}

/**
 * Checks every clock that may be due for an alert. Runs on a timer, and the same way after sleep or a clock change:
 * whatever fell due in between is reported once. Returns true if it changed something.
 */
export function lookAtClocks(ctx: AppContext): boolean {
  const { store, announce } = ctx;
  const settings = settingOf(store.db, 'followUp');
  const slots = slotsUntil(ctx.queue.all().lookAt, ctx.now()).slice(0, MOST_A_LOOK);
  const clocks = clocksOfSlots(ctx, slots);
  let changed = false;
  for (const { row, step } of dueSteps(clocks)) {
    if (!(step === 'request-status' ? settings.requestStatusByItself : settings.escalateByItself)) continue;
    // A rejected step (such as a comment with PII in it) waits on My day; the other steps and alerts continue.
    if (byDesk(ctx, row.id, step)) changed = true;
  }
  const watched = clocks.flatMap(watch);
  rememberLooks(ctx, slots, watched, tell(ctx, watched, settings));
  const { worst, count, nearest } = readTray(ctx);
  announce({
    event: 'tray',
    worst,
    count,
    nearest: nearest.map(({ caseId, reference, countdown }) => ({ caseId, label: `${reference}: ${countdown.name}` })),
  });
  return changed;
}

/** Sends the alerts that are due; returns the ids of cases whose alert is held back for now. */
function tell(
  ctx: AppContext,
  watched: readonly WatchedClock[],
  settings: SettingValue<'followUp'>,
): ReadonlySet<string> {
  const { store, now } = ctx;
  const at = now();
  const days = readCalendars(store.db)['business-days'];
  const calendar = days === undefined ? ctx.calendar : makeCalendar(days);
  const quiet =
    settings.quiet !== null && isQuiet(localMinute(at, calendar.spec.timeZone), settings.quiet.from, settings.quiet.to);
  const raised = raisedKeys(store.db, watched.map(alertKey));
  const { notes, keys } = raiseAlerts(watched, raised, { onlyCritical: quiet || !isOpen(at, calendar) }, at);
  if (keys.length > 0) store.transaction((db) => rememberRaised(db, keys, at));
  for (const note of settings.notify ? notes : []) notify(ctx, note);
  const told = new Set(keys);
  return new Set(
    watched
      .filter((one) => owes(one, at) && !raised.has(alertKey(one)) && !told.has(alertKey(one)))
      .map((one) => one.caseId),
  );
}

function rememberLooks(
  { store, queue, now }: AppContext,
  slots: readonly number[],
  watched: readonly WatchedClock[],
  held: ReadonlySet<string>,
): void {
  if (slots.length === 0) return;
  const at = now();
  const columns = queue.all();
  const snoozed = new Map(watched.map((one) => [one.caseId, one.snoozedUntil]));
  store.transaction((db) => {
    for (const slot of slots) {
      const id = columns.ids[slot];
      if (id === undefined) continue;
      const next = nextLook(columns.turnsOf(slot), snoozed.get(id) ?? 0, at);
      queue.looked(db, slot, held.has(id) ? Math.min(next ?? Number.POSITIVE_INFINITY, at + HELD_MS) : next);
    }
  });
}

function localMinute(at: number, timeZone: string): number {
  const [hour = 0, minute = 0] = new Intl.DateTimeFormat('en-GB', { timeZone, hour: '2-digit', minute: '2-digit' })
    .format(at)
    .split(':')
    .map(Number);
  return hour * 60 + minute;
}
