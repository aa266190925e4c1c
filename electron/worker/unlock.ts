// Opens the key of a home, the same way for every entry point: attempts are counted and slowed down, and an interrupted
// key change is completed.
import { AppError } from '../contract/errors.ts';
import { endRekey } from '../host/change-key.ts';
import type { Home, Mode } from '../host/home.ts';
import { type KeySource, type OpenedKey, openKeys } from '../host/key.ts';
import { countFailure, requireWaited, takeFailures } from '../host/unlock-attempts.ts';
import { keyCheckOf, readRecord } from '../store/file/commit-record.ts';
import { moveToKey } from '../store/opening/rekey.ts';
import { snapshotFolder } from '../store/snapshots/snapshots.ts';

/** How a desk was unlocked; recorded as activity. */
export interface Unlocking {
  readonly by: OpenedKey['by'];
  /** Attempts that failed before. */
  readonly failed: number;
}

export interface UnlockedHome extends Unlocking {
  /** What the store is encrypted with. */
  readonly key: string;
}

/** @throws AppError as `openKeys` does, and `locked` while the next attempt has to wait */
export function unlockHome(home: Home, mode: Mode, source: KeySource): UnlockedHome {
  if (source.passphrase !== undefined || source.recoveryCode !== undefined) requireWaited(home, Date.now());
  const { key, former, by } = tryKeys(home, mode, source);
  const failed = takeFailures(home);
  if (former === null) return { key, by, failed };
  const moved = moveToKey({ file: home.store, key, former });
  if (moved.isDone) endRekey(home, snapshotFolder(home.store));
  return { key: moved.key, by, failed };
}

function tryKeys(home: Home, mode: Mode, source: KeySource): OpenedKey {
  try {
    const opened = openKeys(home, mode, source);
    if (!opened.isProved && !fitsRecord(home.store, opened.key))
      throw new AppError('locked', 'The passphrase does not open this desk.', { wrong: true });
    return opened;
  } catch (error) {
    if (error instanceof AppError && error.details.wrong === true) countFailure(home, Date.now());
    throw error;
  }
}

/** What the record next to the store says about a key; true if it says nothing. */
function fitsRecord(file: string, key: string): boolean {
  const record = readRecord(file);
  return typeof record === 'string' || record.keyCheck === keyCheckOf(key);
}
