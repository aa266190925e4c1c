// A file without content that is only locked. Anything found in it is damage, and is discarded.
import { closeSync, openSync, statSync } from 'node:fs';
import Database from 'better-sqlite3';

export function openLockFile(file: string, timeout: number): Database.Database {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? null;
  // Only then: closing a file releases every lock this process has on it.
  if (size !== 0) closeSync(openSync(file, 'w', 0o600));
  return new Database(file, { timeout });
}

/** Takes the exclusive lock; false when someone else has a lock on the file. */
export function lockExclusively(lock: Database.Database): boolean {
  try {
    lock.exec('BEGIN EXCLUSIVE');
    return true;
  } catch (error) {
    if (error instanceof Database.SqliteError && error.code.startsWith('SQLITE_BUSY')) return false;
    throw error;
  }
}
