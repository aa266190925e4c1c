// An entry of the outbox by its id, or a refusal that says so.
import { AppError } from '../../contract/errors.ts';
import type { EntryId } from '../../core/domain/ids.ts';
import type { Db } from '../../store/db.ts';
import { findEntry, type StoredEntry } from '../../store/outbox/outbox.ts';

/** @throws AppError `not-found` */
export function requireEntry(db: Db, id: EntryId): StoredEntry {
  const entry = findEntry(db, id);
  if (entry === null) throw new AppError('not-found', 'This entry is not in the outbox.');
  return entry;
}
