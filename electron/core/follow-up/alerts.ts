// What to tell the lead of the clocks, when, and once. Pure: what has been raised before is handed in and comes back.
import type { Countdown } from '../../contract/shapes.ts';
import { PRIORITIES, type TimeMeaning } from '../words/obligation.ts';

export interface WatchedClock {
  readonly caseId: string;
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
  readonly caseId: string | null;
}

export interface Quiet {
  /** Inside quiet hours, or outside the business calendar: only what is critical is told. */
  readonly onlyCritical: boolean;
}

const WORDS: Readonly<Partial<Record<TimeMeaning, string>>> = { due: 'due soon', missed: 'missed' };
const NAMED_IN_GROUP = 3;

/** The key under which an alert is remembered: a promise, its run and how bad it is. */
export function alertKey({ caseId, countdown }: WatchedClock): string {
  return `${caseId} ${countdown.policy} ${countdown.startedAt} ${countdown.meaning}`;
}

/**
 * What to tell now, in one note at most for each meaning however many cases; and the keys that are told with it. What
 * quiet hours hold back is not remembered, so that it is told when they end.
 */
export function raiseAlerts(
  clocks: readonly WatchedClock[],
  raised: ReadonlySet<string>,
  quiet: Quiet,
  now: number,
): { notes: Note[]; keys: string[] } {
  const fresh = clocks.filter(
    (one) =>
      WORDS[one.countdown.meaning] !== undefined &&
      one.countdown.metAt === null &&
      one.snoozedUntil <= now &&
      (one.critical || !quiet.onlyCritical) &&
      !raised.has(alertKey(one)),
  );
  const notes = (['missed', 'due'] as const).flatMap((meaning) => {
    const group = fresh.filter((one) => one.countdown.meaning === meaning);
    return group.length === 0 ? [] : [noteFor(group, WORDS[meaning] ?? meaning)];
  });
  return { notes, keys: fresh.map(alertKey) };
}

function noteFor(group: readonly WatchedClock[], words: string): Note {
  const [first] = group;
  if (group.length === 1 && first !== undefined)
    return { title: `${first.countdown.name} ${words}: ${first.reference}`, body: first.title, caseId: first.caseId };
  const named = group.slice(0, NAMED_IN_GROUP).map((one) => one.reference);
  const more = group.length - named.length;
  return {
    title: `${group.length} cases ${words}`,
    body: more > 0 ? `${named.join(', ')} and ${more} more` : named.join(', '),
    caseId: null,
  };
}

const RANK: readonly TimeMeaning[] = ['missed', 'due', 'soon', 'paused', 'fine', 'met'];

/** The state for the tray: the worst meaning of a running clock, how many share it, and the five that end first. */
export function trayState(clocks: readonly WatchedClock[]): {
  worst: TimeMeaning;
  count: number;
  nearest: readonly WatchedClock[];
} {
  const running = clocks.filter((one) => one.countdown.metAt === null);
  const worst = RANK.find((meaning) => running.some((one) => one.countdown.meaning === meaning)) ?? 'fine';
  return {
    worst,
    count: running.filter((one) => one.countdown.meaning === worst).length,
    nearest: running.toSorted((a, b) => a.countdown.dueAt - b.countdown.dueAt).slice(0, 5),
  };
}

/** True inside quiet hours given as local minutes after midnight; they may run over midnight. Equal ends: none. */
export function isQuiet(localMinute: number, from: number, to: number): boolean {
  return from <= to ? localMinute >= from && localMinute < to : localMinute >= from || localMinute < to;
}

export const CRITICAL = PRIORITIES[0];
