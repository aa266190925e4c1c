// A privacy incident as an entry of the platform's incident log: a title with the date, and four sections.

export interface LoggedIncident {
  /** Like "2026-10-28". */
  readonly day: string;
  /** Formatted, in Eastern Time. */
  readonly noticed: string;
  readonly references: readonly string[];
  /** Kinds of personal information, never values. */
  readonly kinds: readonly string[];
  readonly ticket: { readonly place: string; readonly url: string } | null;
}

const LATER = '_to be added_';

export function incidentLog({ day, noticed, references, kinds, ticket }: LoggedIncident): string {
  const where = ticket === null ? 'outside of this desk' : `in ticket ${ticket.place}`;
  const what = kinds.length === 0 ? 'personal information' : kinds.join(', ');
  return `# ${day} PII Incident

## Incident
- Noticed: ${noticed}
- Records: ${references.join(', ')}
- What was disclosed: ${what}, ${where}
- Encrypted: no
- What was done: ${LATER} (the Privacy Officer told; the ticket redacted; the purge of its edit history asked of GitHub Support)

## Incident Ticket
${ticket?.url ?? LATER}

## Slack Threads
${LATER}

## Postmortem
${LATER}`;
}
