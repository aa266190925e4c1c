// Brings the team's database up to date with the SQL files beside this one, which a DBA can read and run by hand as well.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { AppError, codeOf } from '../contract/errors.ts';

/**
 * Runs what has not been run yet, all of it or none. `folder` holds the SQL files.
 * @throws AppError `refused` when the login may not make roles, or the database is of a newer desk
 */
export async function bringUpToDate(admin: ClientBase, folder: string): Promise<void> {
  const names = readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
  await admin.query('BEGIN');
  try {
    // Two that set up at once go one after the other.
    await admin.query('SELECT pg_advisory_xact_lock(8433, 1)');
    const { rows } = await admin.query(`SELECT to_regclass('tier3_desk.migrations') IS NOT NULL AS made`);
    const done = rows[0].made
      ? (await admin.query<{ name: string }>('SELECT name FROM tier3_desk.migrations')).rows
      : [];
    const applied = new Set(done.map(({ name }) => name));
    if ([...applied].some((name) => !names.includes(name)))
      throw new AppError('refused', 'This database was set up by a newer version of the desk. Update this one first.');
    for (const name of names.filter((one) => !applied.has(one))) {
      await admin.query(readFileSync(join(folder, name), 'utf8'));
      await admin.query('INSERT INTO tier3_desk.migrations (name) VALUES ($1)', [name]);
      await admin.query('RESET ROLE');
    }
    await admin.query('COMMIT');
  } catch (error) {
    await admin.query('ROLLBACK');
    if (codeOf(error) === '42501')
      throw new AppError(
        'refused',
        'This login may not set a team up: it needs CREATEROLE and the right to create a schema in this database. A DBA can run the files in electron/team/sql.',
      );
    throw error;
  }
}
