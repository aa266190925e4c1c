// Pulls news about our tickets: new comments, and whether they are open. Incremental by the service's own clock, with
// as few requests as its API allows, page by page, and safe to repeat.
import { markIn } from '../core/compose/marker.ts';
import type { TicketId } from '../core/domain/ids.ts';
import { type ChangedIssue, versionOf } from './github/changed-issue.ts';
import type { PulledComment, RemoteChanges } from './github/changes.ts';
import type { PullPort, WatchedRepository } from './pull-port.ts';
import { nextCursor, type PullWindow, pullWindow } from './pull-window.ts';

/**
 * From this many changed tickets on, one list of all comments of the repository takes fewer requests than one list per
 * ticket.
 */
const MANY = 10;
const BEGINNING = '1970-01-01T00:00:00Z';

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
    const found = github === null ? null : await pullRepository(port, github, repository, watched);
    if (found === null) unreadable.push(repository);
    else news += found;
  }
  await checkStalest(port, gitHubOf);
  return { news, unreadable };
}

/** Lists never report deletions or transfers, so the ticket polled least recently is looked up by itself. */
async function checkStalest(port: PullPort, gitHubOf: (repository: string) => RemoteChanges | null): Promise<void> {
  const ticket = port.stalestTicket();
  if (ticket === null) return;
  const github = gitHubOf(ticket.repository);
  if (github === null) {
    port.noteMissing(ticket.id, 'hidden');
    return;
  }
  const found = await github.lookUpIssue(ticket.repository, ticket.number);
  if (found.kind === 'there') port.receiveIssue(ticket.id, found.issue, github.skewMs());
  else if (found.kind === 'moved') port.relocate(ticket.id, found.to);
  else port.noteMissing(ticket.id, found.kind);
}

/** The pull of one repository while it runs. */
interface RepositoryPull {
  readonly port: PullPort;
  readonly github: RemoteChanges;
  readonly repository: string;
  readonly window: PullWindow;
  /** Our tickets by their issue number, with those found during this pull. */
  readonly tickets: Map<number, TicketId>;
  /** Tickets whose whole history is still to be read. */
  readonly unread: Set<number>;
  readonly received: Set<number>;
  /** Received tickets with comments: number → version, known once the comments are stored too. */
  readonly withComments: Map<number, string>;
  news: number;
}

/** @returns how many tickets had news; null when the token may not read the repository */
async function pullRepository(
  port: PullPort,
  github: RemoteChanges,
  repository: string,
  watched: WatchedRepository,
): Promise<number | null> {
  const window = pullWindow(watched, port.cursor(repository));
  const pull: RepositoryPull = {
    port,
    github,
    repository,
    window,
    tickets: new Map(watched.tickets.map(({ number, id }) => [number, id])),
    unread: new Set(watched.tickets.filter(({ isUnread }) => isUnread === true).map(({ number }) => number)),
    received: new Set(),
    withComments: new Map(),
    news: 0,
  };
  let newest = window.lastRead;
  const pages = github.changedIssues(repository, window.listFrom, window.etag);
  let page = await pages.next();
  for (; page.done !== true; page = await pages.next()) {
    for (const issue of page.value) {
      if (issue.updatedAt > newest) newest = issue.updatedAt;
      await receiveListed(pull, issue);
    }
  }
  if (page.value === 'unreadable') return null;
  await receiveUnlisted(pull);
  await receiveComments(pull);
  port.moveCursor(repository, nextCursor(window, newest, page.value.etag));
  return pull.news;
}

async function receiveListed(pull: RepositoryPull, issue: ChangedIssue): Promise<void> {
  const { port, repository, window, tickets, unread } = pull;
  await receiveMarker(pull, issue);
  const ticketId = tickets.get(issue.number);
  if (ticketId === undefined) {
    if (port.receiveOther(repository, issue)) pull.news += 1;
    return;
  }
  const isOld = issue.updatedAt < window.from && !unread.has(issue.number);
  if (!isOld && !port.isKnown(ticketId, issue)) receive(pull, ticketId, issue);
}

/** A marker only counts in text our own account wrote: anyone may copy one. */
async function receiveMarker(pull: RepositoryPull, issue: ChangedIssue): Promise<void> {
  const { port, github, repository, tickets, unread } = pull;
  const { mark: entryId, number, author } = issue;
  if (entryId === null || author !== (await github.login())) return;
  const { isNews, adopted } = port.receiveMark({ entryId, repository, number: `${number}`, issue });
  if (isNews) pull.news += 1;
  if (adopted === null) return;
  tickets.set(number, adopted);
  unread.add(number);
}

function receive(pull: RepositoryPull, ticketId: TicketId, issue: ChangedIssue): void {
  const { port, github } = pull;
  pull.received.add(issue.number);
  port.receiveIssue(ticketId, issue, github.skewMs());
  if (issue.comments > 0) pull.withComments.set(issue.number, versionOf(issue));
  else port.noteKnown(ticketId, versionOf(issue));
  pull.news += 1;
}

/** Tickets that were open before the desk knew them are in no list of changes. */
async function receiveUnlisted(pull: RepositoryPull): Promise<void> {
  for (const number of pull.unread) {
    const ticketId = pull.tickets.get(number);
    if (ticketId === undefined || pull.received.has(number)) continue;
    const found = await pull.github.lookUpIssue(pull.repository, number);
    if (found.kind === 'there') receive(pull, ticketId, found.issue);
  }
}

async function receiveComments(pull: RepositoryPull): Promise<void> {
  const { port, github, repository, tickets, withComments } = pull;
  for (const { issue, since } of commentLists(pull))
    for await (const page of github.comments(repository, issue, since))
      for (const [number, comments] of Map.groupBy(page, (comment) => comment.issue)) {
        const ticketId = withComments.has(number) ? tickets.get(number) : undefined;
        if (ticketId !== undefined) await storeComments(pull, ticketId, comments);
      }
  for (const [number, version] of withComments) {
    const ticketId = tickets.get(number);
    if (ticketId !== undefined) port.noteKnown(ticketId, version);
  }
}

/** The lists of comments to read; null is the list of the whole repository. */
function commentLists({ window, unread, withComments }: RepositoryPull) {
  const numbers = [...withComments.keys()];
  const changed: (number | null)[] = numbers.filter((number) => !unread.has(number));
  return [
    ...numbers.filter((number) => unread.has(number)).map((issue) => ({ issue, since: BEGINNING })),
    ...(changed.length > MANY ? [null] : changed).map((issue) => ({ issue, since: window.from })),
  ];
}

async function storeComments(
  { port, github, repository }: RepositoryPull,
  ticketId: TicketId,
  comments: readonly PulledComment[],
): Promise<void> {
  const login = await github.login();
  for (const { id, body, author } of comments) {
    const entryId = markIn(body);
    // Someone who quotes us copies the marker too.
    if (entryId !== null && author === login) port.receiveMark({ entryId, repository, number: id, issue: null });
  }
  port.receiveComments(ticketId, comments, login, github.skewMs());
}
