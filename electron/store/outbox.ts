// The durable queue of everything to be sent. An entry is never deleted; it ends as sent or withdrawn.
import { and, asc, count, desc, eq, gt, inArray, isNull, lt, lte, ne, notInArray, or, sql } from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { v7 as uuid } from 'uuid';
import { departures, outbox } from '../../drizzle/schema.ts';
import type { EntryId, TicketId } from '../contract/ids.ts';
import { CONTENT_KINDS, type EntryKind, type EntryState, type Sending } from '../core/words/outbox.ts';
import type { Db } from './db.ts';

export interface StoredEntry {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly position: number;
  readonly kind: EntryKind;
  /** Built from scrubbed text only; judged again before it leaves. */
  readonly payload: unknown;
  readonly state: EntryState;
  readonly attempts: number;
  readonly leftAt: number | null;
  readonly nextTryAt: number | null;
  readonly lookUps: number;
  readonly reason: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
}

type Row = typeof outbox.$inferSelect;

function fromRow(row: Row): StoredEntry {
  return {
    ...row,
    id: row.id as EntryId,
    ticketId: row.ticketId as TicketId,
    kind: row.kind as EntryKind,
    state: row.state as EntryState,
    payload: JSON.parse(row.payload),
  };
}

export type NewEntry = Sending & {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly position: number;
  readonly createdAt: number;
};

export function newEntryId(): EntryId {
  return uuid() as EntryId;
}

export function addEntry(db: Db, entry: NewEntry): void {
  const { payload, ...plain } = entry;
  db.insert(outbox)
    .values({ ...plain, payload: JSON.stringify(payload), state: 'queued' })
    .run();
}

/** States of one entry, or of all entries of a ticket. */
export function entryState(db: Db, of: { readonly entryId: string } | { readonly ticketId: string }): EntryState[] {
  const which = 'entryId' in of ? eq(outbox.id, of.entryId) : eq(outbox.ticketId, of.ticketId);
  return db
    .select({ state: outbox.state })
    .from(outbox)
    .where(which)
    .all()
    .map((row) => row.state as EntryState);
}

export function findEntry(db: Db, id: EntryId): StoredEntry | null {
  const row = db.select().from(outbox).where(eq(outbox.id, id)).get();
  return row === undefined ? null : fromRow(row);
}

export function entriesOfTicket(db: Db, ticketId: TicketId): StoredEntry[] {
  return db.select().from(outbox).where(eq(outbox.ticketId, ticketId)).orderBy(asc(outbox.position)).all().map(fromRow);
}

/** At most so many: those that need a person first, then the newest. */
export function listEntries(db: Db, most: number): StoredEntry[] {
  return db
    .select()
    .from(outbox)
    .orderBy(sql`${inArray(outbox.state, [...NEEDS_A_PERSON])} DESC`, desc(outbox.createdAt), desc(outbox.position))
    .limit(most)
    .all()
    .map(fromRow);
}

/** The oldest entry whose turn it is: due, and with everything before it in its ticket sent. */
export function nextDueEntry(
  db: Db,
  now: number,
  except: readonly EntryId[],
  kinds: readonly EntryKind[],
): StoredEntry | null {
  const earlier = alias(outbox, 'earlier');
  const row = db
    .select()
    .from(outbox)
    .where(
      and(
        inArray(outbox.state, ['queued', 'unknown']),
        // What may have arrived is looked for whatever its kind: looking makes no content.
        or(inArray(outbox.kind, [...kinds]), eq(outbox.state, 'unknown')),
        or(isNull(outbox.nextTryAt), lte(outbox.nextTryAt, now)),
        except.length === 0 ? undefined : notInArray(outbox.id, [...except]),
        sql`NOT EXISTS ${db
          .select({ one: sql`1` })
          .from(earlier)
          .where(
            and(
              eq(earlier.ticketId, outbox.ticketId),
              lt(earlier.position, outbox.position),
              notInArray(earlier.state, ['sent', 'withdrawn']),
              // A comment or a note needs its issue, not its place on the board.
              or(
                notInArray(outbox.kind, ['add-comment', 'post-note']),
                notInArray(earlier.kind, ['move-pipeline', 'post-note']),
              ),
              // And nothing at GitHub or ZenHub waits for a note.
              ne(earlier.kind, 'post-note'),
            ),
          )}`,
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.position))
    .get();
  return row === undefined ? null : fromRow(row);
}

export type EntryChange = Partial<
  Pick<Row, 'state' | 'attempts' | 'leftAt' | 'nextTryAt' | 'lookUps' | 'reason' | 'sentAt'>
>;

export function changeEntry(db: Db, id: EntryId, change: EntryChange): void {
  db.update(outbox).set(change).where(eq(outbox.id, id)).run();
}

/** Moves an entry from one of some states to another; false when it was in none of them any more. */
export function moveEntry(db: Db, id: EntryId, from: readonly EntryState[], change: EntryChange): boolean {
  return (
    db
      .update(outbox)
      .set(change)
      .where(and(eq(outbox.id, id), inArray(outbox.state, [...from])))
      .run().changes === 1
  );
}

/** What a worker that died was doing: never left, or harmless to repeat → queued again; may have arrived → unknown. */
export function recoverInterrupted(db: Db): number {
  const sending = eq(outbox.state, 'sending');
  const back = db
    .update(outbox)
    .set({ state: 'queued', nextTryAt: null })
    .where(and(sending, or(isNull(outbox.leftAt), eq(outbox.kind, 'move-pipeline'))))
    .run();
  const lost = db
    .update(outbox)
    .set({
      state: 'unknown',
      nextTryAt: null,
      lookUps: 0,
      reason: 'The desk stopped while this was being sent; looking for it.',
    })
    .where(sending)
    .run();
  // A note carries no mark: whether it arrived, only a person can see.
  db.update(outbox)
    .set({ state: 'undecided', reason: 'The desk stopped while this was being posted. Look there, then try again.' })
    .where(and(eq(outbox.state, 'unknown'), eq(outbox.kind, 'post-note')))
    .run();
  return back.changes + lost.changes;
}

const WAITING: readonly EntryState[] = ['queued', 'sending', 'unknown'];
const NEEDS_A_PERSON: readonly EntryState[] = ['undecided', 'blocked', 'failed'];

export function countOutbox(db: Db): { waiting: number; attention: number } {
  const countOf = (states: readonly EntryState[]) =>
    db
      .select({ n: count() })
      .from(outbox)
      .where(inArray(outbox.state, [...states]))
      .get()?.n ?? 0;
  return { waiting: countOf(WAITING), attention: countOf(NEEDS_A_PERSON) };
}

/** Notes that a request which makes content leaves now; what is older than `keepMs` is forgotten. */
export function addDeparture(db: Db, at: number, keepMs: number): void {
  db.insert(departures).values({ at }).run();
  db.delete(departures)
    .where(lt(departures.at, at - keepMs))
    .run();
}

/** When such requests left since an instant, oldest first; UTC ms. */
export function departuresSince(db: Db, since: number): number[] {
  const rows = db
    .select({ at: departures.at })
    .from(departures)
    .where(gt(departures.at, since))
    .orderBy(departures.at)
    .all();
  return rows.map((row) => row.at);
}

/** How many entries that make content still wait for their turn. */
export function countWaitingContent(db: Db): number {
  return (
    db
      .select({ n: count() })
      .from(outbox)
      .where(and(eq(outbox.state, 'queued'), inArray(outbox.kind, [...CONTENT_KINDS])))
      .get()?.n ?? 0
  );
}
