// What the services say of our tickets: new comments, and whether they are open. Incremental by the service's own clock,
// with as few requests as its interface allows, a page at a time, and harmless to repeat.
import type { TicketId } from '../contract/ids.ts';
import type { ChangedIssue, PulledComment, RemoteChanges } from './github/changes.ts';

export interface WatchedTicket {
  readonly id: TicketId;
  readonly number: number;
  /** By our clock, UTC ms. */
  readonly openedAt: number;
}

/** Up to where a repository was read: the service's own time as it gave it, and the tag of its last answer. */
export interface Cursor {
  readonly since: string;
  readonly etag: string | null;
}

/** What the pull needs of the store; each function is one transaction. */
export interface PullPort {
  /** Repositories with open tickets, each with those tickets. */
  watched(): ReadonlyMap<string, readonly WatchedTicket[]>;
  cursor(repository: string): Cursor | null;
  /** Takes in what is new of a ticket. `skewMs` turns the service's time into ours. */
  receive(
    ticketId: TicketId,
    news: {
      readonly state: ChangedIssue['state'];
      readonly updatedAt: string;
      readonly comments: readonly PulledComment[];
      readonly login: string;
    },
    skewMs: number,
  ): void;
  moveCursor(repository: string, to: Cursor): void;
}

/** From so many changed tickets on, one list of all comments of the repository costs less than one list a ticket. */
const MANY = 10;
/** Clocks differ; a day before the first ticket opened is early enough for any. */
const BEFORE_FIRST_MS = 86_400_000;

/** Pulls every watched repository once; how many tickets had news. Network failures leave the cursor where it was. */
export async function pullChanges(port: PullPort, github: RemoteChanges): Promise<number> {
  let news = 0;
  for (const [repository, tickets] of port.watched()) {
    const cursor = port.cursor(repository) ?? { since: beforeFirst(tickets), etag: null };
    const byNumber = new Map(tickets.map((ticket) => [ticket.number, ticket]));
    const changed = new Map<number, ChangedIssue>();
    let newest = cursor.since;
    const pages = github.changedIssues(repository, cursor.since, cursor.etag);
    let page = await pages.next();
    for (; page.done !== true; page = await pages.next()) {
      for (const issue of page.value) {
        if (issue.updatedAt > newest) newest = issue.updatedAt;
        if (byNumber.has(issue.number)) changed.set(issue.number, issue);
      }
    }
    news += await receiveAll(port, github, repository, cursor.since, changed, byNumber);
    port.moveCursor(repository, { since: newest, etag: newest === cursor.since ? page.value : null });
  }
  return news;
}

async function receiveAll(
  port: PullPort,
  github: RemoteChanges,
  repository: string,
  since: string,
  changed: ReadonlyMap<number, ChangedIssue>,
  byNumber: ReadonlyMap<number, WatchedTicket>,
): Promise<number> {
  const spoken = [...changed.values()].filter((issue) => issue.comments > 0);
  const take = async (number: number, comments: readonly PulledComment[]) => {
    const [issue, ticket] = [changed.get(number), byNumber.get(number)];
    if (issue === undefined || ticket === undefined) return;
    port.receive(ticket.id, { ...issue, comments, login: await github.login() }, github.skewMs());
  };
  for (const number of spoken.length > MANY ? [null] : spoken.map((issue) => issue.number))
    for await (const page of github.comments(repository, number, since))
      for (const [issue, comments] of Map.groupBy(page, (one) => one.issue)) await take(issue, comments);
  for (const number of changed.keys()) await take(number, []);
  return changed.size;
}

function beforeFirst(tickets: readonly WatchedTicket[]): string {
  const first = Math.min(...tickets.map((ticket) => ticket.openedAt));
  return new Date(first - BEFORE_FIRST_MS).toISOString().replace(/\.\d+Z$/, 'Z');
}
