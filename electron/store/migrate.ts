// Forward-only migrations, applied in one transaction after a backup copy; a file from a newer desk is refused.
import { existsSync, readFileSync, rmSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import type Database from 'better-sqlite3';
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import { connect } from './connect.ts';
import type { Db } from './db.ts';
import { isNoRoom } from './explain-open.ts';
import { putInPlace } from './files.ts';

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

export interface Upgrade {
  readonly sqlite: Database.Database;
  readonly db: Db;
  readonly file: string;
  readonly key: string;
  /** The folder of the migrations. */
  readonly migrations: string;
}

/** Brings a store up to date. The copy beside it is named after the last migration this desk knows. */
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
  const copy = `${file}.before-${newest}`;
  if (applied > 0) keepCopy(sqlite, { file, copy, key, applied });
  const brokenBefore = brokenReferences(sqlite);
  sqlite.pragma('foreign_keys = OFF'); // a no-op inside the transaction, where a rebuilt table would cascade
  try {
    applyMigrations(db, { migrationsFolder: migrations });
  } catch (error) {
    throw applied === 0 ? error : notUpgraded(error, copy);
  } finally {
    sqlite.pragma('foreign_keys = ON');
  }
  if (brokenReferences(sqlite) > brokenBefore)
    throw new AppError('internal', 'The migration left broken references; the copy beside the store is intact.');
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

/** A copy appears under its name only once it is whole and on the disk; one of an upgrade that failed is used again. */
function keepCopy(
  sqlite: Database.Database,
  { file, copy, key, applied }: { file: string; copy: string; key: string; applied: number },
): void {
  sqlite.pragma('wal_checkpoint(TRUNCATE)');
  if (isCopyOf(file, copy, key, applied)) return;
  const part = `${copy}.part`;
  rmSync(part, { force: true });
  try {
    sqlite.prepare('VACUUM INTO ?').run(part);
    putInPlace(part, copy);
  } catch (error) {
    rmSync(part, { force: true });
    throw notUpgraded(error, null);
  }
}

/** Whole, and nothing was written to the store since it was made. */
function isCopyOf(file: string, copy: string, key: string, applied: number): boolean {
  if (!existsSync(copy) || statSync(copy).mtimeMs < statSync(file).mtimeMs) return false;
  let opened: Database.Database | null = null;
  try {
    opened = connect(copy, key);
    return opened.pragma('quick_check(1)', { simple: true }) === 'ok' && appliedUpTo(opened) === applied;
  } catch {
    return false;
  } finally {
    opened?.close();
  }
}

function notUpgraded(error: unknown, copy: string | null): AppError {
  const why = isNoRoom(error) ? 'the disk is full' : 'the upgrade failed';
  const what = isNoRoom(error) ? 'Free some room' : 'Install the version you used before, or report this';
  const kept = copy === null ? '' : ` A copy from before is ${basename(copy)}.`;
  const failed = new AppError(
    'refused',
    `The desk was not brought up to this version: ${why}. Nothing in it was changed. ${what}, and open it again.${kept}`,
  );
  failed.cause = error;
  return failed;
}
