// A release notice per the contact center's form: what is released and when, and the deadlines for filing, review and
// nudge. Source: "Request a contact center review": file a new service four weeks ahead, a new feature two; the review
// begins within three business days; nudge after five; the centers have five more.

import { type ReleaseScope, SCOPE_NAMES, WEEKS_AHEAD } from '../domain/release-scope.ts';
import { DAY_MS, EASTERN } from '../domain/time.ts';

export const REVIEW_DAYS = 3;
export const NUDGE_DAYS = 5;

export interface ReleaseNotice {
  readonly scope: ReleaseScope;
  /** Such as "2026-11-30"; null if not known yet. */
  readonly goesLiveOn: string | null;
  readonly body: string;
}

const inWords = (weeks: number) => (weeks === 4 ? 'four weeks' : 'two weeks');

export function releaseBody({ scope, goesLiveOn, body }: ReleaseNotice): string {
  return `## Kind of release
${SCOPE_NAMES[scope]}, to be filed ${inWords(WEEKS_AHEAD[scope])} ahead

## Goes live on
${goesLiveOn ?? 'not known yet'}

## What changes, and for whom
${body}

## Review
- [ ] Review begun, within ${REVIEW_DAYS} business days
- [ ] No answer after ${NUDGE_DAYS} business days: nudged
- [ ] Contact centers told, who have ${NUDGE_DAYS} business days more`;
}

const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: EASTERN });

/** True for a day before the day of `at` (UTC ms) in Eastern Time. */
export function isPast(day: string | null, at: number): boolean {
  return day !== null && day < EASTERN_DAY.format(at);
}

/** The warning for a notice filed too late or after the release; null if it is on time. @param today UTC ms */
export function lateNotice(
  { direction, scope, goesLiveOn }: Omit<ReleaseNotice, 'body'> & { readonly direction: 'in' | 'out' },
  today: number,
): string | null {
  if (goesLiveOn === null) return null;
  if (direction === 'in') return isPast(goesLiveOn, today) ? `It went live on ${goesLiveOn} already.` : null;
  const days = Math.floor((Date.parse(`${goesLiveOn}T12:00:00Z`) - today) / DAY_MS);
  if (days >= WEEKS_AHEAD[scope] * 7 - 1) return null;
  return `${SCOPE_NAMES[scope]}: the form asks for ${inWords(WEEKS_AHEAD[scope])} ahead, and this is ${Math.max(0, days)} days. Say so to the contact center.`;
}
