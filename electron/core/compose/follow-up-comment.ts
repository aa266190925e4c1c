// What the desk writes on a ticket when a clock is missed, and to Tier 2 when details are missing. In plain language:
// agents may copy every note word for word to the Veteran.

import { EASTERN } from '../domain/time.ts';

export type CommentTemplate = 'request-status' | 'escalate-pm';

export interface TicketForComment {
  readonly assignees: readonly string[];
  /** Empty if the team has none. */
  readonly productManager: string;
  /** How long the team has kept us waiting, such as "49 business hours"; null before its target has passed. */
  readonly waited: string | null;
  /** The ETA the team gave, UTC ms; null for none, or none that still counts. */
  readonly etaAt: number | null;
  /** UTC ms. */
  readonly now: number;
  /** Record numbers of its cases. */
  readonly references: readonly string[];
}

export interface FollowUpComment {
  /** Why it is written, in a few words. */
  readonly heading: string;
  readonly text: string;
}

export function followUpComment(template: CommentTemplate, ticket: TicketForComment): FollowUpComment {
  const waiting = `Waiting: ${ticket.references.join(', ')}.`;
  if (template === 'request-status') {
    const people = ticket.assignees.map((login) => `@${login}`).join(' ');
    const { heading, words } = statusRequest(ticket);
    return { heading, text: `${people} ${words} ${waiting}`.trim() };
  }
  const addressed = ticket.productManager === '' ? 'This ticket' : `@${ticket.productManager} this ticket`;
  const says =
    ticket.waited === null ? 'waits for an answer' : `has had no answer for ${ticket.waited} since our status request`;
  return {
    heading: ticket.waited === null ? 'Ask the product manager' : 'No answer to the request',
    text: `${addressed} ${says}. Please help it to the right person, or tell us where it belongs. ${waiting}`,
  };
}

function statusRequest({ waited, etaAt, now }: TicketForComment): { heading: string; words: string } {
  if (waited !== null)
    return {
      heading: 'No ETA in time',
      words: `Tier 3 has no ETA for this ticket after ${waited}. Could you tell us when it will be looked at, or what you need from us?`,
    };
  if (etaAt === null) return { heading: 'Is there an ETA?', words: 'Is there an ETA for this ticket?' };
  const eta = `The ETA ${etaAt < now ? 'was' : 'is'} ${DAY.format(etaAt)}`;
  return { heading: eta, words: `${eta}. How does it stand?` };
}

const DAY = new Intl.DateTimeFormat('en-US', { timeZone: EASTERN, month: 'short', day: 'numeric' });

/** The note for those who tell the reporters that it is fixed. */
export function fixIsLiveNote(references: readonly string[]): string {
  return `The problem behind these reports has been fixed. Please ask the people to try again, and tell us if it still fails:\n${references.map((reference) => `- ${reference}`).join('\n')}`;
}

/** What engineers need and first reports often lack. */
const MISSING = [
  'date and time it happened, with time zone',
  'how the person signs in (ID.me, Login.gov, DS Logon)',
  'device, operating system, browser or app version',
  'the full address of the page',
  'the error code or the exact words on the screen',
  'what was tried already',
];

/** The note that asks Tier 2 for the missing details. */
export function requestMoreNote(reference: string): string {
  return `We need more information to help with ${reference}. Please ask for:\n${MISSING.map((line) => `- ${line}`).join('\n')}\nPlease do not send names, birth dates or other personal details; the record number is enough.`;
}
