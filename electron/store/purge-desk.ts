// One purge: the cases, the line of activity that says so, and the snapshots after it.
import { addActivity, newActId } from './activity.ts';
import type { Store } from './open.ts';
import { purgeSnapshots } from './purge-snapshots.ts';
import { type OverdueCase, overwriteDeleted, purgeCases } from './retention.ts';

export interface PurgeOrder {
  readonly store: Store;
  readonly file: string;
  readonly key: string;
  /** UTC ms. */
  readonly now: number;
  readonly overdue: readonly OverdueCase[];
}

/** @returns how many snapshots were purged. @throws AppError `refused` where a snapshot could not be */
export function purgeDesk({ store, file, key, now, overdue }: PurgeOrder): number {
  const ids = overdue.map(({ id }) => id);
  const sqlite = store.db.$client;
  overwriteDeleted(sqlite);
  store.transaction((db) => {
    purgeCases(sqlite, ids);
    addActivity(db, {
      at: now,
      actor: 'You',
      caseId: null,
      verb: 'purge',
      summary: `Purged what was received of ${ids.length} closed cases`,
      undo: null,
      actId: newActId(),
    });
  });
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  return purgeSnapshots(file, key, ids);
}
