// What the services say of our tickets: new comments, and whether they are open. Incremental by the service's own clock,
// and harmless to repeat.
import type { TicketId } from '../contract/ids.ts';
import type { PulledComment, RemoteChanges } from './github/changes.ts';

export interface WatchedTicket {
  readonly id: TicketId;
  readonly number: number;
}

/** What the pull needs of the store; each function is one transaction. */
export interface PullPort {
  /** Repositories with open tickets, each with those tickets. */
  watched(): ReadonlyMap<string, readonly WatchedTicket[]>;
  /** Up to where a repository was read: the service's own time, as it gave it. */
  cursor(repository: string): string | null;
  /** Takes in what is new of a ticket. `skewMs` turns the service's time into ours. */
  receive(
    ticketId: TicketId,
    news: {
      readonly state: 'open' | 'closed';
      readonly updatedAt: string;
      readonly comments: readonly PulledComment[];
      readonly login: string;
    },
    skewMs: number,
  ): void;
  moveCursor(repository: string, to: string): void;
}

/** Pulls every watched repository once; how many tickets had news. Network failures leave the cursor where it was. */
export async function pullChanges(port: PullPort, github: RemoteChanges): Promise<number> {
  let news = 0;
  for (const [repository, tickets] of port.watched()) {
    const byNumber = new Map(tickets.map((ticket) => [ticket.number, ticket]));
    const since = port.cursor(repository);
    let newest = since;
    for await (const issue of github.changedIssues(repository, since)) {
      if (newest === null || issue.updatedAt > newest) newest = issue.updatedAt;
      const ticket = byNumber.get(issue.number);
      if (ticket === undefined) continue;
      const comments = issue.comments === 0 ? [] : await github.comments(repository, issue.number, since);
      port.receive(ticket.id, { ...issue, comments, login: await github.login() }, github.skewMs());
      news += 1;
    }
    if (newest !== null && newest !== since) port.moveCursor(repository, newest);
  }
  return news;
}
