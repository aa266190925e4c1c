// Folders that only the owner of the desk may read: the home, and the window's profile in it. If others can only read,
// as with the defaults of earlier versions and most systems, access is removed silently, since all they could read was
// an encrypted file. Write access is different: someone may have planted a key note, a store or a profile, and
// tightening would make that look like ours. Such a folder is refused until its owner has checked it; so is one that
// belongs to someone else.
import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, codeOf } from '../contract/errors.ts';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const OTHERS_ENTER = 0o011;

/**
 * Creates a folder for its owner alone (0700), or closes an existing one of the owner's to others.
 * @throws AppError `invalid` when it is not a folder or is a link, `refused` when someone else could have written there
 */
export function makePrivateFolder(path: string): void {
  try {
    mkdirSync(path, { recursive: true, mode: 0o700 });
  } catch (error) {
    if (codeOf(error) !== 'EEXIST' && codeOf(error) !== 'ENOTDIR') throw error;
  }
  const found = lstatSync(path, { throwIfNoEntry: false });
  requireFolder(path, found);
  takeOwn(path, found);
}

/**
 * Secures an existing home, which may be a link of its owner's, and every file in it.
 * @throws AppError `refused` when someone else could have written there, `invalid` when it is not a folder
 */
export function guardHome(folder: string): void {
  const home = statSync(folder, { throwIfNoEntry: false });
  if (home === undefined) return;
  requireFolder(folder, home);
  const names = readdirSync(folder);
  if (!isHome(names) && isOwned() && (home.mode & OTHERS) !== 0)
    throw new AppError(
      'refused',
      `${folder} has other content, and other users can read it. Choose an empty folder with --home, or protect it with: chmod 700 ${folder}`,
    );
  takeOwn(folder, home);
  const reachable = (home.mode & OTHERS_ENTER) !== 0;
  for (const name of names) {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || stats.isSymbolicLink()) continue; // It is gone by now, or is a link such as a browser's own lock.
    takeOwn(path, stats, reachable);
  }
}

/** Whether it is a home, or contains only what a desk puts there before its key note. */
function isHome(names: readonly string[]): boolean {
  return (
    names.some((name) => name === 'home.json' || name === 'desk.db') ||
    names.every((name) => name.startsWith('practice') || name === 'window')
  );
}

/** Whether owners and modes apply: on Windows an access list closes a user's profile to others. */
function isOwned(): boolean {
  return process.getuid !== undefined;
}

function requireFolder(path: string, stats: Stats | undefined): asserts stats is Stats {
  if (stats?.isDirectory() !== true)
    throw new AppError('invalid', `${path} is not a folder. Choose a folder of your own with --home.`);
}

/**
 * Closes our own files to others.
 * @param reachable whether others could get to it: a readable file in a closed folder is harmless
 */
function takeOwn(path: string, stats: Stats, reachable = true): void {
  if (!isOwned()) return;
  if (stats.uid !== process.getuid?.())
    throw new AppError(
      'refused',
      `${path} belongs to another user of this machine, who could read everything in it. Choose another --home, or make it yours with: chown -R $USER ${path}`,
    );
  if (reachable && (stats.mode & OTHERS_WRITE) !== 0)
    throw new AppError(
      'refused',
      `Others may write to ${path}, so its content may not be yours. Check it; if it is yours, protect it with: chmod -R go= ${path}`,
    );
  if ((stats.mode & OTHERS) !== 0) chmodSync(path, stats.mode & 0o700);
}
