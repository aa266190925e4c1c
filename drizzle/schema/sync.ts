// Tickets, the outbox, and what came back from the services.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { EntryId, TicketId } from '../../electron/core/domain/ids.ts';
import type { EntryKind, EntryState } from '../../electron/core/domain/outbox.ts';

export const tickets = sqliteTable(
  'tickets',
  {
    id: text().$type<TicketId>().primaryKey(),
    team: text().notNull(),
    repository: text().notNull(),
    title: text().notNull(),
    number: integer(),
    url: text(),
    pipeline: text(),
    createdAt: integer().notNull(),
    openedAt: integer(),
    withdrawnAt: integer(),
    /** At the service: open, closed, or gone. */
    state: text().notNull().default('open'),
    /** When the desk last heard of it or looked at it, UTC ms; null for never. */
    heardAt: integer(),
    /** What of it was taken in whole: the service's time of its last change, and how many comments there were. */
    remoteUpdatedAt: text(),
    /** What the service says it holds, as JSON; null until it said so. Raw: anybody may have written there. */
    remote: text(),
  },
  (table) => [index('tickets_open').on(table.id).where(sql`state <> 'closed' AND withdrawn_at IS NULL`)],
);

export const outbox = sqliteTable(
  'outbox',
  {
    id: text().$type<EntryId>().primaryKey(),
    ticketId: text()
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    /** Order within the ticket: an entry waits until all before it are sent. */
    position: integer().notNull(),
    kind: text().$type<EntryKind>().notNull(),
    payload: text().notNull(),
    state: text().$type<EntryState>().notNull(),
    attempts: integer().notNull().default(0),
    /** When the request left this machine; null while it certainly has not. */
    leftAt: integer(),
    nextTryAt: integer(),
    lookUps: integer().notNull().default(0),
    reason: text(),
    /** Fields somebody else changed too, as JSON, while the lead has not chosen. Raw. */
    conflicts: text(),
    /** Number of the issue or id of the comment that carries the entry's mark; a second one is a twin. */
    remoteId: text(),
    createdAt: integer().notNull(),
    sentAt: integer(),
  },
  (table) => [
    uniqueIndex('outbox_ticket_position').on(table.ticketId, table.position),
    index('outbox_state').on(table.state, table.sentAt),
    index('outbox_newest').on(table.createdAt, table.position),
  ],
);

/** When a request that makes content left this machine; kept for an hour, so that a restart does not forget the limits. */
export const sendLog = sqliteTable('send_log', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
});

/** What was said on a ticket, as the service gave it. Raw: it comes from outside. */
export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    ticketId: text()
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    author: text().notNull(),
    body: text().notNull(),
    saidAt: integer().notNull(),
    seenAt: integer(),
  },
  (table) => [index('comments_ticket').on(table.ticketId, table.saidAt)],
);
