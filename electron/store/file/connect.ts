// A connection to the encrypted file. Every page carries its own HMAC (SQLCipher's scheme): reading a damaged page is
// an error, never a different value.
import { createDecipheriv } from 'node:crypto';
import { closeSync, openSync, readSync } from 'node:fs';
import Database from 'better-sqlite3';
import { AppError } from '../../contract/errors.ts';

/** @throws AppError `locked` if it is not a key; SqliteError when the key is wrong or the first page is damaged. */
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

/** How many commits there were: the store's own counter. */
export function commitsOf(sqlite: Database.Database): number {
  return Number(sqlite.pragma('user_version', { simple: true }));
}

export const PAGE_BYTES = 4_096;
/** The first bytes of page 1 are the salt and part of the header, unencrypted. */
const CLEAR_BYTES = 24;
/** At the end of each page: a 16-byte IV and a 64-byte HMAC. */
const TAIL_BYTES = 80;
const USER_VERSION_AT = 60;

/** The commit counter in the main file alone, without its log; null when its first page cannot be read. */
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
