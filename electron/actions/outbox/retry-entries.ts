// What a lead decides about entries that did not arrive: send again, one or all.
import { AppError } from '../../contract/errors.ts';
import type { EntryId } from '../../core/domain/ids.ts';
import { NOTE_KINDS, RESTING_STATES } from '../../core/domain/outbox.ts';
import { changeEntry, entriesInStates, moveEntry, type StoredEntry } from '../../store/outbox/outbox.ts';
import { createIssuePayload, isReadable } from '../../sync/payloads.ts';
import type { AppContext } from '../app-context.ts';
import { mendFromDirectory } from './mend-entry.ts';
import { requireEntry } from './require-entry.ts';

const AGAIN = { state: 'queued', nextTryAt: null, reason: null, lookUps: 0 } as const;

/** The open ticket with the same record number, until the lead has chosen; null when there is none. */
export function sameRecordOf(entry: StoredEntry): { readonly number: number; readonly url: string } | null {
  if (entry.kind !== 'create-issue' || !isReadable(entry)) return null;
  const { sameRecord } = createIssuePayload.parse(entry.payload);
  return sameRecord === undefined || sameRecord.isAllowed ? null : sameRecord;
}

/**
 * Sends a held, refused, blocked or lost entry under its own marker; one that ever left is searched for first.
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
 * Resends everything that was refused, blocked or lost, or waits for its next attempt; returns how many. Leaves out
 * what a person has to decide one by one: values changed on both sides, a ticket for the same record, a note that may
 * be in the channel.
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
