// Folders that hold what only the owner of the desk may read.
import { chmodSync, lstatSync, mkdirSync } from 'node:fs';
import { AppError } from '../contract/errors.ts';

/**
 * Makes a folder for its owner alone (0700), or takes an own one that is there and closes it to others.
 * @throws AppError when it is no folder, is a link, or belongs to somebody else: whoever planted it could read all of it
 */
export function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (!isCode(error, 'EEXIST') && !isCode(error, 'ENOTDIR')) throw error;
  }
  const found = lstatSync(path, { throwIfNoEntry: false });
  if (found?.isDirectory() !== true)
    throw new AppError('invalid', `${path} is not a folder. Name a folder of your own.`);
  const own = process.getuid?.();
  if (own === undefined) return; // Windows: the user's profile is closed to others by its access list.
  if (found.uid !== own)
    throw new AppError(
      'refused',
      `${path} belongs to another user of this machine, who could read all in it. Name a folder of your own.`,
    );
  if ((found.mode & 0o077) !== 0) chmodSync(path, 0o700);
}

function isCode(error: unknown, code: string): boolean {
  return error instanceof Error && 'code' in error && error.code === code;
}
