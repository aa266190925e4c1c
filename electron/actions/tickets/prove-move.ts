// "Our GitHub moved": which tickets are at the new location. Numbers are no proof, since they may differ or belong to
// another ticket there; the marker that the desk left in each body is. What is not verified stays where it is.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { markIn } from '../../core/compose/marker.ts';
import type { EntryId, TicketId } from '../../core/domain/ids.ts';
import { onSameHost, repositoryIn, splitRepository, withoutHost } from '../../core/domain/repository-name.ts';
import { entriesOfTicket, type StoredEntry } from '../../store/outbox/outbox.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import { referencesByTicket, type StoredTicket, ticketsIn } from '../../store/tickets/tickets.ts';
import { gitHubOf } from '../../sync/connections.ts';
import type { ChangedIssue } from '../../sync/github/changed-issue.ts';
import { createRemoteChanges, type RemoteChanges } from '../../sync/github/changes.ts';
import { nameOf } from '../../sync/github/issue-location.ts';
import { issuesByMark } from '../../sync/github/marked-issues.ts';
import { createOctokit } from '../../sync/github/octokit.ts';
import type { AppContext } from '../app-context.ts';
import { asking, type Line, requireGitHub } from './choices.ts';

/** A comment at the new location that is ours, or that was read at the old one. */
export interface MovedComment {
  readonly id: string;
  readonly body: string;
  readonly entryId: EntryId | null;
}

export interface ProvenTicket {
  readonly ticket: StoredTicket & { readonly number: number };
  readonly issue: ChangedIssue;
  readonly comments: readonly MovedComment[];
}

export interface MoveProof {
  readonly from: string;
  readonly to: string;
  readonly found: readonly ProvenTicket[];
  /** Not opened yet; these will be opened at the new location. */
  readonly unopened: readonly TicketId[];
  readonly missing: readonly { readonly ticket: StoredTicket; readonly why: string }[];
}

const ABSENT = 'no ticket there carries its marker';
const IN_DOUBT = 'part of it may have been sent: say in the outbox whether it arrived, then move again';
const CANCELLED = 'Canceled; nothing was moved.';

/** True while it is unknown whether everything sent to a ticket has arrived at the old location. */
export function isInDoubt(entries: readonly StoredEntry[]): boolean {
  return entries.some(
    ({ state, leftAt }) => state !== 'sent' && state !== 'withdrawn' && (leftAt !== null || state === 'sending'),
  );
}

/**
 * Looks for every ticket of the old location at the new one. Changes nothing.
 * @param own host of repositories without one
 * @throws AppError `invalid` if a location names no repository; `not-found` if the desk has nothing at the old
 * location, or GitHub does not know the new one; `refused` without a sign-in there; `offline`
 */
export async function proveMove(
  ctx: AppContext,
  line: Line,
  { from: typedFrom, to: typedTo, job }: ParsedInput<'github.tryMove'>,
  own: string,
): Promise<MoveProof> {
  const { db } = ctx.store;
  const [from, to] = [placeOf(ctx, plain(typedFrom, own, 'old')), plain(typedTo, own, 'new')];
  if (from.toLowerCase() === to.toLowerCase()) throw new AppError('invalid', 'Both locations are the same.');
  const connection = requireGitHub(line, to);
  const octokit = createOctokit(connection, line.fetch);
  const there = createRemoteChanges(connection, line.fetch, ctx.now);
  const old = gitHubOf(line.connections(), from);
  const before = old === null ? null : createRemoteChanges(old, line.fetch, ctx.now);
  const tickets = ticketsIn(db, from).filter(({ state, withdrawnAt }) => state !== 'gone' && withdrawnAt === null);
  const opened = tickets.filter((one) => one.number !== null);
  const since = Math.min(...opened.map(({ openedAt, createdAt }) => openedAt ?? createdAt));
  return ctx.jobs.follow(job, async (tell) => {
    const goOn = (done: number, total: number) => {
      if (!tell(done, total)) throw new AppError('refused', CANCELLED);
      return true;
    };
    const byMark = await asking('GitHub', async () => {
      if ((await nameOf(octokit, to)) === null)
        throw new AppError('not-found', `GitHub has no ${to}, or the token may not see it.`);
      return opened.length === 0 ? new Map<string, ChangedIssue[]>() : issuesByMark(octokit, to, since, goOn);
    });
    const found: ProvenTicket[] = [];
    const unopened: TicketId[] = [];
    const missing: { ticket: StoredTicket; why: string }[] = [];
    for (const [at, ticket] of tickets.entries()) {
      goOn(at, tickets.length);
      const entries = entriesOfTicket(db, ticket.id);
      const { number } = ticket;
      if (isInDoubt(entries)) missing.push({ ticket, why: IN_DOUBT });
      else if (number === null) unopened.push(ticket.id);
      else {
        const issue = await issueOf({ ...ticket, number }, entries, byMark, before);
        if (typeof issue === 'string') missing.push({ ticket, why: issue });
        else {
          const comments =
            issue.comments === 0 ? [] : await asking('GitHub', () => commentsOf(there, to, issue.number));
          found.push({ ticket: { ...ticket, number }, issue, comments });
        }
      }
    }
    goOn(1, 1);
    return { from, to, found, unopened, missing };
  });
}

/** The issue that is the ticket at the new location, or why there is none. */
async function issueOf(
  ticket: ProvenTicket['ticket'],
  entries: readonly StoredEntry[],
  byMark: ReadonlyMap<string, readonly ChangedIssue[]>,
  before: RemoteChanges | null,
): Promise<ChangedIssue | string> {
  const own = entries.find(({ kind, state }) => kind === 'create-issue' && state === 'sent')?.id;
  const carriers =
    (own === undefined ? undefined : byMark.get(own)) ?? (await carriersOfJoined(ticket, byMark, before));
  const [first, second] = carriers;
  if (first === undefined) return ABSENT;
  return second === undefined
    ? first
    : `more than one ticket there carries its marker: ${carriers.map(({ number }) => `#${number}`).join(', ')}`;
}

/** A joined ticket carries the marker of whoever opened it, which the old location shows as long as it exists. */
async function carriersOfJoined(
  { repository, number }: ProvenTicket['ticket'],
  byMark: ReadonlyMap<string, readonly ChangedIssue[]>,
  before: RemoteChanges | null,
): Promise<readonly ChangedIssue[]> {
  const seen = await before?.lookUpIssue(repository, number).catch(() => null);
  const mark = seen?.kind === 'there' ? seen.issue.mark : null;
  return (mark === null ? undefined : byMark.get(mark)) ?? [];
}

async function commentsOf(there: RemoteChanges, repository: string, issue: number): Promise<MovedComment[]> {
  const comments: MovedComment[] = [];
  for await (const page of there.comments(repository, issue, '1970-01-01T00:00:00Z'))
    for (const { id, body } of page) comments.push({ id, body, entryId: markIn(body) });
  return comments;
}

/**
 * The name as the desk stores it: without a host for the desk's own GitHub.
 * @throws AppError `invalid` naming the location
 */
function plain(typed: string, own: string, place: 'old' | 'new'): string {
  const name = repositoryIn(typed);
  if (name === null)
    throw new AppError(
      'invalid',
      `The ${place} place names no repository. Paste its address, like https://va.ghe.com/software/va.gov-team, or write owner/name.`,
    );
  return splitRepository(name).host === own ? withoutHost(name) : onSameHost(name, withoutHost(name));
}

/** @throws AppError `not-found` */
function placeOf({ store: { db } }: AppContext, typed: string): string {
  const places = [
    ...listTeams(db).map(({ repository }) => repository),
    ...ticketsIn(db, null).map((one) => one.repository),
  ];
  const place = places.find((one) => one.toLowerCase() === typed.toLowerCase());
  if (place === undefined) throw new AppError('not-found', `The desk has no tickets and no team in ${typed}.`);
  return place;
}

/** Repositories of teams and of tickets that are not pulled back, most tickets at GitHub first. */
export function listPlaces({ store: { db } }: AppContext) {
  const teams = Map.groupBy(listTeams(db), ({ repository }) => repository);
  const standing = ticketsIn(db, null).filter((one) => one.repository !== '' && one.withdrawnAt === null);
  const tickets = Map.groupBy(standing, ({ repository }) => repository);
  const places = [...new Set([...teams.keys(), ...tickets.keys()])].map((repository) => ({
    repository,
    tickets: (tickets.get(repository) ?? []).filter(({ number }) => number !== null).length,
    teams: teams.get(repository)?.length ?? 0,
  }));
  return { places: places.sort((a, b) => b.tickets - a.tickets || b.teams - a.teams) };
}

/** Record numbers of the cases of tickets. */
export function namesOf({ store: { db } }: AppContext, tickets: readonly StoredTicket[]) {
  const named = referencesByTicket(
    db,
    tickets.map(({ id }) => id),
  );
  return ({ id }: StoredTicket) => named.get(id) ?? [];
}
