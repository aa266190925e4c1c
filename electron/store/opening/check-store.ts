// Checks a store before anything is read from it: is it as recent as it was, and are its pages intact? What is damaged
// is rebuilt from what can be read, and reported; the damaged files are kept. This happens before the desk opens, so
// that nothing is shown, written or sent on top of damage: after an unclean shutdown, and once a week; a small store at
// every opening.

import { closeSync, constants, copyFileSync, existsSync, openSync, rmSync, statSync } from 'node:fs';
import { basename } from 'node:path';
import type Database from 'better-sqlite3';
import { WEEK_MS } from '../../core/domain/time.ts';
import type { CommitRecord } from '../file/commit-record.ts';
import { commitsInMainFile, commitsOf, connect } from '../file/connect.ts';
import { flush, putInPlace } from '../file/files.ts';
import { hasHoles } from '../file/holes.ts';
import { newestGood } from '../snapshots/snapshots.ts';
import type { DamageNotice } from './damage.ts';
import { describeNoRecord, describeOlder, describeRebuilt } from './damage-words.ts';
import { adviseRestore } from './explain-open.ts';
import { type Loss, salvage } from './salvage.ts';

export interface Checked {
  readonly sqlite: Database.Database;
  readonly found: DamageNotice[];
  /** Whatever was derived from lost rows has to be derived again. */
  readonly rebuilt: boolean;
  /** When all pages were last read and found intact, UTC ms. */
  readonly checkedAt: number | null;
}

/** Small enough to be read completely in a fifth of a second. */
const SMALL_BYTES = 32 * 1024 * 1024;

/** @param record the commit record from before the store was opened. Nobody else may have it open. */
export function checkStore(file: string, key: string, record: CommitRecord | 'missing' | 'damaged'): Checked {
  let sqlite = connect(file, key);
  try {
    const now = Date.now();
    const aside = `${file}.damaged-${new Date(now).toISOString().replaceAll(/[:.]/g, '-')}`;
    const found: DamageNotice[] = [];
    const tell = (title: string, ...lines: string[]) => found.push({ at: now, title, lines });
    let commits = commitsOf(sqlite);
    if (typeof record === 'string') {
      if (record === 'damaged' || commits > 0) tell(...describeNoRecord(record));
    } else if (commits < record.commits) {
      keepAside(file, aside);
      const inMain = commitsInMainFile(file, key) ?? 0;
      sqlite.close(); // copying the file has released the locks of this connection
      // The log had been copied into the main file, at least in part: what its damaged rest says is older than that.
      if (inMain > commits) putBack(aside, file);
      sqlite = connect(file, key);
      commits = commitsOf(sqlite);
      tell(...describeOlder(record, commits, basename(aside)));
    }
    if (!mustCheck(file, record, commits, now))
      return { sqlite, found, rebuilt: false, checkedAt: typeof record === 'string' ? null : record.checkedAt };
    const isHoled = hasHoles(file, Number(sqlite.pragma('page_count', { simple: true })));
    if (!isHoled) {
      sqlite.close(); // reading the file has released the locks of this connection
      sqlite = connect(file, key);
    }
    if (!isHoled && isWhole(sqlite)) return { sqlite, found, rebuilt: false, checkedAt: now };
    if (!existsSync(aside)) keepAside(file, aside);
    const losses = rebuild(sqlite, file, key, typeof record === 'string' ? commits : Math.max(commits, record.commits));
    const snapshot = newestGood(file, key);
    tell(...describeRebuilt(losses, basename(aside)), ...(snapshot === null ? [] : [adviseRestore(snapshot)]));
    sqlite = connect(file, key);
    return { sqlite, found, rebuilt: true, checkedAt: now };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function mustCheck(file: string, record: CommitRecord | string, commits: number, now: number): boolean {
  if (typeof record === 'string' || !record.clean || commits !== record.commits || record.checkedAt === null)
    return true;
  return Math.abs(now - record.checkedAt) > WEEK_MS || statSync(file).size <= SMALL_BYTES;
}

function isWhole(sqlite: Database.Database): boolean {
  try {
    return sqlite.pragma('quick_check(1)', { simple: true }) === 'ok';
  } catch {
    return false;
  }
}

/** Copies the store as it is, for whoever can recover more from it. */
export function keepAside(file: string, aside: string): void {
  for (const part of ['-wal', ''])
    if (existsSync(file + part)) {
      copyFileSync(file + part, aside + part, constants.COPYFILE_EXCL | constants.COPYFILE_FICLONE);
      flush(aside + part);
    }
}

export function dropLog(file: string): void {
  for (const part of ['-wal', '-shm']) rmSync(file + part, { force: true });
}

function putBack(aside: string, file: string): void {
  const again = `${file}.again`;
  copyFileSync(aside, again);
  dropLog(file);
  putInPlace(again, file);
}

function rebuild(damaged: Database.Database, file: string, key: string, commits: number): Loss[] {
  const fresh = `${file}.rebuilding`;
  rmSync(fresh, { force: true });
  closeSync(openSync(fresh, 'w', 0o600));
  const into = connect(fresh, key);
  into.pragma('foreign_keys = OFF'); // a row may remain of something whose other rows are gone
  let losses: Loss[];
  try {
    losses = salvage(damaged, into);
    into.pragma(`user_version = ${commits}`);
  } finally {
    into.close();
  }
  damaged.close();
  dropLog(file);
  putInPlace(fresh, file);
  return losses;
}

/** SLA statuses are derived from cases; those of lost cases must not remain in the lists. */
export function settleRebuilt(sqlite: Database.Database): void {
  sqlite.exec(`
    DELETE FROM standings WHERE seq NOT IN (SELECT seq FROM cases);
    DELETE FROM stale_cases WHERE seq NOT IN (SELECT seq FROM cases);
    INSERT OR IGNORE INTO stale_cases(seq) SELECT seq FROM cases WHERE withdrawn_at IS NULL;
  `);
}
