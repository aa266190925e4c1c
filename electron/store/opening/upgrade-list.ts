// The list of migrations a store has had. If damage destroyed it, the tables themselves tell which they were: without
// the list, a migration would create tables that exist.
import Database from 'better-sqlite3';
import { readMigrationFiles } from 'drizzle-orm/migrator';
import { AppError } from '../../contract/errors.ts';

/** The tables, indexes and triggers of a store, as they were created. */
function shapeOf(sqlite: Database.Database): string {
  const made = sqlite
    .prepare<[], { name: string; sql: string }>(
      "SELECT name, sql FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE '\\_\\_drizzle%' ESCAPE '\\'",
    )
    .all();
  return JSON.stringify(made.map(({ name, sql }) => `${name} ${sql}`).toSorted());
}

/**
 * Rewrites the list if the newest of its lines may be gone. `folder` is that of the migrations.
 * @throws AppError `refused` when the tables match no version this desk knows
 */
export function restoreUpgradeList(sqlite: Database.Database, folder: string): void {
  const shape = shapeOf(sqlite);
  const upgrades = readMigrationFiles({ migrationsFolder: folder });
  const blank = new Database(':memory:');
  let had = 0;
  for (const [at, { sql }] of upgrades.entries()) {
    for (const statement of sql) blank.exec(statement);
    if (shapeOf(blank) === shape) had = at + 1;
  }
  blank.close();
  if (had === 0)
    throw new AppError(
      'refused',
      'The table of contents of the store was damaged, and its tables match no version of the desk. Restore a snapshot.',
    );
  sqlite.exec(
    'CREATE TABLE IF NOT EXISTS __drizzle_migrations (id SERIAL PRIMARY KEY, hash text NOT NULL, created_at numeric)',
  );
  sqlite.exec('DELETE FROM __drizzle_migrations');
  const add = sqlite.prepare('INSERT INTO __drizzle_migrations (hash, created_at) VALUES (?, ?)');
  for (const { hash, folderMillis } of upgrades.slice(0, had)) add.run(hash, folderMillis);
}
