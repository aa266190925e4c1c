// A time in words, as a lead types it: "fri 3pm", "12/03", "in 2 days". Wall clocks are those of Eastern Time, the teams'
// common clock, unless the words name another zone.
import * as chrono from 'chrono-node/en';
import { createInstantOf, createOffsetAt } from './zone.ts';

const offsetAt = createOffsetAt('America/New_York');
const instantOf = createInstantOf(offsetAt);
const MINUTE_MS = 60_000;
/** Nobody says a time in more letters. */
const LONGEST = 60;

/**
 * The instant (UTC ms) that words mean at `now`, always one to come where the words leave a choice; null where they mean
 * none. A day without an hour is that day at `hour` o'clock.
 */
export function readTime(words: string, now: number, hour: number): number | null {
  const typed = words.trim();
  if (typed === '' || typed.length > LONGEST) return null;
  const reference = { instant: new Date(now), timezone: offsetAt(now) / MINUTE_MS };
  const [found] = chrono.parse(typed, reference, { forwardDate: true });
  if (found === undefined || found.text.length < typed.length * MOST_OF) return null;
  const { start } = found;
  // "in 2 hours" is counted from now; a zone that was named says where the clock hangs.
  if (start.isCertain('timezoneOffset') && start.isCertain('hour')) return start.date().getTime();
  const part = (name: 'year' | 'month' | 'day' | 'minute') => start.get(name) ?? 0;
  const at = start.isCertain('hour') ? (start.get('hour') ?? hour) : hour;
  const minute = start.isCertain('hour') ? part('minute') : 0;
  return instantOf(Date.UTC(part('year'), part('month') - 1, part('day'), at, minute));
}

/** Words of which less is a time are not meant as one. */
const MOST_OF = 0.6;
