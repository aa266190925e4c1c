// What a member purges is purged on every desk of the team, and from its snapshots.
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { openStore } from '../../electron/store/opening/open.ts';
import { pendingPurge, purgeDesk } from '../../electron/store/retention/purge-desk.ts';
import { overdueCases } from '../../electron/store/retention/retention.ts';
import { snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
const REFERENCE = 'CAS-2001';
const NAME = 'Odalys Quillfeather';
const WORDS = /Odalys|Quillfeather|nightingale/;
let postgres: PracticePostgres;
let anna: TestDesk;
let ben: TestDesk;

beforeAll(async () => {
  postgres = await startPostgres(folder);
  anna = await openTestDesk();
  ben = await openTestDesk({ beside: anna });
});

afterAll(async () => {
  await ben.close();
  await anna.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const optionsOf = (desk: TestDesk) => ({
  file: join(desk.folder, 'desk.db'),
  key: KEY,
  migrations: join(ROOT, 'drizzle', 'migrations'),
  account: 'pat',
});

function purge(desk: TestDesk): Promise<void> {
  return desk.reopen(() => {
    const store = openStore(optionsOf(desk));
    const now = desk.now + 91 * 86_400_000;
    purgeDesk({ ...optionsOf(desk), store, now, overdue: overdueCases(store.db.$client, now, 90) });
    expect(pendingPurge(store)).toEqual([]);
    store.close();
  });
}

async function whole(desk: TestDesk) {
  const { cases } = await desk.call('cases.find', { reference: REFERENCE });
  const one = await desk.call('cases.get', { id: cases[0]!.id });
  return { one, text: JSON.stringify(one) };
}

it('takes what was received out of the other desks too', async () => {
  const text = `${NAME} says the page is blank.`;
  await anna.call('intake.import', {
    name: 'export.csv',
    text: dynamicsCsv([{ reference: REFERENCE, text, contact: NAME }]),
  });
  const { invitation } = await anna.call('team.create', { databaseUrl: postgres.url, name: 'Anna' });
  await ben.call('team.join', { invitation, name: 'Ben' });
  for (const desk of [anna, ben]) await desk.call('team.sync', {});
  const { one } = await whole(ben);
  await ben.call('notes.add', { id: one.id, text: 'Her code word is nightingale.' });
  await ben.call('triage.act', { caseIds: [one.id], action: 'respond' });
  for (const desk of [ben, anna]) await desk.call('team.sync', {});
  expect((await whole(ben)).text).toMatch(WORDS);
  takeSnapshot({ ...optionsOf(ben), reason: 'daily', now: ben.now });
  await purge(anna);
  for (const desk of [anna, ben]) await desk.call('team.sync', {});
  for (const desk of [anna, ben]) {
    const { one: there, text: shown } = await whole(desk);
    expect(shown).not.toMatch(WORDS);
    expect(there).toMatchObject({ status: 'responded', scrubbedText: one.scrubbedText });
  }
  await purge(ben);
  const snapshots = snapshotFolder(optionsOf(ben).file);
  for (const name of readdirSync(snapshots).filter((file) => file.endsWith('.db'))) {
    const store = openStore({ ...optionsOf(ben), file: join(snapshots, name) });
    expect(store.db.$client.prepare('SELECT raw_text FROM cases').pluck().all().join()).not.toMatch(WORDS);
    store.close();
  }
});
