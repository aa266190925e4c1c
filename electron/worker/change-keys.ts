// A new key for a closed desk: the note first, then the store and its snapshots.
import { beginRekey, endRekey, type Keeper } from '../host/change-key.ts';
import type { Home } from '../host/home.ts';
import { moveToKey, requireRekeyable } from '../store/opening/rekey.ts';
import { snapshotFolder } from '../store/snapshots/snapshots.ts';

export interface Rekeyed {
  /** What the store is encrypted with now. */
  readonly key: string;
  /** The new recovery code. */
  readonly code: string;
  /** False when files are still encrypted with the previous key; each opening continues with them. */
  readonly isDone: boolean;
}

/**
 * @throws AppError `conflict` while the desk is open elsewhere or an earlier change is incomplete; `refused` as
 * `requireRekeyable`
 */
export function rekeyHome(home: Home, former: string, keeper: Keeper): Rekeyed {
  const snapshots = snapshotFolder(home.store);
  requireRekeyable(home.store);
  const { key, code } = beginRekey(home, snapshots, former, keeper);
  const moved = moveToKey({ file: home.store, key, former });
  if (moved.isDone) endRekey(home, snapshots);
  return { ...moved, code };
}
