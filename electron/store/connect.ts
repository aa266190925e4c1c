// A connection to the encrypted file. Every page carries an HMAC of its own (SQLCipher's scheme): a damaged page is an error
// when it is read, never another value.
import { createDecipheriv } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../contract/errors.ts';

/** @throws AppError `locked` for what is no key; SqliteError when the key does not fit or the first page is damaged. */
export function connect(file: string, key: string): Database.Database {
  if (!/^[0-9a-f]{64}$/.test(key)) throw new AppError('locked', 'The key of the desk is not usable.');
  const sqlite = new Database(file, { timeout: 5_000 });
  try {
    sqlite.pragma("cipher = 'sqlcipher'");
    sqlite.pragma(`key = "x'${key}'"`);
    sqlite.prepare('SELECT count(*) FROM sqlite_master').get();
    return sqlite;
  } catch (error) {
    sqlite.close();
    throw error;
  }
}

/** How many commits there were: the store's own counter, raised by each. */
export function commitsOf(sqlite: Database.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

export const PAGE_BYTES = 4_096;
/** The first bytes of page 1 are the salt and an excerpt of the header, in clear. */
const CLEAR_BYTES = 24;
/** At the end of each page: a vector of 16 bytes and an HMAC of 64. */
const TAIL_BYTES = 80;
const USER_VERSION_AT = 60;

/** The counter of commits as the main file alone has it, without its log; null when its first page cannot be read. */
export function commitsInMainFile(file: string, key: string): number | null {
  const page = Buffer.alloc(PAGE_BYTES);
  const fd = openSync(file, 'r');
  try {
    if (readSync(fd, page, 0, PAGE_BYTES, 0) < PAGE_BYTES) return null;
  } finally {
    closeSync(fd);
  }
  const vector = page.subarray(PAGE_BYTES - TAIL_BYTES, PAGE_BYTES - TAIL_BYTES + 16);
  const cipher = createDecipheriv('aes-256-cbc', Buffer.from(key, 'hex'), vector).setAutoPadding(false);
  const header = cipher.update(page.subarray(CLEAR_BYTES, CLEAR_BYTES + 64));
  return header.readUInt32BE(USER_VERSION_AT - CLEAR_BYTES);
}
