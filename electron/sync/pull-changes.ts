// Pulls news about our tickets: new comments, and whether they are open. Incremental by the service's own clock, with
// as few requests as its API allows, page by page, and safe to repeat.

import { markIn } from '../core/compose/marker.ts';
import type { TicketId } from '../core/domain/ids.ts';
import type { ChangedIssue } from './github/changed-issue.ts';
import type { PulledComment, RemoteChanges } from './github/changes.ts';
import type { IssueLocation } from './outcome.ts';

/** Something that carries the marker of one of our entries. */
export interface Marked {
  readonly entryId: string;
  /** Where the issue or comment is: numbers belong to one repository. */
  readonly repository: string;
  /** Number of the issue, or id of the comment. */
  readonly number: string;
  /** Set if it is an issue. */
  readonly issue: ChangedIssue | null;
}

export interface WatchedTicket {
  readonly id: TicketId;
  readonly number: number;
  /** Nothing of it was received yet: it may be older than what lists of changes show. */
  readonly isUnread?: boolean;
}

/** What a marker turned out to be. */
export interface Received {
  readonly isNews: boolean;
  /** The ticket now known to have been opened by it. */
  readonly adopted: TicketId | null;
}

/** A repository with tickets, or with new ones that are pending or lost. Times are ours, UTC ms. */
export interface WatchedRepository {
  readonly tickets: readonly WatchedTicket[];
  /** When the first of them was created. */
  readonly since: number;
  /** Since when an entry may have arrived that was not found, or arrived twice; null when there is none. */
  readonly sweepFrom: number | null;
}

/** The latest change read from a repository: the service's own timestamp, and the tag of its last response. */
export interface Cursor {
  readonly since: string;
  readonly etag: string | null;
}

/** The pull's interface to the store; each function is one transaction. */
export interface PullPort {
  watched(): ReadonlyMap<string, WatchedRepository>;
  cursor(repository: string): Cursor | null;
  /** Whether everything about the current version of an issue was received, comments included. */
  isKnown(ticketId: TicketId, issue: ChangedIssue): boolean;
  noteKnown(ticketId: TicketId, version: string): void;
  /** Stores the current content of a ticket. `skewMs` converts the service's time to ours. */
  receiveIssue(ticketId: TicketId, issue: ChangedIssue, skewMs: number): void;
  /** Stores comments on a ticket by others than `login`. */
  receiveComments(ticketId: TicketId, comments: readonly PulledComment[], login: string, skewMs: number): void;
  /** Something with our marker turned up: a lost entry is found, however late, and a second one is a duplicate. */
  receiveMark(marked: Marked): Received;
  /**
   * An issue that belongs to no entry of ours; true when it mentions a record number of one of our tickets, which is
   * news.
   */
  receiveOther(repository: string, issue: ChangedIssue): boolean;
  moveCursor(repository: string, to: Cursor): void;
  /** The open ticket polled least recently; list endpoints never report deletions or transfers. */
  stalestTicket(): (WatchedTicket & { readonly repository: string }) | null;
  relocate(ticketId: TicketId, to: IssueLocation): void;
  /** It was deleted, or the token may not see it now. */
  noteMissing(ticketId: TicketId, is: 'gone' | 'hidden'): void;
}

/**
 * From this many changed tickets on, one list of all comments of the repository takes fewer requests than one list per
 * ticket.
 */
const MANY = 10;
const BEGINNING = '1970-01-01T00:00:00Z';
/** Clocks differ; starting a day early is enough for any of them. */
const DAY_MS = 86_400_000;
/**
 * The overlap that is read again each time: while pages are read, changed items move to the last page, and the first
 * item of the next page slips onto one that was already read. Known items are skipped.
 */
const OVERLAP_MS = 5 * 60_000;

export interface Pulled {
  /** How many tickets had news. */
  readonly news: number;
  /** Repositories that the token may not read. */
  readonly unreadable: readonly string[];
}

/**
 * Pulls every watched repository once. Results are stored page by page and not held in memory. A failure leaves the
 * cursor of its repository unchanged.
 * @throws RequestError, or a network error; not for an unreadable repository, which is no reason to stop
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
    const found = await github.lookUpIssue(silent.repository, silent.number);
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
  // Lists lag: what was lost may turn up with a date before the last pull.
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
      // A marker only counts in text our own account wrote: anyone may copy one.
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
  // Tickets that were open before the desk knew them are in no list of changes.
  for (const number of unread) {
    const ticketId = byNumber.get(number);
    if (ticketId === undefined || seen.has(number)) continue;
    const found = await github.lookUpIssue(repository, number);
    if (found.kind === 'there') receive(ticketId, found.issue);
  }
  await receiveSpoken(port, github, { repository, since: again, spoken, unread, byNumber });
  // A tag belongs to one address: it is valid while the next request is for the same one.
  port.moveCursor(repository, { since: newest, etag: newest === cursor.since && !isSweep ? page.value.etag : null });
  return news;
}

interface Spoken {
  readonly repository: string;
  readonly since: string;
  /** Tickets that changed and have comments: number → version. */
  readonly spoken: ReadonlyMap<number, string>;
  /** Tickets of which every comment is read. */
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
          // Someone who quotes us copies the marker too.
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

/**
 * Timestamps have whole seconds, in which more than one thing can happen, so the comment count is part of the version.
 */
export function versionOf({ updatedAt, comments }: ChangedIssue): string {
  return `${updatedAt} ${comments}`;
}

/** An instant that many ms earlier, in the service's format. */
function before(at: string, ms: number): string {
  return new Date(Date.parse(at) - ms).toISOString().replace(/\.\d+Z$/, 'Z');
}
