// Opens the encrypted file: checks it first, says what is wrong with it, migrates it. The key never appears in an
// error.
import { chmodSync, closeSync, existsSync, openSync, readdirSync, rmSync, statSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import type Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../../drizzle/schema.ts';
import { AppError } from '../../contract/errors.ts';
import { beginChain, hasLink, headOf } from '../activity/audit.ts';
import type { Db } from '../db.ts';
import { type CommitRecord, keyCheckOf, type RecordWriter, readRecord, writeRecord } from '../file/commit-record.ts';
import { commitsOf, connect } from '../file/connect.ts';
import { enterStore, type Presence } from '../file/presence.ts';
import { identify } from '../identity.ts';
import { checkStore, settleRebuilt } from './check-store.ts';
import { addDamage } from './damage.ts';
import { CUT_OFF } from './damage-words.ts';
import { explainOpen, refuseMissing } from './explain-open.ts';
import { migrate } from './migrate.ts';
import { tellRestore } from './restored.ts';
import { restoreUpgradeList } from './upgrade-list.ts';

export interface Store {
  readonly db: Db;
  /** Runs `work` in one immediate transaction: all or nothing. */
  transaction<T>(work: (db: Db) => T): T;
  /**
   * Runs at the end of every outermost transaction, inside it and in the given order, so that what follows from a write
   * is part of the same commit. Whatever `follow` returns runs after the commit.
   */
  beforeCommit(follow: (db: Db) => (() => void) | null): void;
  /** Holds few pages in memory while long work writes many that nobody looks at again. */
  withFewPages<T>(work: () => Promise<T>): Promise<T>;
  /** `ok`, or what is wrong with the file. */
  integrity(): string;
  /** Something could not be read: every page is checked at the next opening. */
  suspect(): void;
  close(): void;
}

export interface StoreOptions {
  readonly file: string;
  /** 32 random bytes as 64 hexadecimal digits. */
  readonly key: string;
  readonly migrations: string;
  /** True if something indicates that there was a store already; otherwise a missing one is created. */
  readonly used?: boolean;
  /** The machine account to record for what follows. */
  readonly account?: string;
}

/** Pages kept decrypted, so that a list of 100,000 cases is not decrypted again for every read. */
const CACHE_KIB = 128 * 1024;
const FEW_KIB = 8 * 1024;

/**
 * Opens the store, creating, checking, rebuilding and migrating it as needed. Damage is reported by `listDamage`.
 * @throws AppError `locked` when the key is wrong; `refused` when the file is missing, damaged beyond reading, not
 * writable, or from a newer version of the desk.
 */
export function openStore(options: StoreOptions): Store {
  const { file, key } = options;
  if (!/^[0-9a-f]{64}$/.test(key)) throw new AppError('locked', 'The key of the desk is not usable.');
  let record: CommitRecord | 'missing' | 'damaged' = 'missing';
  let presence: Presence | null = null;
  try {
    presence = enterStore(file);
    record = readRecord(file);
    refuseMissing(file, options.used === true || record !== 'missing' || isFilled(`${file}-wal`));
    makeOwn(file);
    return openAlone(options, presence, record);
  } catch (error) {
    presence?.leave();
    throw explainOpen(error, file, key, record);
  }
}

function isFilled(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

/** Only its owner may read it; SQLite gives the files next to it the same permissions. */
function makeOwn(file: string): void {
  if (existsSync(file)) chmodSync(file, 0o600);
  else closeSync(openSync(file, 'wx', 0o600));
}

function openAlone(options: StoreOptions, presence: Presence, before: CommitRecord | 'missing' | 'damaged'): Store {
  const { file, key, migrations } = options;
  const checkedBefore = typeof before === 'string' ? null : before.checkedAt;
  const { sqlite, found, rebuilt, checkedAt } = presence.alone
    ? checkStore(file, key, before)
    : { sqlite: connect(file, key), found: [], rebuilt: false, checkedAt: checkedBefore };
  let record: RecordWriter | null = null;
  try {
    if (presence.alone) dropLeftFiles(file);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL'); // the outbox and the activity must survive a power failure
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma(`cache_size = ${-CACHE_KIB}`);
    sqlite.pragma('temp_store = MEMORY'); // nothing of the desk may end up in an unencrypted temporary file
    const db = drizzle(sqlite, { schema, casing: 'snake_case' });
    if (rebuilt) restoreUpgradeList(sqlite, migrations);
    migrate({ sqlite, db, file, key, migrations });
    if (rebuilt) settleRebuilt(sqlite);
    if (options.account !== undefined) identify(db, { account: options.account });
    if (presence.alone) beginChain(db, Date.now());
    if (found.length === 0 && typeof before !== 'string' && before.audit !== null && !hasLink(db, before.audit))
      found.push({ at: Date.now(), title: CUT_OFF[0], lines: [CUT_OFF[1]] });
    sqlite.transaction(() => tellRestore(db)).immediate();
    if (found.length > 0) addDamage(db, found);
    record = writeRecord(file, {
      commits: commitsOf(sqlite),
      at: typeof before === 'string' ? Date.now() : before.at,
      clean: presence.alone || (typeof before !== 'string' && before.clean),
      checkedAt,
      keyCheck: keyCheckOf(key),
      audit: headOf(db),
    });
    presence.settle();
    return storeOver(sqlite, db, record, presence);
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** Copies left over by an interrupted restore, rebuild or key change. */
function dropLeftFiles(file: string): void {
  const left = new RegExp(`^${basename(file)}\\.(?:restoring|rebuilding|again|\\d+\\.part)(?:-journal|-wal|-shm)?$`);
  for (const name of readdirSync(dirname(file)))
    if (left.test(name)) rmSync(join(dirname(file), name), { force: true });
}

function storeOver(sqlite: Database.Database, db: Db, record: RecordWriter, presence: Presence): Store {
  const followers: ((db: Db) => (() => void) | null)[] = [];
  const changes = sqlite.prepare('SELECT total_changes()').pluck();

  /** Counts a commit, inside it; 0 when it writes nothing. */
  function countCommit(changesBefore: unknown): number {
    if (changes.get() === changesBefore) return 0;
    const commits = commitsOf(sqlite) + 1;
    sqlite.pragma(`user_version = ${commits}`);
    return commits;
  }

  return {
    db,
    transaction(work) {
      if (sqlite.inTransaction) return sqlite.transaction(() => work(db)).immediate();
      const before = changes.get();
      const { value, committed, commits } = sqlite
        .transaction(() => {
          const done = work(db);
          const then = followers.map((follow) => follow(db));
          return { value: done, committed: then, commits: countCommit(before) };
        })
        .immediate();
      if (commits > 0) record.note({ commits, at: Date.now(), clean: false, audit: headOf(db) });
      for (const then of committed) then?.();
      return value;
    },
    beforeCommit(next) {
      followers.push(next);
    },
    async withFewPages(work) {
      sqlite.pragma(`cache_size = ${-FEW_KIB}`);
      try {
        return await work();
      } finally {
        if (sqlite.open) sqlite.pragma(`cache_size = ${-CACHE_KIB}`);
      }
    },
    integrity: () => String(sqlite.pragma('integrity_check', { simple: true })),
    suspect: () => record.note({ checkedAt: null }),
    close() {
      sqlite.close();
      record.close({ clean: true });
      presence.leave();
    },
  };
}
