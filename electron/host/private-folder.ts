// Folders that hold what only the owner of the desk may read: the home, and the window's profile in it.
// What a wider folder means: rights to read only are what earlier versions and most systems give by default, and are taken away in
// silence, since whoever could read had an encrypted file. Rights to write are another thing: whoever had them may have put a key
// note, a store or a profile in place, and tightening would make that look like ours. Such a folder is refused until its owner has
// looked; so is one that belongs to somebody else.
import { chmodSync, lstatSync, mkdirSync, readdirSync, type Stats, statSync } from 'node:fs';
import { join } from 'node:path';
import { AppError, codeOf } from '../contract/errors.ts';

const OTHERS = 0o077;
const OTHERS_WRITE = 0o022;
const OTHERS_ENTER = 0o011;

/**
 * Makes a folder for its owner alone (0700), or takes an own one that is there and closes it to others.
 * @throws AppError `invalid` when it is no folder or is a link, `refused` when somebody else could have written there
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
 * Makes sure of an existing home, which may be a link of its owner's, and of every file in it.
 * @throws AppError `refused` when somebody else could have written there, `invalid` when it is no folder
 */
export function guardHome(folder: string): void {
  const home = statSync(folder, { throwIfNoEntry: false });
  if (home === undefined) return;
  requireFolder(folder, home);
  const names = readdirSync(folder);
  if (!isHome(names) && isOwned() && (home.mode & OTHERS) !== 0)
    throw new AppError(
      'refused',
      `${folder} holds other things and others may read it. Name an empty folder with --home, or close it with: chmod 700 ${folder}`,
    );
  takeOwn(folder, home);
  const reachable = (home.mode & OTHERS_ENTER) !== 0;
  for (const name of names) {
    const path = join(folder, name);
    const stats = lstatSync(path, { throwIfNoEntry: false });
    if (stats === undefined || stats.isSymbolicLink()) continue; // gone meanwhile; a browser's own lock is a link
    takeOwn(path, stats, reachable);
  }
}

/** Whether it is a home, or holds only what a desk puts there before its key note. */
function isHome(names: readonly string[]): boolean {
  return (
    names.some((name) => name === 'home.json' || name === 'desk.db') ||
    names.every((name) => name.startsWith('practice') || name === 'window')
  );
}

/** Whether owners and modes mean anything here: on Windows the profile of a user is closed to others by its access list. */
function isOwned(): boolean {
  return process.getuid !== undefined;
}

function requireFolder(path: string, stats: Stats | undefined): asserts stats is Stats {
  if (stats?.isDirectory() !== true)
    throw new AppError('invalid', `${path} is not a folder. Name a folder of your own with --home.`);
}

/** Closes what is ours to others. @param reachable whether others could come to it: a wide file in a closed folder harms nobody */
function takeOwn(path: string, stats: Stats, reachable = true): void {
  if (!isOwned()) return;
  if (stats.uid !== process.getuid?.())
    throw new AppError(
      'refused',
      `${path} belongs to another user of this machine, who could read all in it. Name another --home, or make it yours with: chown -R $USER ${path}`,
    );
  if (reachable && (stats.mode & OTHERS_WRITE) !== 0)
    throw new AppError(
      'refused',
      `Others may write to ${path}, so what is in it may not be yours. Look at it; if it is, close it with: chmod -R go= ${path}`,
    );
  if ((stats.mode & OTHERS) !== 0) chmodSync(path, stats.mode & 0o700);
}
