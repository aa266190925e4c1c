// Re-encrypts a store and its snapshots with another key. Each file is copied, and the copy is re-encrypted, verified,
// and replaces the file: at any instant each is complete under one of the two keys. An interrupted change is completed
// at the next opening.
import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { basename, dirname, join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { commitsOf, connect } from '../file/connect.ts';
import { putInPlace } from '../file/files.ts';
import { enterStore } from '../file/presence.ts';
import { isGood, listSnapshots, snapshotFolder } from '../snapshots/snapshots.ts';
import { dropLog } from './check-store.ts';

export interface RekeyOrder {
  /** The store. */
  readonly file: string;
  readonly key: string;
  /** The previous key. */
  readonly former: string;
}

/** @throws AppError `conflict` while the desk is open elsewhere; `refused` if some files cannot be re-encrypted */
export function requireRekeyable(file: string): void {
  const damaged = readdirSync(dirname(file)).filter((name) => name.startsWith(`${basename(file)}.damaged-`));
  if (damaged.length > 0)
    throw new AppError(
      'refused',
      `${damaged.join(', ')} was kept because it was damaged, and would be unreadable after a key change. Move it elsewhere with a copy of home.json, or delete it.`,
    );
  const presence = enterStore(file);
  presence.leave();
  if (!presence.alone)
    throw new AppError('conflict', 'The desk is open elsewhere. Close it there, then change the key.');
}

/**
 * Re-encrypts every file that still uses the previous key, as far as that is possible now.
 * @returns the key of the store, and whether nothing is left under the previous one
 */
export function moveToKey({ file, key, former }: RekeyOrder): { readonly key: string; readonly isDone: boolean } {
  const presence = enterStore(file);
  try {
    if (presence.alone) moveStore(file, key, former);
    const used = fits(file, key) || !existsSync(file) ? key : former;
    const left = listSnapshots(file)
      .map(({ name }) => join(snapshotFolder(file), name))
      .filter((path) => !fits(path, key) && fits(path, former) && !move(path, key, former));
    return { key: used, isDone: used === key && left.length === 0 };
  } finally {
    presence.leave();
  }
}

function moveStore(file: string, key: string, former: string): void {
  if (!existsSync(file) || fits(file, key) || !fits(file, former)) return;
  const sqlite = connect(file, former);
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  sqlite.close();
  move(file, key, former, () => dropLog(file));
}

function fits(path: string, key: string): boolean {
  try {
    connect(path, key).close();
    return true;
  } catch {
    return false;
  }
}

/** @returns false when it stays as it is: the disk is full, or it is damaged, which its opening will find */
function move(path: string, key: string, former: string, before: () => void = () => {}): boolean {
  const part = `${path}.${process.pid}.part`;
  try {
    copyFileSync(path, part);
    const sqlite = connect(part, former);
    let commits: number;
    try {
      sqlite.pragma('journal_mode = DELETE'); // a file with a log next to it cannot be re-encrypted
      commits = commitsOf(sqlite);
      sqlite.pragma(`rekey = "x'${key}'"`);
    } finally {
      sqlite.close();
    }
    if (!isGood(part, key, commits)) return false;
    before();
    putInPlace(part, path);
    return true;
  } catch {
    return false;
  } finally {
    for (const suffix of ['', '-journal', '-wal', '-shm']) rmSync(part + suffix, { force: true });
  }
}
