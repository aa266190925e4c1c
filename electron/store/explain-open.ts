// Why a store cannot be opened, in words: of what is wrong, and what to do.
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError } from '../contract/errors.ts';
import { type CommitRecord, keyCheckOf } from './commit-record.ts';
import { PAGE_BYTES } from './connect.ts';

const MAY_NOT_WRITE = /^(SQLITE_CANTOPEN|SQLITE_READONLY|SQLITE_PERM|SQLITE_IOERR_ACCESS|EACCES|EPERM|EROFS)/;
const NO_ROOM = /^(SQLITE_FULL|ENOSPC|EDQUOT)/;

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error ? String(error.code) : '';
}

export function isNoRoom(error: unknown): boolean {
  return NO_ROOM.test(codeOf(error)) || (error instanceof Error && isNoRoom(error.cause));
}

/** @returns what to throw in place of `error`; an AppError and a bug stay what they are. */
export function explainOpen(error: unknown, file: string, key: string, record: CommitRecord | string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const [name, folder] = [basename(file), dirname(file)];
  const keyFits = typeof record === 'string' ? null : record.keyCheck === keyCheckOf(key);
  if (MAY_NOT_WRITE.test(code))
    return new AppError(
      'refused',
      `The desk cannot be opened: it may not write in ${folder}. Make the folder and its files writable for you, or name another --home.`,
    );
  if (isNoRoom(error))
    return new AppError(
      'refused',
      `The desk cannot be opened: the disk of ${folder} is full. Free some room and try again.`,
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('conflict', 'Another process is at work on this desk. Try again in a moment.');
  if (code === 'SQLITE_NOTADB' && keyFits !== true)
    return new AppError(
      'locked',
      keyFits === false
        ? 'The desk cannot be opened: the passphrase or key does not fit its file.'
        : `The desk cannot be opened: the passphrase or key does not fit its file, or the beginning of ${name} is damaged.`,
    );
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR'))
    return new AppError(
      'refused',
      `The desk cannot be opened: ${describeDamage(file)} Restore it from a copy; ${COPIES}`,
    );
  return error;
}

const COPIES = 'copies made before an upgrade lie beside it, named desk.db.before-….';

function describeDamage(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const name = basename(file);
  if (size === 0) return `${name} is empty.`;
  if (size % PAGE_BYTES !== 0) return `${name} is cut off in the middle of a page, after ${size} bytes.`;
  return `${name} is damaged or cut off where it says what it holds (the key fits).`;
}

/** @throws AppError `refused` when the store is gone, though there was one. */
export function refuseMissing(file: string, wasThere: boolean): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? null;
  if (!wasThere || (size !== null && size > 0)) return;
  throw new AppError(
    'refused',
    `${basename(file)} is ${size === null ? 'missing from' : 'empty in'} ${dirname(file)}, though this desk has been used. Nothing was changed. Restore it from a copy; ${COPIES}`,
  );
}
