// Opens the key of a home the way every door does it: tries are counted and slowed, and a change of the key that was cut short is
// brought to its end.
import { AppError } from '../contract/errors.ts';
import { endRekey } from '../host/change-key.ts';
import type { Home, Mode } from '../host/home.ts';
import { type KeySource, type OpenedKey, openKeys } from '../host/key.ts';
import { countFailure, requireWaited, takeFailures } from '../host/unlock-attempts.ts';
import { keyCheckOf, readRecord } from '../store/commit-record.ts';
import { moveToKey } from '../store/rekey.ts';
import { snapshotFolder } from '../store/snapshots.ts';

/** How a desk was unlocked; a line of activity. */
export interface Unlocking {
  readonly by: OpenedKey['by'];
  /** Tries that failed before. */
  readonly failed: number;
}

export interface UnlockedHome extends Unlocking {
  /** What the store is under. */
  readonly key: string;
}

/** @throws AppError as `openKeys` does, and `locked` while the next try must wait */
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

/** What the record beside the store says of a key; true where it says nothing. */
function fitsRecord(file: string, key: string): boolean {
  const record = readRecord(file);
  return typeof record === 'string' || record.keyCheck === keyCheckOf(key);
}
