// GitHub says that a ticket has moved or is gone: the lead is told, and the desk follows where it may.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { splitRepository } from '../../core/domain/repository-name.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { rehomeEntries, rehomeRemoteIds } from '../../store/outbox/rehome-entries.ts';
import { listTeams, replaceTeams } from '../../store/tickets/directory.ts';
import { findMove, forgetMove, keepMove } from '../../store/tickets/moved-tickets.ts';
import { findTicket, moveTicket, noteHeard, renameRepository } from '../../store/tickets/tickets.ts';
import type { IssueLocation } from '../../sync/outcome.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { notify } from '../egress.ts';
import { requireCase } from '../require-case.ts';

/**
 * GitHub says that a ticket, or its whole repository, has moved. Within one owner the desk follows; to another owner
 * nothing is sent until a person says so, whoever noticed the move, and the lead is told once.
 */
export function relocateTicket(ctx: AppContext, ticketId: TicketId, to: IssueLocation): void {
  const { store, now } = ctx;
  const before = findTicket(store.db, ticketId);
  if (before === null) return;
  if (isSameOwner(before.repository, to.repository)) {
    follow(ctx, ticketId, to);
    return;
  }
  const known = findMove(store.db, ticketId);
  const said = store.transaction((db) => {
    noteHeard(db, ticketId, now());
    if (known?.repository === to.repository) return null;
    keepMove(db, ticketId, to);
    const body = `Its ticket was moved to another owner, as ${to.repository}. Nothing is sent there until you say so: open the case to follow it.`;
    return { body, caseId: tell(db, ticketId, 'moved-away', body, now()) };
  });
  if (said !== null) notify(ctx, { title: 'Moved to another owner', ...said });
}

/**
 * The lead's decision: the desk follows a ticket to its new owner.
 * @throws AppError `refused` if it was not moved to one
 */
export function followTicket(ctx: AppContext, { id }: ParsedInput<'tickets.follow'>): Record<string, never> {
  const { ticketId } = requireCase(ctx, id);
  const to = ticketId === null ? null : findMove(ctx.store.db, ticketId);
  if (ticketId === null || to === null) throw new AppError('refused', 'This ticket was not moved to another owner.');
  follow(ctx, ticketId, to);
  return {};
}

function isSameOwner(one: string, other: string): boolean {
  const placeOf = (repository: string) => {
    const { host, owner } = splitRepository(repository);
    return `${host}/${owner.toLowerCase()}`;
  };
  return placeOf(one) === placeOf(other);
}

/**
 * Follows the rename of a whole repository, including the directory, or the move of one ticket, with its pending outbox
 * entries.
 */
function follow(ctx: AppContext, ticketId: TicketId, { repository, ticket }: IssueLocation): void {
  const { store } = ctx;
  const said = store.transaction((db) => {
    const before = findTicket(db, ticketId);
    if (before === null) return null;
    if (ticket === null) {
      renameRepository(db, before.repository, repository);
      const teams = listTeams(db);
      replaceTeams(
        db,
        teams.map((team) => (team.repository === before.repository ? { ...team, repository } : team)),
      );
    } else moveTicket(db, ticketId, { repository, ...ticket });
    rehomeEntries(db, { from: before.repository, to: repository, ticketId: ticket === null ? null : ticketId });
    rehomeRemoteIds(db, {
      from: before.repository,
      to: repository,
      moved: ticket === null ? null : { ticketId, ...ticket },
    });
    noteHeard(db, ticketId, ctx.now());
    forgetMove(db, ticketId);
    const body =
      ticket === null
        ? `${before.repository} is called ${repository} at GitHub now. The desk and its directory have been updated.`
        : `Ticket #${before.number} was moved: it is #${ticket.number} in ${repository} now.`;
    return { body, caseId: tell(db, ticketId, 'relocate', body, ctx.now()) };
  });
  if (said !== null) notify(ctx, { title: 'Moved at GitHub', ...said });
}

/** A ticket was deleted, or the token may not see it: reported once, and not requested again for a while. */
export function noteMissing(ctx: AppContext, ticketId: TicketId, is: 'gone' | 'hidden'): void {
  const { store, now } = ctx;
  const said = store.transaction((db) => {
    const ticket = findTicket(db, ticketId);
    noteHeard(db, ticketId, now(), is === 'gone' ? 'gone' : undefined);
    if (ticket === null || is === 'hidden') return null;
    const body = `Ticket #${ticket.number} was deleted at GitHub. Nobody is working on its cases: open a new ticket, or decide them differently.`;
    return { body, caseId: tell(db, ticketId, 'ticket-gone', body, now()) };
  });
  if (said !== null) notify(ctx, { title: 'A ticket is gone', ...said });
}

function tell(db: Db, ticketId: TicketId, verb: string, summary: string, at: number): CaseId | null {
  const cases = casesOfTicket(db, ticketId);
  const actId = newActId();
  for (const { id: caseId } of cases) addActivity(db, { at, actor: DESK, caseId, verb, summary, undo: null, actId });
  return cases[0]?.id ?? null;
}
