// At most one process sends for a home at a time. The lock is an open transaction on a small separate file: the
// operating system releases it when the process dies, for whatever reason.
import { lockExclusively, openLockFile } from './lock-file.ts';

export interface SyncLock {
  release(): void;
}

/** Takes the lock, or returns null when another process has it. */
export function takeSyncLock(file: string): SyncLock | null {
  const lock = openLockFile(file, 0);
  if (lockExclusively(lock)) return { release: () => lock.close() };
  lock.close();
  return null;
}
