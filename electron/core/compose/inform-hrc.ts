// What HRC agents are told about a trend, in words they can read to callers. Two cases: resolved ("tell callers, send
// no ticket"), and active and known ("common wording for agents"). Only resolved problems need no ticket.

import type { InformState } from '../domain/inform-state.ts';

export interface InformedTrend {
  readonly title: string;
  /** Further guidance by the lead; null for none. */
  readonly known: string | null;
  /** Number of the team's open ticket; null if there is none. */
  readonly ticket: number | null;
  /** Formatted, in Eastern Time. */
  readonly since: string;
}

const PROOF = 'the record number, the date and time of the last try, and the exact words on the screen';

/** The note in plain text, since it is pasted into Dynamics, Slack and Teams. */
export function informHrc(state: InformState, { title, known, ticket, since }: InformedTrend): string {
  const words =
    state === 'resolved'
      ? [
          `Inform HRC - resolved: ${title}`,
          `Resolved since: ${since}`,
          'Tell callers: This problem has been fixed. Please sign out, close the browser or the app, sign in again and check.',
          'Do NOT send a Tier III ticket for it.',
          `Send one only if it still happens after signing in again, with ${PROOF}.`,
        ]
      : [
          `Inform HRC - active and known: ${title}`,
          `Known since: ${since}${ticket === null ? '' : `, ticket #${ticket}`}`,
          'Tell callers: We know of this problem and are looking into it.',
          ...(known === null ? [] : [`Also tell them: ${known}`]),
          'Use these words with every caller who has this problem.',
          `Where you send a Tier III ticket, name this problem in it, with ${PROOF}.`,
        ];
  return words.join('\n');
}
