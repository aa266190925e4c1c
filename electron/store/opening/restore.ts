// Replaces the store with a snapshot. The current store is kept first: as a snapshot, or as it is if it is damaged.
// What the restored desk may have sent after the snapshot was made is marked as possibly arrived, so that it is
// searched for first.
import { copyFileSync, existsSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';
import { readRecord, writeRecord } from '../file/commit-record.ts';
import { commitsOf, connect } from '../file/connect.ts';
import { isNoRoom } from '../file/error-kinds.ts';
import { putInPlace } from '../file/files.ts';
import { enterStore } from '../file/presence.ts';
import { diffSnapshot, type TableDiff } from '../snapshots/snapshot-diff.ts';
import { isGood, listSnapshots, type Snapshot, snapshotFolder, takeSnapshot } from '../snapshots/snapshots.ts';
import { dropLog, keepAside } from './check-store.ts';
import { RESTORE_NOTE, type Restore } from './restored.ts';

export interface RestoreOrder {
  /** The store. */
  readonly file: string;
  readonly key: string;
  /** Of the snapshot. */
  readonly name: string;
  /** UTC ms. */
  readonly now: number;
}

export interface Restored {
  readonly snapshot: Snapshot;
  /** Name under which the previous store is kept; null when there was none. */
  readonly kept: string | null;
}

/**
 * What a restore would change; null if the store itself cannot be read.
 * @throws AppError `not-found` for an unknown name, `refused` when the snapshot is damaged
 */
export function previewRestore({ file, key, name }: Omit<RestoreOrder, 'now'>): {
  readonly snapshot: Snapshot;
  readonly diff: readonly TableDiff[] | null;
} {
  const { snapshot, path } = findGood(file, key, name);
  try {
    return { snapshot, diff: diffSnapshot(file, path, key) };
  } catch {
    return { snapshot, diff: null };
  }
}

/**
 * @throws AppError as for a preview; `conflict` while the desk is open; `refused` when the store cannot be kept first
 */
export function restoreSnapshot(order: RestoreOrder): Restored {
  const { file, key, now } = order;
  const { snapshot, path } = findGood(file, key, order.name);
  const presence = enterStore(file);
  const fresh = `${file}.restoring`;
  try {
    if (!presence.alone) throw new AppError('conflict', 'The desk is open. Close it, then restore the snapshot.');
    rmSync(fresh, { force: true });
    copyFileSync(path, fresh); // first: keeping the store may drop the oldest snapshots
    const kept = keepStore(file, key, now);
    settle(fresh, key, file, { at: now, snapshotAt: snapshot.at, kept });
    dropLog(file);
    putInPlace(fresh, file);
    forgetChain(file);
    return { snapshot, kept };
  } catch (error) {
    if (!isNoRoom(error)) throw error;
    throw new AppError(
      'refused',
      `The snapshot was not restored: the disk of ${dirname(file)} has too little space. Nothing in the desk was changed. Free some space and try again.`,
    );
  } finally {
    rmSync(fresh, { force: true });
    presence.leave();
  }
}

function findGood(file: string, key: string, name: string): { snapshot: Snapshot; path: string } {
  const snapshot = listSnapshots(file).find((one) => one.name === name || one.name === `${name}.db`);
  if (snapshot === undefined)
    throw new AppError('not-found', `There is no snapshot ${name}. List them with: desk backups`);
  const path = join(snapshotFolder(file), snapshot.name);
  if (!isGood(path, key))
    throw new AppError(
      'refused',
      `${snapshot.name} cannot be read completely with the key of this desk. Choose another one.`,
    );
  return { snapshot, path };
}

/** A readable store becomes a snapshot; an unreadable one is kept byte by byte. @returns the name of what was kept */
function keepStore(file: string, key: string, now: number): string | null {
  if ((statSync(file, { throwIfNoEntry: false })?.size ?? 0) === 0 && !existsSync(`${file}-wal`)) return null;
  if (isGood(file, key)) {
    const { name } = takeSnapshot({ file, key, reason: 'before-restore', now });
    const sqlite = connect(file, key);
    sqlite.pragma('wal_checkpoint(TRUNCATE)'); // the log is dropped before the file is replaced
    sqlite.close();
    return name;
  }
  const aside = `${file}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
  keepAside(file, aside);
  return basename(aside);
}

/**
 * Makes the copy a desk of its own: newer than what was recorded of the store, and in doubt about what may have left
 * since.
 */
function settle(fresh: string, key: string, file: string, note: Restore): void {
  const record = readRecord(file);
  const sqlite = connect(fresh, key);
  try {
    sqlite
      .transaction(() => {
        doubtWhatMayHaveLeft(sqlite);
        sqlite
          .prepare('INSERT OR REPLACE INTO settings (key, value) VALUES (?, ?)')
          .run(RESTORE_NOTE, JSON.stringify(note));
      })
      .immediate();
    const noted = typeof record === 'string' ? 0 : record.commits;
    sqlite.pragma(`user_version = ${Math.max(noted, commitsOf(sqlite)) + 1}`);
  } finally {
    sqlite.close();
  }
}

/** The audit chain ends earlier now, as it should. */
function forgetChain(file: string): void {
  const record = readRecord(file);
  if (typeof record !== 'string') writeRecord(file, { ...record, audit: null }).close({});
}

/** Tickets and comments carry a marker and are searched for; for a note only a person can tell. */
function doubtWhatMayHaveLeft(sqlite: Database.Database): void {
  const open = `state IN ('queued', 'held', 'failed', 'blocked', 'undecided')`;
  sqlite.exec(`
    UPDATE outbox SET left_at = created_at
      WHERE left_at IS NULL AND kind IN ('create-issue', 'add-comment') AND ${open};
    UPDATE outbox SET left_at = coalesce(left_at, created_at), state = 'undecided',
      reason = 'The desk was restored from a snapshot, so it is unclear whether this was posted. Check there, then try again or leave it.'
      WHERE kind IN ('post-note', 'post-teams-note') AND ${open};
  `);
}
