// At most one process sends for a home at a time. The lock is an open transaction on a small file of its own: the
// operating system lets go of it when the process dies, however it dies.
import Database from 'better-sqlite3';

export interface SyncLock {
  release(): void;
}

/** Takes the lock, or null when another process has it. */
export function takeSyncLock(file: string): SyncLock | null {
  const sqlite = new Database(file, { timeout: 0 });
  try {
    sqlite.exec('BEGIN EXCLUSIVE');
  } catch {
    sqlite.close();
    return null;
  }
  return { release: () => sqlite.close() };
}
