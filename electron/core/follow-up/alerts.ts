// Which SLA alerts to raise now, each once. Pure: the alerts raised before are passed in, and the new ones returned.

import type { Countdown } from '../../contract/time-schemas.ts';
import { caseName } from '../domain/case-name.ts';
import type { CaseId } from '../domain/ids.ts';
import { type CountdownState, PRIORITIES } from '../domain/obligation.ts';

export interface WatchedClock {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly title: string;
  readonly countdown: Countdown;
  readonly critical: boolean;
  /** Alerts wait until then, UTC ms; 0 for none. */
  readonly snoozedUntil: number;
}

export interface Note {
  readonly title: string;
  readonly body: string;
  /** The case to open; null for a group. */
  readonly caseId: CaseId | null;
}

export interface Quiet {
  /** In quiet hours or outside business hours: only critical alerts are raised. */
  readonly onlyCritical: boolean;
}

const WORDS: Readonly<Partial<Record<CountdownState, string>>> = { due: 'due soon', missed: 'missed' };
const NAMED_IN_GROUP = 3;
/** What was due longer ago is not news; My day and the tray still count it. */
const NEWS_MS = 7 * 86_400_000;

/** The key of an alert: its policy, the run of its clock, and its severity. */
export function alertKey({ caseId, countdown }: WatchedClock): string {
  return `${caseId} ${countdown.policy} ${countdown.startedAt} ${countdown.state}`;
}

/** True if a clock calls for an alert, whether or not it was raised. */
export function owes({ countdown, snoozedUntil }: WatchedClock, now: number): boolean {
  return (
    WORDS[countdown.state] !== undefined &&
    countdown.metAt === null &&
    snoozedUntil <= now &&
    now - countdown.dueAt < NEWS_MS
  );
}

/**
 * The alerts to raise now, at most one per SLA state for any number of cases, with their keys. Alerts held back in
 * quiet hours are not recorded, so they are raised when those end.
 */
export function raiseAlerts(
  clocks: readonly WatchedClock[],
  raised: ReadonlySet<string>,
  quiet: Quiet,
  now: number,
): { notes: Note[]; keys: string[] } {
  const fresh = clocks.filter(
    (one) => owes(one, now) && (one.critical || !quiet.onlyCritical) && !raised.has(alertKey(one)),
  );
  const notes = (['missed', 'due'] as const).flatMap((state) => {
    const group = fresh.filter((one) => one.countdown.state === state);
    return group.length === 0 ? [] : [noteFor(group, WORDS[state] ?? state)];
  });
  return { notes, keys: fresh.map(alertKey) };
}

function noteFor(group: readonly WatchedClock[], words: string): Note {
  const [first] = group;
  if (group.length === 1 && first !== undefined)
    return {
      title: `${first.countdown.name} ${words}: ${caseName(first.reference)}`,
      body: first.title,
      caseId: first.caseId,
    };
  const named = group.slice(0, NAMED_IN_GROUP).map((one) => caseName(one.reference));
  const more = group.length - named.length;
  return {
    title: `${group.length} cases ${words}`,
    body: more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', '),
    caseId: null,
  };
}

/** True in quiet hours, given as local minutes after midnight. They may span midnight; equal ends mean none. */
export function isQuiet(localMinute: number, from: number, to: number): boolean {
  return from <= to ? localMinute >= from && localMinute < to : localMinute >= from || localMinute < to;
}

export const CRITICAL = PRIORITIES[0];
