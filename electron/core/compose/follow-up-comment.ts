// What the desk writes on a ticket when a clock is missed, and to Tier 2 when details are missing. In plain language:
// agents may copy every note word for word to the Veteran.

export type CommentTemplate = 'request-status' | 'escalate-pm';

export interface TicketForComment {
  readonly assignees: readonly string[];
  /** Empty if the team has none. */
  readonly productManager: string;
  /** The missed target, such as "48 business hours". */
  readonly waited: string;
  /** Record numbers of its cases. */
  readonly references: readonly string[];
}

export function followUpComment(template: CommentTemplate, ticket: TicketForComment): string {
  const waiting = `Waiting: ${ticket.references.join(', ')}.`;
  if (template === 'request-status') {
    const people = ticket.assignees.map((login) => `@${login}`).join(' ');
    return `${people} Tier 3 has no ETA for this ticket after ${ticket.waited}. Could you tell us when it will be looked at, or what you need from us? ${waiting}`.trim();
  }
  const addressed = ticket.productManager === '' ? 'This ticket' : `@${ticket.productManager} this ticket`;
  return `${addressed} has had no answer for ${ticket.waited} since our status request. Please help it to the right person, or tell us where it belongs. ${waiting}`;
}

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
