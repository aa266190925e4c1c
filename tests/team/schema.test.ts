// A team's database that is older or newer than the desk: the desk says so and what to do, and works on meanwhile.
import { copyFileSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { createTeam, inviteMember } from '../../electron/team/invitations.ts';
import { ROOT } from '../support/desk.ts';
import { openPlainOffice, type PlainOffice } from '../support/plain-context.ts';

const SQL = join(ROOT, 'electron', 'team', 'sql');
const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
const older = join(folder, 'older');
let postgres: PracticePostgres;
let desk: PlainOffice;

async function query(database: string, ...statements: readonly string[]): Promise<void> {
  const client = new pg.Client({ connectionString: urlOf(database) });
  await client.connect();
  for (const one of statements) await client.query(one);
  await client.end();
}

const urlOf = (database: string) => postgres.url.replace(/\/postgres$/, `/${database}`);
const advice = async () => (await desk.call('team.get', {})).advice;

/** A desk of today in a team whose database an older desk has set up. */
async function joinOlder(database: string): Promise<void> {
  await query('postgres', `CREATE DATABASE ${database}`);
  const anna = await createTeam(urlOf(database), 'Anna', older);
  await desk.call('team.join', { invitation: await inviteMember(anna), name: 'Ben' });
}

beforeAll(async () => {
  postgres = await startPostgres(folder);
  mkdirSync(older);
  for (const name of readdirSync(SQL)) if (name < '0005') copyFileSync(join(SQL, name), join(older, name));
  desk = openPlainOffice();
});

afterAll(async () => {
  await desk.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

it('names the files that whoever runs the database has to run, works meanwhile, and is content once they were run', async () => {
  await joinOlder('by_hand');
  const files = ['0005_append_faster.sql', '0006_say_which_files_were_run.sql'];
  expect(await advice()).toContain(`running ${files.join(', then ')} from electron/team/sql`);
  await desk.call('cases.log', { line: 'slack the page is blank' });
  expect(await desk.call('team.sync', {})).toEqual({ waiting: 0 });
  await query('by_hand', ...files.map((name) => readFileSync(join(SQL, name), 'utf8')));
  await desk.call('cases.log', { line: 'slack the page is blank again' });
  expect(await desk.call('team.sync', {})).toEqual({ waiting: 0 });
  expect(await advice()).toBeNull();
  await query('by_hand', `INSERT INTO tier3_desk.migrations (name) VALUES ('0099_of_tomorrow.sql')`);
  await desk.call('team.sync', {});
  expect(await advice()).toContain('update this one soon');
  await desk.call('team.leave', {});
});

it('does it itself where it is given a login that may', async () => {
  await joinOlder('by_desk');
  expect(await advice()).toContain('desk team upgrade');
  await desk.call('team.upgrade', { databaseUrl: urlOf('by_desk') });
  expect(await advice()).toBeNull();
});
