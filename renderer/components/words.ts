// How times and durations are shown.

import { SOURCE_TABLE } from '../../electron/core/domain/case.ts';
import { slackTime } from '../../electron/core/domain/case-name.ts';
import { EASTERN, HOUR_MS, MINUTE_MS } from '../../electron/core/domain/time.ts';

/** Business time: a day is 24 business hours. `-1 h 05 m`, `48 m`, `1 d 2 h`. */
export function leftInWords(minutes: number): string {
  const sign = minutes < 0 ? '−' : '';
  const whole = Math.floor(Math.abs(minutes));
  const [days, hours, rest] = [Math.floor(whole / 1440), Math.floor((whole % 1440) / 60), whole % 60];
  if (days > 0) return `${sign}${days} d ${hours} h`;
  if (hours > 0) return `${sign}${hours} h ${String(rest).padStart(2, '0')} m`;
  return `${sign}${rest} m`;
}

const IN_EASTERN = { month: 'short', day: 'numeric', timeZone: EASTERN } as const;
const TIME = { ...IN_EASTERN, weekday: 'short', hour: 'numeric', minute: '2-digit', timeZoneName: 'short' } as const;

/** The year turns in winter, when Eastern Time is five hours behind UTC. */
const yearOf = (at: number) => new Date(at - 5 * HOUR_MS).getUTCFullYear();

/** Formatting is slow, and every row of a list shows a time: the minutes that were asked for are kept. */
const MOST_TIMES = 5_000;

/** Words for a time, with its year where that is not this year. */
function wordsFor(parts: Intl.DateTimeFormatOptions): (at: number) => string {
  const keeping = (format: Intl.DateTimeFormat) => {
    const kept = new Map<number, string>();
    return (at: number) => {
      const minute = Math.floor(at / MINUTE_MS);
      let words = kept.get(minute);
      if (words === undefined) {
        if (kept.size >= MOST_TIMES) kept.clear();
        words = format.format(at);
        kept.set(minute, words);
      }
      return words;
    };
  };
  const ofThisYear = keeping(new Intl.DateTimeFormat('en-US', parts));
  const withYear = keeping(new Intl.DateTimeFormat('en-US', { ...parts, year: 'numeric' }));
  return (at) => (yearOf(at) === yearOf(Date.now()) ? ofThisYear : withYear)(at);
}

/** Always in Eastern Time, the teams' common time zone. */
export const exactTime = wordsFor(TIME);

/** The day alone, in Eastern Time. */
export const shortTime = wordsFor(IN_EASTERN);

/** The title of a ticket without the prefix that all titles share. */
export function shortTitle(title: string): string {
  return title.replace(/^(?:Tier 3 issue - (?:[\w-]*\d{4,}[\w-]* - )?|SM\/Admin - )/, '');
}

/** Markdown as plain text, for one line of a list. */
export function plainWords(markdown: string): string {
  return markdown.replace(/[*_`#>[\]]/g, '').replace(/\s+/g, ' ');
}

const HRC = new RegExp(`^(?:${SOURCE_TABLE.dynamics.recordNumber.source})$`);

/** The part of a record number that distinguishes cases in a list; the full number is in the case and on hover. */
export function shortReference(reference: string): string {
  const slackAt = slackTime(reference);
  if (slackAt !== null) return `Slack ${shortTime(slackAt)}`;
  return HRC.test(reference) ? reference.slice(reference.lastIndexOf('-') + 1) : reference;
}

export function plural(count: number, one: string, many = `${one}s`): string {
  return `${count} ${count === 1 ? one : many}`;
}

/** A stretch of business time. */
export function durationInWords(minutes: number): string {
  return leftInWords(Math.max(0, minutes));
}

/** How often something was used. */
export function usesInWords(uses: number): string {
  if (uses === 0) return 'not used yet';
  return uses === 1 ? 'used once' : `used ${uses} times`;
}
