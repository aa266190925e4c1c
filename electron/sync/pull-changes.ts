// What the services say of our tickets: new comments, and whether they are open. Incremental by the service's own clock,
// with as few requests as its interface allows, a page at a time, and harmless to repeat.

import { markIn } from '../core/compose/marker.ts';
import type { TicketId } from '../core/domain/ids.ts';
import type { ChangedIssue } from './github/changed-issue.ts';
import type { PulledComment, RemoteChanges } from './github/changes.ts';
import type { Place } from './outcome.ts';

/** What carries the mark of one of our entries. */
export interface Marked {
  readonly entryId: string;
  /** Where the issue or comment stands: numbers are of one repository. */
  readonly repository: string;
  /** Number of the issue, or id of the comment. */
  readonly number: string;
  /** Set where it is an issue. */
  readonly issue: ChangedIssue | null;
}

export interface WatchedTicket {
  readonly id: TicketId;
  readonly number: number;
  /** Nothing of it was taken in yet: it may be older than what lists of changes show. */
  readonly isUnread?: boolean;
}

/** What a mark turned out to be. */
export interface Received {
  readonly isNews: boolean;
  /** The ticket that is known to be open by it now. */
  readonly adopted: TicketId | null;
}

/** A repository with tickets, or with new ones that wait or were lost. Instants are ours, UTC ms. */
export interface WatchedRepository {
  readonly tickets: readonly WatchedTicket[];
  /** When the first of them was made. */
  readonly since: number;
  /** From when an entry may have arrived that nobody found, or arrived twice; null when there is none. */
  readonly sweepFrom: number | null;
}

/** The newest change of a repository that was read: the service's own time as it gave it; and the tag of its last answer. */
export interface Cursor {
  readonly since: string;
  readonly etag: string | null;
}

/** What the pull needs of the store; each function is one transaction. */
export interface PullPort {
  watched(): ReadonlyMap<string, WatchedRepository>;
  cursor(repository: string): Cursor | null;
  /** Whether all of an issue as it is now has been taken in, with what was said. */
  isKnown(ticketId: TicketId, issue: ChangedIssue): boolean;
  noteKnown(ticketId: TicketId, version: string): void;
  /** Takes in what a ticket holds now. `skewMs` turns the service's time into ours. */
  receiveIssue(ticketId: TicketId, issue: ChangedIssue, skewMs: number): void;
  /** Takes in comments on a ticket, by others than `login`. */
  receiveComments(ticketId: TicketId, comments: readonly PulledComment[], login: string, skewMs: number): void;
  /** Something with our mark turned up: a lost entry is found, late as it may be, and a second one is a twin. */
  receiveMark(marked: Marked): Received;
  /** An issue that is of no entry of ours; true when it names a record number of a ticket of ours, which is news. */
  receiveOther(repository: string, issue: ChangedIssue): boolean;
  moveCursor(repository: string, to: Cursor): void;
  /** An open ticket that was not heard of in a long time: lists tell of no deletion and no move. */
  stalestTicket(): (WatchedTicket & { readonly repository: string }) | null;
  relocate(ticketId: TicketId, to: Place): void;
  /** It was deleted, or the token may not see it now. */
  noteMissing(ticketId: TicketId, is: 'gone' | 'hidden'): void;
}

/** From so many changed tickets on, one list of all comments of the repository costs less than one list a ticket. */
const MANY = 10;
const BEGINNING = '1970-01-01T00:00:00Z';
/** Clocks differ; a day before is early enough for any. */
const DAY_MS = 86_400_000;
/**
 * Read again each time: while pages are read, what changes moves to the last one, and what stood first on the next slips
 * onto a page that was read. What is known already is passed over.
 */
const OVERLAP_MS = 5 * 60_000;

export interface Pulled {
  /** How many tickets had news. */
  readonly news: number;
  /** Repositories that the token may not read. */
  readonly unreadable: readonly string[];
}

/**
 * Pulls every watched repository once. What comes in is stored page by page and not held, however much there is. A failure
 * leaves the cursor of its repository where it was.
 * @throws RequestError, or what the network threw; not where a repository cannot be read, which is no reason to stop
 */
export async function pullChanges(
  port: PullPort,
  gitHubOf: (repository: string) => RemoteChanges | null,
): Promise<Pulled> {
  let news = 0;
  const unreadable: string[] = [];
  for (const [repository, watched] of port.watched()) {
    const github = gitHubOf(repository);
    const came = github === null ? null : await pullRepository(port, github, repository, watched);
    if (came === null) unreadable.push(repository);
    else news += came;
  }
  const silent = port.stalestTicket();
  const github = silent === null ? null : gitHubOf(silent.repository);
  if (silent !== null && github === null) port.noteMissing(silent.id, 'hidden');
  else if (silent !== null && github !== null) {
    const found = await github.lookAt(silent.repository, silent.number);
    if (found.kind === 'there') port.receiveIssue(silent.id, found.issue, github.skewMs());
    else if (found.kind === 'moved') port.relocate(silent.id, found.to);
    else port.noteMissing(silent.id, found.kind);
  }
  return { news, unreadable };
}

/** How many tickets had news; null when the token may not read the repository. */
async function pullRepository(
  port: PullPort,
  github: RemoteChanges,
  repository: string,
  { tickets, since, sweepFrom }: WatchedRepository,
): Promise<number | null> {
  let news = 0;
  const cursor = port.cursor(repository) ?? { since: before(new Date(since).toISOString(), DAY_MS), etag: null };
  const again = before(cursor.since, OVERLAP_MS);
  // Lists lag: what was lost may turn up with a date from before the last look.
  const lostFrom = sweepFrom === null ? null : before(new Date(sweepFrom).toISOString(), DAY_MS);
  const isSweep = lostFrom !== null && lostFrom < again;
  const byNumber = new Map(tickets.map((ticket) => [ticket.number, ticket.id]));
  const unread = new Set(tickets.filter(({ isUnread }) => isUnread === true).map(({ number }) => number));
  const seen = new Set<number>();
  const spoken = new Map<number, string>();
  const receive = (ticketId: TicketId, issue: ChangedIssue) => {
    seen.add(issue.number);
    port.receiveIssue(ticketId, issue, github.skewMs());
    if (issue.comments > 0) spoken.set(issue.number, versionOf(issue));
    else port.noteKnown(ticketId, versionOf(issue));
    news += 1;
  };
  let newest = cursor.since;
  const pages = github.changedIssues(repository, isSweep ? lostFrom : again, isSweep ? null : cursor.etag);
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    for (const issue of page.value) {
      if (issue.updatedAt > newest) newest = issue.updatedAt;
      const { number } = issue;
      // A mark counts only in what our own account wrote: anybody may copy one.
      if (issue.mark !== null && issue.author === (await github.login())) {
        const { isNews, adopted } = port.receiveMark({ entryId: issue.mark, repository, number: `${number}`, issue });
        if (isNews) news += 1;
        if (adopted !== null) {
          byNumber.set(number, adopted);
          unread.add(number);
        }
      }
      const ticketId = byNumber.get(number);
      if (ticketId === undefined && port.receiveOther(repository, issue)) news += 1;
      const isOld = issue.updatedAt < again && !unread.has(number);
      if (ticketId === undefined || isOld || port.isKnown(ticketId, issue)) continue;
      receive(ticketId, issue);
    }
  }
  if (page.value === 'unreadable') return null;
  // What was open before the desk knew of it stands in no list of changes.
  for (const number of unread) {
    const ticketId = byNumber.get(number);
    if (ticketId === undefined || seen.has(number)) continue;
    const found = await github.lookAt(repository, number);
    if (found.kind === 'there') receive(ticketId, found.issue);
  }
  await receiveSpoken(port, github, { repository, since: again, spoken, unread, byNumber });
  // A tag is of one address: it holds while the next look asks for the same.
  port.moveCursor(repository, { since: newest, etag: newest === cursor.since && !isSweep ? page.value.etag : null });
  return news;
}

interface Spoken {
  readonly repository: string;
  readonly since: string;
  /** Tickets that changed and have comments: number → version. */
  readonly spoken: ReadonlyMap<number, string>;
  /** Those of which everything ever said is read. */
  readonly unread: ReadonlySet<number>;
  readonly byNumber: ReadonlyMap<number, TicketId>;
}

async function receiveSpoken(
  port: PullPort,
  github: RemoteChanges,
  { repository, since, spoken, unread, byNumber }: Spoken,
): Promise<void> {
  const numbers = [...spoken.keys()];
  const [whole, late] = [numbers.filter((one) => unread.has(one)), numbers.filter((one) => !unread.has(one))];
  const lists: [number: number | null, since: string][] = whole.map((number) => [number, BEGINNING]);
  for (const number of late.length > MANY ? [null] : late) lists.push([number, since]);
  for (const [number, from] of lists) {
    const login = await github.login();
    for await (const page of github.comments(repository, number, from)) {
      for (const [issue, comments] of Map.groupBy(page, (one) => one.issue)) {
        const ticketId = spoken.has(issue) ? byNumber.get(issue) : undefined;
        if (ticketId === undefined) continue;
        for (const { id, body, author } of comments) {
          const entryId = markIn(body);
          // Somebody who quotes us carries the mark along.
          if (entryId !== null && author === login) port.receiveMark({ entryId, repository, number: id, issue: null });
        }
        port.receiveComments(ticketId, comments, login, github.skewMs());
      }
    }
  }
  for (const [number, version] of spoken) {
    const ticketId = byNumber.get(number);
    if (ticketId !== undefined) port.noteKnown(ticketId, version);
  }
}

/** The service tells time in whole seconds, in which more than one thing can happen: what was said is counted too. */
export function versionOf({ updatedAt, comments }: ChangedIssue): string {
  return `${updatedAt} ${comments}`;
}

/** An instant so many ms earlier, as the service writes instants. */
function before(at: string, ms: number): string {
  return new Date(Date.parse(at) - ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
