// Updates the team's database with the SQL files next to this one, which a DBA can also read and run by hand.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClientBase } from 'pg';
import { AppError, codeOf } from '../contract/errors.ts';
import type { Asking } from './team-log.ts';

/** Since this file the database itself says what was run; whether the one before was is not known without it. */
const FIRST_UNKNOWN = '0005_append_faster.sql';

function namesIn(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.sql'))
    .sort();
}

/**
 * What is to be done about a database that is older or newer than this desk; null where they fit. Asked as a member.
 */
export async function adviceOn(client: Asking, folder: string): Promise<string | null> {
  const names = namesIn(folder);
  const { rows } = await client.query(`SELECT to_regprocedure('tier3_desk.files_run()') IS NOT NULL AS says`);
  const run = rows[0]?.says
    ? (await client.query('SELECT name FROM tier3_desk.files_run() AS name')).rows.map(({ name }) => String(name))
    : names.filter((name) => name < FIRST_UNKNOWN);
  if (run.some((name) => !names.includes(name)))
    return "The team's database was brought up to date by a newer desk. It works; update this one soon.";
  const missing = names.filter((name) => !run.includes(name));
  if (missing.length === 0) return null;
  return `The team's database is of an older desk. It works, but whoever runs it should bring it up to date: with "desk team upgrade", or by running ${missing.join(', then ')} from electron/team/sql.`;
}

/**
 * Runs whatever has not been run yet, all or nothing. `folder` contains the SQL files.
 * @throws AppError `refused` when the login may not create roles, or the database is from a newer desk
 */
export async function bringUpToDate(admin: ClientBase, folder: string): Promise<void> {
  const names = namesIn(folder);
  await admin.query('BEGIN');
  try {
    // Two concurrent setups run one after the other.
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
      await admin.query('INSERT INTO tier3_desk.migrations (name) VALUES ($1) ON CONFLICT DO NOTHING', [name]);
      await admin.query('RESET ROLE');
    }
    await admin.query('COMMIT');
  } catch (error) {
    await admin.query('ROLLBACK');
    if (codeOf(error) === '42501')
      throw new AppError(
        'refused',
        'This login may not set up a team: it needs CREATEROLE and permission to create a schema in this database. A DBA can run the files in electron/team/sql.',
      );
    throw error;
  }
}
