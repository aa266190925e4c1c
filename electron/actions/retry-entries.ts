// What a lead decides of entries that did not arrive: send again, one or all; or take another desk's ticket for their own.
import { AppError } from '../contract/errors.ts';
import type { EntryId } from '../core/domain/ids.ts';
import { BOARD_KINDS, type EntryKind, NOTE_KINDS, RESTING_STATES } from '../core/domain/outbox.ts';
import type { Db } from '../store/db.ts';
import {
  changeEntry,
  entriesInStates,
  entriesOfTicket,
  findEntry,
  moveEntry,
  type StoredEntry,
} from '../store/outbox.ts';
import { findTicket, ticketJoined } from '../store/tickets.ts';
import { createIssuePayload, isReadable } from '../sync/payloads.ts';
import type { AppContext } from './app-context.ts';
import { mendFromDirectory } from './mend-entry.ts';
import { noteArrival } from './note-arrival.ts';

const AGAIN = { state: 'queued', nextTryAt: null, reason: null, lookUps: 0 } as const;

/** Whoever opened a ticket has placed it, and told the channel. */
const OF_WHOEVER_OPENED: readonly EntryKind[] = [...BOARD_KINDS, ...NOTE_KINDS];

function requireEntry(db: Db, id: EntryId): StoredEntry {
  const entry = findEntry(db, id);
  if (entry === null) throw new AppError('not-found', 'This entry is not in the outbox.');
  return entry;
}

/** The open ticket that names the same record number, while the lead has not chosen; null when there is none. */
export function sameRecordOf(entry: StoredEntry): { readonly number: number; readonly url: string } | null {
  if (entry.kind !== 'create-issue' || !isReadable(entry)) return null;
  const { sameRecord } = createIssuePayload.parse(entry.payload);
  return sameRecord === undefined || sameRecord.isAllowed ? null : sameRecord;
}

/**
 * Sends a held, refused, blocked or lost entry, under its own mark; one that ever left is looked for first.
 * @throws AppError `refused` when it is none of those.
 */
export function retryEntry({ store }: AppContext, id: EntryId): void {
  const moved = store.transaction((db) => {
    mendFromDirectory(db, requireEntry(db, id));
    const entry = requireEntry(db, id);
    const sameRecord = sameRecordOf(entry);
    const payload =
      sameRecord === null
        ? undefined
        : JSON.stringify({
            ...createIssuePayload.parse(entry.payload),
            sameRecord: { ...sameRecord, isAllowed: true },
          });
    return moveEntry(db, id, RESTING_STATES, { ...AGAIN, ...(payload !== undefined && { payload }) });
  });
  if (!moved) throw new AppError('refused', 'Only an entry that waits or was refused can be tried again.');
}

/**
 * Sends again all that was refused, blocked or lost, and what waits for its next try; how many. Not what only a person can
 * tell one by one: values changed on both sides, a ticket for the same record, a note that may stand in the channel.
 */
export function retryAll({ store }: AppContext): { retried: number } {
  return store.transaction((db) => {
    const all = entriesInStates(db, ['failed', 'blocked', 'undecided']).filter(
      (entry) =>
        entry.conflicts.length === 0 &&
        isReadable(entry) &&
        sameRecordOf(entry) === null &&
        !(NOTE_KINDS.includes(entry.kind) && entry.state === 'undecided'),
    );
    for (const entry of all) {
      mendFromDirectory(db, entry);
      changeEntry(db, entry.id, AGAIN);
    }
    for (const { id, nextTryAt } of entriesInStates(db, ['queued']))
      if (nextTryAt !== null) changeEntry(db, id, { nextTryAt: null });
    return { retried: all.length };
  });
}

/**
 * Takes the open ticket that names the same record number for the entry's own. Where ours is open as well, a person closes
 * it: it may hold what a team has said. @throws AppError `refused` when there is none to join
 */
export function joinSameRecord({ store, now }: AppContext, id: EntryId): void {
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    const sameRecord = sameRecordOf(entry);
    if ((entry.state !== 'undecided' && entry.state !== 'sent') || sameRecord === null)
      throw new AppError('refused', 'There is no ticket to join any more.');
    const { number, url } = sameRecord;
    const ours = entry.state === 'sent' ? findTicket(db, entry.ticketId) : null;
    if (ours === null) noteArrival(db, entry, { number, url }, now());
    else {
      ticketJoined(db, entry.ticketId, { number, url });
      const payload = { ...createIssuePayload.parse(entry.payload), sameRecord: { ...sameRecord, isAllowed: true } };
      changeEntry(db, id, { payload: JSON.stringify(payload) });
    }
    for (const other of entriesOfTicket(db, entry.ticketId))
      if (OF_WHOEVER_OPENED.includes(other.kind))
        moveEntry(db, other.id, ['queued', 'held'], { state: 'withdrawn', nextTryAt: null });
    const rest = ours === null ? '' : ` Close ours, #${ours.number}, at GitHub.`;
    changeEntry(db, id, { reason: `Joined ticket #${number}, which was open already.${rest}` });
  });
}
