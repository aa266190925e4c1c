// Tickets: the GitHub issues the desk has opened or is about to.
import { and, eq, inArray, isNotNull, isNull, sql } from 'drizzle-orm';
import { cases, outbox, tickets } from '../../../drizzle/schema.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import type { RemoteTicket } from '../../core/domain/ticket.ts';
import type { Db } from '../db.ts';
import { newId } from '../new-id.ts';

type Row = typeof tickets.$inferSelect;

export type StoredTicket = Omit<Row, 'id' | 'remote'> & {
  readonly id: TicketId;
  /** Its content according to the service; null until it was received. */
  readonly remote: RemoteTicket | null;
};

function fromRow(row: Row): StoredTicket {
  return { ...row, id: row.id, remote: row.remote === null ? null : JSON.parse(row.remote) };
}

export function addTicket(
  db: Db,
  one: { team: string; repository: string; title: string; createdAt: number },
): TicketId {
  const id = newId<TicketId>();
  db.insert(tickets)
    .values({ id, ...one })
    .run();
  return id;
}

export function findTicket(db: Db, id: string): StoredTicket | null {
  const row = db.select().from(tickets).where(sql`${tickets.id} = ${id}`).get();
  return row === undefined ? null : fromRow(row);
}

/** Whether anything from the desk is at the service, or may be. */
export function isAtService(db: Db): boolean {
  const isOpened = db.select({ id: tickets.id }).from(tickets).where(isNotNull(tickets.number)).limit(1).get();
  const hasLeft = db.select({ id: outbox.id }).from(outbox).where(isNotNull(outbox.leftAt)).limit(1).get();
  return isOpened !== undefined || hasLeft !== undefined;
}

/** Tickets in a repository, oldest first; all where it is null. */
export function ticketsIn(db: Db, repository: string | null): StoredTicket[] {
  const isMeant = repository === null ? undefined : eq(tickets.repository, repository);
  return db.select().from(tickets).where(isMeant).orderBy(tickets.createdAt, tickets.id).all().map(fromRow);
}

/** Tickets by id, in one query. */
export function ticketsById(db: Db, ids: readonly TicketId[]): ReadonlyMap<TicketId, StoredTicket> {
  const rows = db
    .select()
    .from(tickets)
    .where(inArray(tickets.id, [...ids]))
    .all();
  return new Map(rows.map((row) => [row.id, fromRow(row)]));
}

/** Record numbers of the cases of tickets, in one query. */
export function referencesByTicket(db: Db, ids: readonly TicketId[]): ReadonlyMap<TicketId, string[]> {
  const rows = db
    .select({ ticketId: cases.ticketId, reference: cases.reference })
    .from(cases)
    .where(inArray(cases.ticketId, [...ids]))
    .all();
  const found = new Map<TicketId, string[]>();
  for (const { ticketId, reference } of rows)
    if (ticketId !== null) found.set(ticketId, [...(found.get(ticketId) ?? []), reference]);
  return found;
}

export function ticketOpened(db: Db, id: TicketId, opened: { number: number; url: string; openedAt: number }): void {
  db.update(tickets).set(opened).where(eq(tickets.id, id)).run();
}

export function ticketMoved(db: Db, id: TicketId, pipeline: string): void {
  db.update(tickets).set({ pipeline }).where(eq(tickets.id, id)).run();
}

export function ticketWithdrawn(db: Db, id: TicketId, withdrawnAt: number | null): void {
  db.update(tickets).set({ withdrawnAt }).where(eq(tickets.id, id)).run();
}

/** Tickets that the service has, open or closed: a team may reopen one. */
export function ticketsAtService(db: Db): {
  readonly id: TicketId;
  readonly number: number;
  readonly repository: string;
  readonly openedAt: number;
  /** Nothing of it was received yet. */
  readonly isUnread: boolean;
}[] {
  return db
    .select({
      id: sql<TicketId>`${tickets.id}`,
      number: sql<number>`${tickets.number}`,
      repository: tickets.repository,
      openedAt: sql<number>`coalesce(${tickets.openedAt}, ${tickets.createdAt})`,
      isUnread: sql<boolean>`${tickets.remoteUpdatedAt} IS NULL`.mapWith(Boolean),
    })
    .from(tickets)
    .where(and(isNotNull(tickets.number), isNull(tickets.withdrawnAt)))
    .all();
}

/** Stores the content of a ticket as received at `heardAt` (UTC ms). True when its state has changed. */
export function ticketChanged(db: Db, id: TicketId, remote: RemoteTicket, heardAt: number): boolean {
  const before = findTicket(db, id)?.state;
  db.update(tickets)
    .set({ state: remote.state, remote: JSON.stringify(remote), heardAt })
    .where(eq(tickets.id, id))
    .run();
  return before !== remote.state;
}

/** Which parts of the ticket were received completely. */
export function noteRead(db: Db, id: TicketId, version: string): void {
  db.update(tickets).set({ remoteUpdatedAt: version }).where(eq(tickets.id, id)).run();
}

/** The open ticket with the oldest news, if that is from before an instant (UTC ms). */
export function longSilentTicket(
  db: Db,
  before: number,
): { readonly id: TicketId; readonly number: number; readonly repository: string } | null {
  const heard = sql`coalesce(${tickets.heardAt}, ${tickets.openedAt}, ${tickets.createdAt})`;
  const row = db
    .select({ id: tickets.id, number: tickets.number, repository: tickets.repository })
    .from(tickets)
    .where(
      and(eq(tickets.state, 'open'), isNotNull(tickets.number), isNull(tickets.withdrawnAt), sql`${heard} < ${before}`),
    )
    .orderBy(heard)
    .limit(1)
    .get();
  if (row === undefined || row.number === null) return null;
  return { id: row.id, number: row.number, repository: row.repository };
}

/** It was checked; `state` if that has changed. */
export function noteHeard(db: Db, id: TicketId, heardAt: number, state?: 'gone'): void {
  db.update(tickets)
    .set({ heardAt, ...(state !== undefined && { state }) })
    .where(eq(tickets.id, id))
    .run();
}

export function renameRepository(db: Db, from: string, to: string): void {
  db.update(tickets).set({ repository: to }).where(eq(tickets.repository, from)).run();
}

/** Of a ticket that is not open yet. */
export function rehomeTicket(db: Db, id: TicketId, repository: string): void {
  db.update(tickets).set({ repository }).where(eq(tickets.id, id)).run();
}

export function moveTicket(db: Db, id: TicketId, to: { repository: string; number: number; url: string }): void {
  db.update(tickets).set(to).where(eq(tickets.id, id)).run();
}

/** From now on another issue of the repository is the ticket; everything ever said there is still to be read. */
export function ticketJoined(db: Db, id: TicketId, to: { readonly number: number; readonly url: string }): void {
  db.update(tickets)
    .set({ ...to, remoteUpdatedAt: null })
    .where(eq(tickets.id, id))
    .run();
}

/** Leaves what was joined: the ticket is what it was before, and is read again. */
export function ticketLeft(
  db: Db,
  id: TicketId,
  before: Pick<StoredTicket, 'number' | 'url' | 'openedAt' | 'state'>,
): void {
  db.update(tickets)
    .set({ ...before, remote: null, remoteUpdatedAt: null })
    .where(eq(tickets.id, id))
    .run();
}

/** After an edit of ours. */
export function ticketRenamed(db: Db, id: TicketId, title: string): void {
  db.update(tickets).set({ title }).where(eq(tickets.id, id)).run();
}
