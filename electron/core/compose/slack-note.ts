// The note to a team's channel when its ticket is opened or escalated to its product manager. Checked like everything
// sent.

export interface NotedTicket {
  readonly team: string;
  readonly channel: string;
  readonly title: string;
  readonly url: string | null;
  readonly references: readonly string[];
}

export function slackNote(
  what: 'opened' | 'escalated',
  { team, channel, title, url, references }: NotedTicket,
): string {
  const begins =
    what === 'opened' ? `New Tier 3 ticket for ${team}` : `No answer yet: now with the product manager of ${team}`;
  return `${begins} (${channel}): ${title}\n${url ?? ''}\nRecords: ${references.join(', ')}`;
}
