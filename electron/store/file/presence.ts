// Tracks who else has the store open. Every process holds a shared lock on a small separate file while the store is
// open, and the first to open it briefly holds an exclusive one: checks, repairs and migrations are done by one process
// while it is alone. The operating system releases a lock when its process dies, for whatever reason.
import type Database from 'better-sqlite3';
import { lockExclusively, openLockFile } from './lock-file.ts';

export interface Presence {
  /** Nobody else has the store open. */
  readonly alone: boolean;
  /** The store is open: other processes may open it too. */
  settle(): void;
  leave(): void;
}

/** Longer than a big store takes to be checked or migrated. */
const WAIT_MS = 120_000;

export function enterStore(file: string): Presence {
  const lock = openLockFile(`${file}-lock`, WAIT_MS);
  const share = () => {
    lock.exec('BEGIN');
    lock.prepare('SELECT count(*) FROM sqlite_master').get(); // reading takes the shared lock
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
