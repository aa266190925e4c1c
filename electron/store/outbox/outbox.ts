// The durable queue of everything to be sent. An entry is never deleted; it ends as sent or withdrawn.
import {
  and,
  asc,
  count,
  desc,
  eq,
  gt,
  inArray,
  isNull,
  lt,
  lte,
  max,
  notInArray,
  or,
  type SQL,
  sql,
} from 'drizzle-orm';
import { alias } from 'drizzle-orm/sqlite-core';
import { z } from 'zod';
import { outbox } from '../../../drizzle/schema.ts';
import type { EntryId, TicketId } from '../../core/domain/ids.ts';
import {
  BOARD_KINDS,
  type EntryKind,
  type EntryState,
  NOTE_KINDS,
  REPEATABLE_KINDS,
  RESTING_STATES,
  type Sending,
} from '../../core/domain/outbox.ts';
import type { FieldConflict } from '../../core/domain/ticket.ts';
import { type Db, parseJson } from '../db.ts';
import { newId } from '../new-id.ts';
import { sendingDelayMs } from './sending-delay.ts';

export interface StoredEntry {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly position: number;
  readonly kind: EntryKind;
  /** Built from scrubbed text only; checked again before it leaves. Undefined if it was damaged. */
  readonly payload: unknown;
  readonly state: EntryState;
  readonly attempts: number;
  readonly leftAt: number | null;
  readonly nextTryAt: number | null;
  readonly lookUps: number;
  readonly reason: string | null;
  /** Fields that someone else changed too; empty for none. Raw. */
  readonly conflicts: readonly FieldConflict[];
  /** `owner/name#` and the number of the issue, or id of the comment, that carries its marker. */
  readonly remoteId: string | null;
  readonly createdAt: number;
  readonly sentAt: number | null;
}

const conflictList = z
  .array(z.object({ field: z.string(), was: z.string(), ours: z.string(), theirs: z.string() }))
  .catch([]);

type Row = typeof outbox.$inferSelect;

function fromRow(row: Row): StoredEntry {
  return {
    ...row,
    id: row.id,
    ticketId: row.ticketId,
    kind: row.kind,
    state: row.state,
    payload: parseJson(row.payload),
    conflicts: conflictList.parse(row.conflicts === null ? [] : parseJson(row.conflicts)),
  };
}

export type NewEntry = Sending & {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly position: number;
  readonly createdAt: number;
};

export function newEntryId(): EntryId {
  return newId();
}

/** It may leave once the sending delay has passed. */
export function addEntry(db: Db, entry: NewEntry): void {
  const { payload, ...plain } = entry;
  const delay = sendingDelayMs(db);
  const nextTryAt = delay === 0 ? null : entry.createdAt + delay;
  db.insert(outbox)
    .values({ ...plain, payload: JSON.stringify(payload), state: 'queued', nextTryAt })
    .run();
}

/** Adds an entry after all others of its ticket; returns its id. */
export function appendEntry(
  db: Db,
  entry: Sending & { readonly ticketId: TicketId; readonly createdAt: number },
): EntryId {
  const id = newEntryId();
  const last = db
    .select({ at: max(outbox.position) })
    .from(outbox)
    .where(eq(outbox.ticketId, entry.ticketId))
    .get()?.at;
  addEntry(db, { ...entry, id, position: (last ?? -1) + 1 });
  return id;
}

export function findEntry(db: Db, id: string): StoredEntry | null {
  const row = db.select().from(outbox).where(sql`${outbox.id} = ${id}`).get();
  return row === undefined ? null : fromRow(row);
}

export function entriesOfTicket(db: Db, ticketId: TicketId): StoredEntry[] {
  return db.select().from(outbox).where(eq(outbox.ticketId, ticketId)).orderBy(asc(outbox.position)).all().map(fromRow);
}

export function entriesInStates(db: Db, states: readonly EntryState[]): StoredEntry[] {
  return db
    .select()
    .from(outbox)
    .where(inArray(outbox.state, [...states]))
    .orderBy(asc(outbox.createdAt), asc(outbox.position))
    .all()
    .map(fromRow);
}

/** Every entry of a kind, the oldest first. */
export function entriesOfKind(db: Db, kind: EntryKind): StoredEntry[] {
  return db.select().from(outbox).where(eq(outbox.kind, kind)).orderBy(asc(outbox.createdAt)).all().map(fromRow);
}

/** At most so many: those that need a person first, then the newest. */
export function listEntries(db: Db, most: number): StoredEntry[] {
  const listed = (isMeant: SQL, limit: number) =>
    db
      .select()
      .from(outbox)
      .where(isMeant)
      .orderBy(desc(outbox.createdAt), desc(outbox.position))
      .limit(limit)
      .all()
      .map(fromRow);
  const first = listed(inArray(outbox.state, [...NEEDS_A_PERSON]), most);
  return [...first, ...listed(notInArray(outbox.state, [...NEEDS_A_PERSON]), most - first.length)];
}

/** No service asks for a longer wait: such a wait was recorded by a clock that ran ahead. */
const LONGEST_WAIT_MS = 2 * 3_600_000;

export interface WhichEntries {
  readonly kinds: readonly EntryKind[];
  readonly looking: boolean;
  readonly except: readonly EntryId[];
  /** A person wants it sent now: the sending delay is skipped. */
  readonly hasty?: boolean;
}

/** The oldest entry whose turn it is: due, and with everything before it on its ticket sent. */
export function nextDueEntry(
  db: Db,
  now: number,
  { kinds, looking, except, hasty = false }: WhichEntries,
): StoredEntry | null {
  const earlier = alias(outbox, 'earlier');
  const row = db
    .select()
    .from(outbox)
    .where(
      and(
        or(
          and(eq(outbox.state, 'queued'), inArray(outbox.kind, [...kinds])),
          looking ? eq(outbox.state, 'unknown') : undefined,
        ),
        or(
          isNull(outbox.nextTryAt),
          lte(outbox.nextTryAt, now),
          gt(outbox.nextTryAt, now + LONGEST_WAIT_MS),
          // An entry that was never tried only waits for the sending delay.
          hasty ? eq(outbox.attempts, 0) : undefined,
        ),
        except.length === 0 ? undefined : notInArray(outbox.id, [...except]),
        sql`${outbox.id} NOT IN (SELECT entry_id FROM team_claims WHERE state = 'wanted')`,
        sql`NOT EXISTS ${db
          .select({ one: sql`1` })
          .from(earlier)
          .where(
            and(
              eq(earlier.ticketId, outbox.ticketId),
              lt(earlier.position, outbox.position),
              notInArray(earlier.state, ['sent', 'withdrawn']),
              // Comments need the issue, but not its place on a board; no board waits for another.
              or(notInArray(earlier.kind, [...BOARD_KINDS]), eq(earlier.kind, outbox.kind)),
              // And nothing at GitHub or ZenHub waits for a note.
              notInArray(earlier.kind, [...NOTE_KINDS]),
            ),
          )}`,
      ),
    )
    .orderBy(asc(outbox.createdAt), asc(outbox.position))
    .get();
  return row === undefined ? null : fromRow(row);
}

export type EntryChange = Partial<
  Pick<
    Row,
    | 'state'
    | 'attempts'
    | 'leftAt'
    | 'nextTryAt'
    | 'lookUps'
    | 'reason'
    | 'sentAt'
    | 'payload'
    | 'conflicts'
    | 'remoteId'
  >
>;

export function changeEntry(db: Db, id: EntryId, change: EntryChange): void {
  db.update(outbox).set(change).where(eq(outbox.id, id)).run();
}

/** Moves an entry from one of some states to another; false when it is no longer in any of them. */
export function moveEntry(db: Db, id: EntryId, from: readonly EntryState[], change: EntryChange): boolean {
  return (
    db
      .update(outbox)
      .set(change)
      .where(and(eq(outbox.id, id), inArray(outbox.state, [...from])))
      .run().changes === 1
  );
}

/**
 * Cancels an entry that has certainly not left, or that a person says did not arrive; false when it is neither. One
 * statement, so that no worker can claim it between the check and the write.
 */
export function withdrawEntry(db: Db, id: EntryId, isKnownAbsent = false): boolean {
  const here = and(eq(outbox.id, id), inArray(outbox.state, [...RESTING_STATES]));
  return (
    db
      .update(outbox)
      .set({ state: 'withdrawn', nextTryAt: null, conflicts: null })
      .where(isKnownAbsent ? here : and(here, isNull(outbox.leftAt)))
      .run().changes === 1
  );
}

/**
 * Recovers what a worker was sending when it died: never left, or safe to repeat → queued again; may have arrived →
 * unknown.
 */
export function recoverInterrupted(db: Db): number {
  const sending = eq(outbox.state, 'sending');
  const back = db
    .update(outbox)
    .set({ state: 'queued', nextTryAt: null })
    .where(and(sending, or(isNull(outbox.leftAt), inArray(outbox.kind, [...REPEATABLE_KINDS]))))
    .run();
  const lost = db
    .update(outbox)
    .set({
      state: 'unknown',
      nextTryAt: null,
      lookUps: 0,
      reason: 'The desk stopped while this was being sent. Searching for it.',
    })
    .where(sending)
    .run();
  // A note carries no marker: only a person can see whether it arrived.
  db.update(outbox)
    .set({ state: 'undecided', reason: 'The desk stopped while this was being posted. Check there, then try again.' })
    .where(and(eq(outbox.state, 'unknown'), inArray(outbox.kind, [...NOTE_KINDS])))
    .run();
  return back.changes + lost.changes;
}

const WAITING: readonly EntryState[] = ['queued', 'held', 'sending', 'unknown'];
export const NEEDS_A_PERSON: readonly EntryState[] = ['undecided', 'blocked', 'failed'];

export function countOutbox(db: Db): { waiting: number; attention: number } {
  const countOf = (states: readonly EntryState[]) =>
    db
      .select({ n: count() })
      .from(outbox)
      .where(inArray(outbox.state, [...states]))
      .get()?.n ?? 0;
  return { waiting: countOf(WAITING), attention: countOf(NEEDS_A_PERSON) };
}
