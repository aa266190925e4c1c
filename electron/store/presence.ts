// Who else has the store open. Everybody holds a shared lock on a small file of its own while the store is open, and whoever
// opens it first holds an exclusive one meanwhile: checks, repairs and migrations are done by one process, while it is alone.
// The operating system lets go of a lock when its process dies, however it dies.
import type Database from 'better-sqlite3';
import { lockExclusively, openLockFile } from './lock-file.ts';

export interface Presence {
  /** Nobody else has the store open. */
  readonly alone: boolean;
  /** The store is open: others may come in. */
  settle(): void;
  leave(): void;
}

/** Longer than a big store takes to be checked or migrated. */
const WAIT_MS = 120_000;

export function enterStore(file: string): Presence {
  const lock = openLockFile(`${file}-lock`, WAIT_MS);
  const share = () => {
    lock.exec('BEGIN');
    lock.prepare('SELECT count(*) FROM sqlite_master').get(); // a read takes the shared lock
  };
  try {
    const alone = tryAlone(lock);
    if (!alone) share();
    return {
      alone,
      settle() {
        if (!alone) return;
        lock.exec('ROLLBACK'); // a commit would write a first page
        share();
      },
      leave: () => lock.close(),
    };
  } catch (error) {
    lock.close();
    throw error;
  }
}

function tryAlone(lock: Database.Database): boolean {
  lock.pragma('busy_timeout = 0');
  const alone = lockExclusively(lock);
  lock.pragma(`busy_timeout = ${WAIT_MS}`);
  return alone;
}
