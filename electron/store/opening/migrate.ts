// Forward-only migrations, applied in one transaction after a snapshot; a file from a newer desk is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { AppError } from '../../contract/errors.ts';
import type { Db } from '../db.ts';
import { commitsOf } from '../file/connect.ts';
import { isNoRoom } from '../file/error-kinds.ts';
import { isGood, listSnapshots, snapshotFolder, takeSnapshot } from '../snapshots/snapshots.ts';

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

export interface Upgrade {
  readonly sqlite: Database.Database;
  readonly db: Db;
  readonly file: string;
  readonly key: string;
  /** The folder of the migrations. */
  readonly migrations: string;
}

/** Brings a store up to date. */
export function migrate({ sqlite, db, file, key, migrations }: Upgrade): void {
  const known = journal.parse(JSON.parse(readFileSync(join(migrations, 'meta', '_journal.json'), 'utf8'))).entries;
  const newest = known.at(-1)?.when ?? 0;
  const applied = appliedUpTo(sqlite);
  if (applied === newest) return;
  if (applied > newest) {
    throw new AppError(
      'refused',
      'This desk was last used with a newer version of Tier3 Desk. Install that version to open it.',
    );
  }
  const snapshot = applied > 0 ? keepSnapshot(sqlite, file, key) : null;
  const brokenBefore = brokenReferences(sqlite);
  sqlite.pragma('foreign_keys = OFF'); // has no effect inside the transaction, where a rebuilt table would cascade
  try {
    applyMigrations(db, { migrationsFolder: migrations });
  } catch (error) {
    throw applied === 0 ? error : notUpgraded(error, snapshot);
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  if (brokenReferences(sqlite) > brokenBefore)
    throw new AppError('internal', 'The migration left broken references; the snapshot made before it is intact.');
}

function brokenReferences(sqlite: Database.Database): number {
  const broken = sqlite.pragma('foreign_key_check');
  return Array.isArray(broken) ? broken.length : 0;
}

function appliedUpTo(sqlite: Database.Database): number {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  const row = sqlite.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get();
  return z.object({ at: z.number().nullable() }).parse(row).at ?? 0;
}

/** One snapshot per upgrade: that of a failed upgrade is reused if nothing was written since. */
function keepSnapshot(sqlite: Database.Database, file: string, key: string): string {
  const last = listSnapshots(file).find(({ reason }) => reason === 'before-upgrade');
  if (last !== undefined && isGood(join(snapshotFolder(file), last.name), key, commitsOf(sqlite))) return last.name;
  try {
    return takeSnapshot({ file, key, reason: 'before-upgrade', now: Date.now() }).name;
  } catch (error) {
    throw notUpgraded(error, null);
  }
}

function notUpgraded(error: unknown, snapshot: string | null): AppError {
  const why = isNoRoom(error) ? 'the disk is full' : 'the upgrade failed';
  const what = isNoRoom(error) ? 'Free some space' : 'Install the version you used before, or report this';
  const kept = snapshot === null ? '' : ` The snapshot from before is ${snapshot}.`;
  const failed = new AppError(
    'refused',
    `The desk was not upgraded to this version: ${why}. Nothing in it was changed. ${what}, and open it again.${kept}`,
  );
  failed.cause = error;
  return failed;
}
