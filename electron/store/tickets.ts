// Tickets: the GitHub issues the desk has opened or is about to.
import { and, eq, isNotNull, isNull } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { tickets } from '../../drizzle/schema.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Db } from './db.ts';

export type StoredTicket = Omit<typeof tickets.$inferSelect, 'id'> & { readonly id: TicketId };

export function addTicket(
  db: Db,
  one: { team: string; repository: string; title: string; createdAt: number },
): TicketId {
  const id = uuid() as TicketId;
  db.insert(tickets)
    .values({ id, ...one })
    .run();
  return id;
}

export function findTicket(db: Db, id: TicketId): StoredTicket | null {
  return (db.select().from(tickets).where(eq(tickets.id, id)).get() as StoredTicket | undefined) ?? null;
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

/** Tickets that are open at the service. */
export function openTickets(db: Db): StoredTicket[] {
  return db
    .select()
    .from(tickets)
    .where(and(eq(tickets.state, 'open'), isNotNull(tickets.number), isNull(tickets.withdrawnAt)))
    .all() as StoredTicket[];
}

/** Notes what the service says of a ticket; true when its state is another one now. */
export function ticketChanged(
  db: Db,
  id: TicketId,
  change: { readonly state: 'open' | 'closed'; readonly remoteUpdatedAt: string },
): boolean {
  const before = findTicket(db, id)?.state;
  db.update(tickets).set(change).where(eq(tickets.id, id)).run();
  return before !== change.state;
}
