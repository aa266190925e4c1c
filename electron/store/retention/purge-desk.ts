// Purges the cases, together with the line of activity about it, and then the snapshots. The cases still to be purged
// from snapshots are stored in the first step, so that the next purge completes an interrupted one.
import { z } from 'zod';
import { addActivity, newActId } from '../activity/activity.ts';
import type { Db } from '../db.ts';
import type { Store } from '../opening/open.ts';
import { dropSetting, readSetting, writeSetting } from '../settings.ts';
import { markPurged } from '../team/team.ts';
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

const PENDING = 'purge-pending';

/** Ids of cases that were purged from the desk, but perhaps not yet from the snapshots. */
export function pendingPurge({ db }: Store): readonly string[] {
  return readSetting(db, PENDING, z.array(z.string()), []);
}

/** Purges the desk alone. @returns the ids that now have to be purged from the snapshots */
export function purgeStore({ store, now, overdue }: Pick<PurgeOrder, 'store' | 'now' | 'overdue'>): readonly string[] {
  const sqlite = store.db.$client;
  const ids = overdue.map(({ id }) => id);
  const all = [...new Set([...pendingPurge(store), ...ids])];
  if (ids.length === 0) {
    if (all.length > 0) sqlite.pragma('wal_checkpoint(TRUNCATE)');
    return all;
  }
  overwriteDeleted(sqlite);
  store.transaction((db) => {
    purgeCases(sqlite, ids);
    markPurged(db, ids);
    writeSetting(db, PENDING, all);
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
  return all;
}

/**
 * Purges here what a member of the team has purged; the next purge takes it out of the snapshots. Within a transaction.
 */
export function purgeAsTold(db: Db, ids: readonly string[]): void {
  overwriteDeleted(db.$client);
  purgeCases(db.$client, ids);
  writeSetting(db, PENDING, [...new Set([...readSetting(db, PENDING, z.array(z.string()), []), ...ids])]);
}

/** Purges everything pending from the snapshots. */
export function settlePurge(store: Store): void {
  store.transaction((db) => dropSetting(db, PENDING));
}

/** @returns how many snapshots were purged. @throws AppError `refused` if a snapshot could not be */
export function purgeDesk({ store, file, key, now, overdue }: PurgeOrder): number {
  const purged = purgeSnapshots(file, key, purgeStore({ store, now, overdue }));
  settlePurge(store);
  return purged;
}
