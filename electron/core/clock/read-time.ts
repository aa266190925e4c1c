// Parses a time as a lead types it: "fri 3pm", "12/03", "in 2 days". In Eastern Time, which all teams use, unless the
// text names another zone.

import * as chrono from 'chrono-node/en';
import { EASTERN, MINUTE_MS } from '../domain/time.ts';
import { createInstantOf, createOffsetAt } from './zone.ts';

const offsetAt = createOffsetAt(EASTERN);
const instantOf = createInstantOf(offsetAt);
/** Longer text is not a time. */
const LONGEST = 60;

/**
 * The instant (UTC ms) that a text means at `now`; null if it names none. Ambiguous text means the next such instant. A
 * day without a time is that day at `hour`:00.
 */
export function readTime(words: string, now: number, hour: number): number | null {
  const typed = words.trim();
  if (typed === '' || typed.length > LONGEST) return null;
  const reference = { instant: new Date(now), timezone: offsetAt(now) / MINUTE_MS };
  const [found] = chrono.parse(typed, reference, { forwardDate: true });
  if (found === undefined || found.text.length < typed.length * MOST_OF) return null;
  const { start } = found;
  // "in 2 hours" counts from now; a named zone sets the wall clock.
  if (start.isCertain('timezoneOffset') && start.isCertain('hour')) return start.date().getTime();
  const part = (name: 'year' | 'month' | 'day' | 'minute') => start.get(name) ?? 0;
  const at = start.isCertain('hour') ? (start.get('hour') ?? hour) : hour;
  const minute = start.isCertain('hour') ? part('minute') : 0;
  return instantOf(Date.UTC(part('year'), part('month') - 1, part('day'), at, minute));
}

/** At least this share of a text has to be the time. */
const MOST_OF = 0.6;
