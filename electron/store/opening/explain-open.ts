// Why a store cannot be opened, as a message: what is wrong, and what to do.
import { statSync } from 'node:fs';
import { basename, dirname } from 'node:path';
import { AppError, codeOf } from '../../contract/errors.ts';
import { type CommitRecord, keyCheckOf } from '../file/commit-record.ts';
import { PAGE_BYTES } from '../file/connect.ts';
import { isNoRoom, mayNotWrite } from '../file/error-kinds.ts';
import { listSnapshots, newestGood, type Snapshot } from '../snapshots/snapshots.ts';

/** @returns what to throw in place of `error`; an AppError or a bug is returned unchanged. */
export function explainOpen(error: unknown, file: string, key: string, record: CommitRecord | string): unknown {
  if (error instanceof AppError) return error;
  const code = codeOf(error);
  const [name, folder] = [basename(file), dirname(file)];
  const keyFits = typeof record === 'string' ? null : record.keyCheck === keyCheckOf(key);
  if (mayNotWrite(error))
    return new AppError(
      'refused',
      `The desk cannot be opened because it may not write to ${folder}. Make the folder and its files writable for you, or choose another --home.`,
    );
  if (isNoRoom(error))
    return new AppError(
      'refused',
      `The desk cannot be opened because the disk of ${folder} is full. Free some space and try again.`,
    );
  if (code.startsWith('SQLITE_BUSY') || code.startsWith('SQLITE_LOCKED'))
    return new AppError('conflict', 'Another process is using this desk. Try again in a moment.');
  if (code === 'SQLITE_NOTADB' && keyFits !== true)
    return new AppError(
      'locked',
      keyFits === false
        ? 'The desk cannot be opened: the passphrase or key is wrong for its file.'
        : `The desk cannot be opened: the passphrase or key is wrong for its file, or the beginning of ${name} is damaged.`,
    );
  if (code === 'SQLITE_NOTADB' || code.startsWith('SQLITE_CORRUPT') || code.startsWith('SQLITE_IOERR'))
    return new AppError(
      'refused',
      `The desk cannot be opened: ${describeDamage(file)} ${adviseRestore(newestGood(file, key))}`,
    );
  return error;
}

/** What to do if the store is missing or damaged. */
export function adviseRestore(newest: Snapshot | null): string {
  if (newest === null) return 'It has no snapshot: restore it from a backup of your own.';
  const at = new Date(newest.at).toISOString().slice(0, 16).replace('T', ' ');
  return `The newest good snapshot is of ${at} UTC. To see what is in it, run: desk restore ${newest.name}`;
}

function describeDamage(file: string): string {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? 0;
  const name = basename(file);
  if (size === 0) return `${name} is empty.`;
  if (size % PAGE_BYTES !== 0) return `${name} is cut off in the middle of a page, after ${size} bytes.`;
  return `${name} is damaged or truncated at its table of contents (the key is correct).`;
}

/** @throws AppError `refused` when the store is missing although there was one. */
export function refuseMissing(file: string, wasThere: boolean): void {
  const size = statSync(file, { throwIfNoEntry: false })?.size ?? null;
  if (!wasThere || (size !== null && size > 0)) return;
  throw new AppError(
    'refused',
    `${basename(file)} is ${size === null ? 'missing from' : 'empty in'} ${dirname(file)}, though this desk has been used. Nothing was changed. ${adviseRestore(listSnapshots(file)[0] ?? null)}`,
  );
}
