// Forward-only migrations, applied in one transaction after a backup copy; a file from a newer desk is refused.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type Database from 'better-sqlite3';
import { migrate as applyMigrations } from 'drizzle-orm/better-sqlite3/migrator';
import { z } from 'zod';
import { AppError } from '../contract/errors.ts';
import type { Db } from './db.ts';

const journal = z.object({ entries: z.array(z.object({ when: z.number(), tag: z.string() })) });

/** Brings a store up to date. The copy beside it is named after the last migration it has. */
export function migrate(sqlite: Database.Database, db: Db, file: string, folder: string): void {
  const known = journal.parse(JSON.parse(readFileSync(join(folder, 'meta', '_journal.json'), 'utf8'))).entries;
  const newest = known.at(-1)?.when ?? 0;
  const applied = appliedUpTo(sqlite);
  if (applied === newest) return;
  if (applied > newest) {
    throw new AppError(
      'refused',
      'This desk was last used with a newer version of Tier3 Desk. Install that version to open it.',
    );
  }
  if (applied > 0) {
    sqlite.pragma('wal_checkpoint(TRUNCATE)');
    sqlite.prepare('VACUUM INTO ?').run(`${file}.before-${newest}`);
  }
  sqlite.pragma('foreign_keys = OFF'); // a no-op inside the transaction, where a rebuilt table would cascade
  applyMigrations(db, { migrationsFolder: folder });
  sqlite.pragma('foreign_keys = ON');
  const broken = sqlite.pragma('foreign_key_check');
  if (Array.isArray(broken) && broken.length > 0)
    throw new AppError('internal', 'The migration left broken references; the copy beside the store is intact.');
}

function appliedUpTo(sqlite: Database.Database): number {
  const table = sqlite.prepare("SELECT 1 FROM sqlite_master WHERE name = '__drizzle_migrations'").get();
  if (table === undefined) return 0;
  const row = sqlite.prepare('SELECT max(created_at) AS at FROM __drizzle_migrations').get();
  return z.object({ at: z.number().nullable() }).parse(row).at ?? 0;
}
