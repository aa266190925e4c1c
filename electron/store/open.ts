// Opens the encrypted file. The key never appears in an error.
import Database from 'better-sqlite3';
import { drizzle } from 'drizzle-orm/better-sqlite3';
import * as schema from '../../drizzle/schema.ts';
import { AppError } from '../contract/errors.ts';
import type { Db } from './db.ts';
import { migrate } from './migrate.ts';

export interface Store {
  readonly db: Db;
  /** Runs `work` in one immediate transaction: all of it happens or none. */
  transaction<T>(work: (db: Db) => T): T;
  /** Runs at the end of every outermost transaction, inside it: what follows from a write is kept by the same commit. */
  beforeCommit(follow: (db: Db) => (() => void) | null): void;
  /** `ok`, or what is wrong with the file. */
  integrity(): string;
  close(): void;
}

export interface StoreOptions {
  readonly file: string;
  /** 32 random bytes as 64 hexadecimal digits. */
  readonly key: string;
  readonly migrations: string;
}

/** Pages kept decrypted, so that a list of 100,000 cases is not decrypted anew for every look. */
const CACHE_KIB = 128 * 1024;

/**
 * Opens the store, making and migrating it as needed.
 * @throws AppError `locked` when the key does not fit, `refused` when the file is from a newer version of the desk.
 */
export function openStore({ file, key, migrations }: StoreOptions): Store {
  const sqlite = new Database(file);
  try {
    unlock(sqlite, key);
    sqlite.pragma('journal_mode = WAL');
    sqlite.pragma('synchronous = FULL'); // the outbox and the activity must survive a power cut
    sqlite.pragma('foreign_keys = ON');
    sqlite.pragma('busy_timeout = 5000');
    sqlite.pragma(`cache_size = ${-CACHE_KIB}`);
    sqlite.pragma('temp_store = MEMORY'); // nothing of the desk may lie in a temporary file that is not encrypted
    const db = drizzle(sqlite, { schema, casing: 'snake_case' });
    migrate(sqlite, db, file, migrations);
    let follow: (db: Db) => (() => void) | null = () => null;
    return {
      db,
      transaction(work) {
        if (sqlite.inTransaction) return sqlite.transaction(() => work(db)).immediate();
        const { value, committed } = sqlite.transaction(() => ({ value: work(db), committed: follow(db) })).immediate();
        committed?.();
        return value;
      },
      beforeCommit(next) {
        follow = next;
      },
      integrity: () => String(sqlite.pragma('integrity_check', { simple: true })),
      close: () => sqlite.close(),
    };
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

function unlock(sqlite: Database.Database, key: string): void {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new AppError('locked', 'The key of the desk is not usable.');
  sqlite.pragma("cipher = 'sqlcipher'");
  sqlite.pragma(`key = "x'${key}'"`);
  try {
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
  } catch {
    throw new AppError('locked', 'The desk cannot be opened: the passphrase or key does not fit its file.');
  }
}
