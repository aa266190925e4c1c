// Moves tickets to another location with everything that names it, and back again.
import { and, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { comments, outbox, tickets } from '../../../drizzle/schema.ts';
import type { EntryId, TicketId } from '../../core/domain/ids.ts';
import { OPEN_STATES } from '../../core/domain/outbox.ts';
import { splitRepository } from '../../core/domain/repository-name.ts';
import type { Db } from '../db.ts';
import { changeEntry, entriesOfTicket } from '../outbox/outbox.ts';
import { rehomeEntries } from '../outbox/rehome-entries.ts';
import { readSetting, writeSetting } from '../settings.ts';
import { forgetMove } from './moved-tickets.ts';
import { rehomeTicket } from './tickets.ts';

/** What a move changed, as it was before. */
export interface BeforeMove {
  readonly from: string;
  readonly to: string;
  readonly tickets: readonly {
    readonly id: TicketId;
    readonly number: number | null;
    readonly url: string | null;
    readonly remoteUpdatedAt: string | null;
  }[];
  /** Sent entries by their stored location. */
  readonly entries: readonly { readonly id: EntryId; readonly remoteId: string | null }[];
  /** Comments that were read, by their ids there and here. */
  readonly comments: readonly { readonly was: string; readonly now: string }[];
}

export interface MovedTo {
  readonly from: string;
  readonly to: string;
  readonly number: number;
  readonly url: string;
  readonly comments: readonly { readonly id: string; readonly body: string; readonly entryId: EntryId | null }[];
}

/**
 * One ticket, with what was sent and said there under its new numbers. All of it is read again, and nothing known comes
 * in a second time. The previous state is added to `before`.
 */
export function takeAlong(
  db: Db,
  ticket: {
    readonly id: TicketId;
    readonly number: number;
    readonly url: string | null;
    readonly remoteUpdatedAt: string | null;
  },
  { from, to, number, url, comments: there }: MovedTo,
  before: {
    tickets: BeforeMove['tickets'][number][];
    entries: BeforeMove['entries'][number][];
    comments: BeforeMove['comments'][number][];
  },
): void {
  const { id } = ticket;
  before.tickets.push({ id, number: ticket.number, url: ticket.url, remoteUpdatedAt: ticket.remoteUpdatedAt });
  db.update(tickets).set({ repository: to, number, url, remoteUpdatedAt: null }).where(eq(tickets.id, id)).run();
  forgetMove(db, id);
  rehomeWaiting(db, { from, to, ticketId: id });
  for (const entry of entriesOfTicket(db, id)) {
    if (entry.state !== 'sent' || entry.remoteId === null) continue;
    before.entries.push({ id: entry.id, remoteId: entry.remoteId });
    const comment = there.find(({ entryId }) => entryId === entry.id)?.id;
    const here = entry.kind === 'create-issue' ? number : comment;
    changeEntry(db, entry.id, { remoteId: here === undefined ? null : `${to}#${here}` });
  }
  const free = [...there];
  const known = db
    .select({ id: comments.id, body: comments.body })
    .from(comments)
    .where(eq(comments.ticketId, id))
    .all();
  for (const { id: was, body } of known) {
    // A migration keeps the text but assigns new ids, and often other accounts.
    const at = free.findIndex((one) => one.body === body);
    const now = free[at]?.id;
    if (now === undefined) continue;
    free.splice(at, 1);
    before.comments.push({ was, now });
  }
  renameComments(db, before.comments);
}

/** A ticket that is not open yet is opened at the new location. */
export function openThere(db: Db, ticketId: TicketId, from: string, to: string): void {
  rehomeTicket(db, ticketId, to);
  rehomeWaiting(db, { from, to, ticketId });
}

/** Restores the state before the move. */
export function takeBack(db: Db, { from, to, tickets: moved, entries, comments: renamed }: BeforeMove): void {
  for (const { id, number, url, remoteUpdatedAt } of moved) {
    db.update(tickets).set({ repository: from, number, url, remoteUpdatedAt }).where(eq(tickets.id, id)).run();
    rehomeWaiting(db, { from: to, to: from, ticketId: id });
  }
  for (const { id, remoteId } of entries) changeEntry(db, id, { remoteId });
  renameComments(
    db,
    renamed.map(({ was, now }) => ({ was: now, now: was })),
  );
}

/** Pending entries move too; a board of the old owner becomes one of the new. */
function rehomeWaiting(db: Db, { from, to, ticketId }: { from: string; to: string; ticketId: TicketId }): void {
  rehomeEntries(db, { from, to, ticketId });
  const [old, owner] = [splitRepository(from).owner, splitRepository(to).owner];
  const isOpen = sql`${outbox.state} IN (SELECT value FROM json_each(${JSON.stringify(OPEN_STATES)}))`;
  db.update(outbox)
    .set({ payload: sql`json_set(${outbox.payload}, '$.owner', ${owner})` })
    .where(
      and(
        eq(outbox.ticketId, ticketId),
        eq(outbox.kind, 'set-project'),
        isOpen,
        sql`CASE WHEN json_valid(${outbox.payload}) THEN json_extract(${outbox.payload}, '$.owner') END = ${old}`,
      ),
    )
    .run();
}

/** An id that is another comment's already stays: that one was read there before. */
function renameComments(db: Db, renamed: readonly { readonly was: string; readonly now: string }[]): void {
  const rename = db.$client.prepare('UPDATE OR IGNORE comments SET id = ? WHERE id = ?');
  for (const { was, now } of renamed) rename.run(now, was);
}

const KEY = 'github moves';
const pairs = z.array(z.tuple([z.string(), z.string()]));

/** Each ticket now exists at both locations, one of them outdated. */
export function noteMove(db: Db, from: string, to: string): void {
  if (!wasMovedBetween(db, from, to)) writeSetting(db, KEY, [...readSetting(db, KEY, pairs, []), [from, to]]);
}

/** True if tickets were moved from one of the locations to the other, in either direction. */
export function wasMovedBetween(db: Db, one: string, other: string): boolean {
  return readSetting(db, KEY, pairs, []).some((pair) => one !== other && pair.includes(one) && pair.includes(other));
}
