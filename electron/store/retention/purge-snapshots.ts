// Snapshots follow the retention rule: what is purged from the desk is purged from each of them too. Each one is
// written again next to the old one, verified, and put in its place.
import { copyFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { AppError } from '../../contract/errors.ts';
import { commitsOf, connect } from '../file/connect.ts';
import { putInPlace } from '../file/files.ts';
import { isGood, listSnapshots, snapshotFolder } from '../snapshots/snapshots.ts';
import { overwriteDeleted, purgeCases } from './retention.ts';

/**
 * @returns how many snapshots contained some of the cases.
 * @throws AppError `refused` naming the first that cannot be purged
 */
export function purgeSnapshots(file: string, key: string, ids: readonly string[]): number {
  if (ids.length === 0) return 0;
  let changed = 0;
  for (const { name } of listSnapshots(file)) if (purgeOne(join(snapshotFolder(file), name), key, ids)) changed += 1;
  return changed;
}

function purgeOne(path: string, key: string, ids: readonly string[]): boolean {
  const part = `${path}.${process.pid}.part`;
  try {
    copyFileSync(path, part);
    const sqlite = connect(part, key);
    let commits: number;
    try {
      overwriteDeleted(sqlite);
      sqlite.pragma('temp_store = MEMORY');
      if (sqlite.transaction(() => purgeCases(sqlite, ids)).immediate() === 0) return false;
      sqlite.exec('VACUUM');
      commits = commitsOf(sqlite);
    } finally {
      sqlite.close();
    }
    if (!isGood(part, key, commits)) throw new Error('it could not be read completely after being purged');
    putInPlace(part, path);
    return true;
  } catch (error) {
    const told = new AppError(
      'refused',
      `The snapshot ${path} was not purged: ${error instanceof Error ? error.message : error}, but the desk itself was. Run purge again, or remove that snapshot.`,
    );
    told.cause = error;
    throw told;
  } finally {
    for (const suffix of ['', '-journal']) rmSync(part + suffix, { force: true });
  }
}
