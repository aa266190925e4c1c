// At most one process sends for a home at a time. The lock is an open transaction on a small file of its own: the
// operating system lets go of it when the process dies, however it dies.
import { lockExclusively, openLockFile } from './lock-file.ts';

export interface SyncLock {
  release(): void;
}

/** Takes the lock, or null when another process has it. */
export function takeSyncLock(file: string): SyncLock | null {
  const lock = openLockFile(file, 0);
  if (lockExclusively(lock)) return { release: () => lock.close() };
  lock.close();
  return null;
}
