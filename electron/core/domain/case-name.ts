// What a case is called, in a list and in a sentence.
import { EASTERN } from './time.ts';

/** Slack's own number of a message: the second it was written, and a count. */
const SLACK = /^\d{10}\.\d{6}$/;
const DAY = new Intl.DateTimeFormat('en-US', {
  month: 'short',
  day: 'numeric',
  year: 'numeric',
  timeZone: EASTERN,
});

/** When a Slack message was written, by its number, UTC ms; null for every other record number. */
export function slackTime(reference: string): number | null {
  return SLACK.test(reference) ? Number(reference) * 1_000 : null;
}

/** Its record number; for a Slack message, whose number says nothing, its day in Eastern Time, with its year. */
export function caseName(reference: string): string {
  const at = slackTime(reference);
  return at === null ? reference : `Slack message, ${DAY.format(at)}`;
}

/** The title of a case whose text says nothing but whom it is about. */
export const NAMELESS = 'Problem without a description';

/** Such a case is called by its area, if there is one that names nobody; both are scrubbed. */
export function titleOrArea(scrubbedTitle: string, scrubbedArea: string | null): string {
  return scrubbedTitle === NAMELESS && scrubbedArea !== null && !scrubbedArea.includes('[')
    ? scrubbedArea
    : scrubbedTitle;
}
