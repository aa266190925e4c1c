// Long closed cases lose what was received of them, in the desk and in its snapshots; what is worked with stays.
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openStore, type Store } from '../../electron/store/opening/open.ts';
import { proveActivity } from '../../electron/store/opening/prove-activity.ts';
import { pendingPurge, purgeDesk, purgeStore } from '../../electron/store/retention/purge-desk.ts';
import { purgeSnapshots } from '../../electron/store/retention/purge-snapshots.ts';
import { HOLD_TAG, overdueCases } from '../../electron/store/retention/retention.ts';
import { isGood, snapshotFolder, takeSnapshot } from '../../electron/store/snapshots/snapshots.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const DAY = 86_400_000;
const REFS = ['26-HRC-HD-85-00000071', '26-HRC-HD-85-00000072', '26-HRC-HD-85-00000073'];
let desk: TestDesk;
const options = () => ({
  file: join(desk.folder, 'desk.db'),
  key: KEY,
  migrations: join(ROOT, 'drizzle', 'migrations'),
  account: 'pat',
});
const idOf = async (reference: string) => (await desk.call('cases.find', { reference })).cases[0]!.id;

beforeEach(async () => {
  desk = await openTestDesk();
  const rows = REFS.map((reference, at) => ({
    reference,
    text: `Quillfeather says page ${at} is blank, SSN 518-41-009${at}`,
    contact: 'Odalys Quillfeather',
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const [closed, , held] = await Promise.all(REFS.map(idOf));
  await desk.call('triage.act', { caseIds: [closed!, held!], action: 'respond' });
  await desk.call('cases.tag', { caseIds: [held!], tag: HOLD_TAG });
});
afterEach(() => desk.close());

it('only those that are closed, old and not held; scrubbed text, counts and the chain stay whole', async () => {
  const { file } = options();
  takeSnapshot({ ...options(), reason: 'daily', now: desk.now });
  // "page", whose place is elsewhere once the text is gone.
  const word = { start: 18, end: 22, decision: 'add', type: 'USERNAME' } as const;
  const before = await desk.call('findings.decide', { caseId: await idOf(REFS[0]!), ...word });
  expect(before.scrubbedText).not.toContain('page');
  const now = desk.now + 91 * DAY;
  await desk.reopen(() => {
    const store: Store = openStore(options());
    expect(overdueCases(store.db.$client, desk.now + 89 * DAY, 90)).toEqual([]);
    const overdue = overdueCases(store.db.$client, now, 90);
    expect(overdue.map(({ reference }) => reference)).toEqual([REFS[0]]);
    expect(purgeDesk({ store, file, key: KEY, now, overdue })).toBe(1);
    expect(overdueCases(store.db.$client, now, 90)).toEqual([]);
    store.close();
  });
  const texts = await Promise.all(REFS.map(async (one) => desk.call('cases.get', { id: await idOf(one) })));
  expect(texts.map(({ rawText }) => rawText.includes('Quillfeather'))).toEqual([false, true, true]);
  expect(texts[0]).toMatchObject({ scrubbedText: before.scrubbedText, rawText: before.scrubbedText });
  expect(JSON.stringify(texts[0])).not.toMatch(/Quillfeather|518-41/);
  await desk.call('cases.rescrub', {});
  expect((await desk.call('cases.get', { id: await idOf(REFS[0]!) })).scrubbedText).toBe(before.scrubbedText);
  await desk.reopen(() => {
    expect(proveActivity(options()).broken).toBeNull();
    const [name] = readdirSync(snapshotFolder(file)).filter((one) => one.endsWith('.db'));
    const snapshot = join(snapshotFolder(file), name!);
    expect(isGood(snapshot, KEY)).toBe(true);
    const store = openStore({ ...options(), file: snapshot });
    const raw = store.db.$client.prepare('SELECT raw_text FROM cases ORDER BY reference').pluck().all();
    expect(raw.map((text) => String(text).includes('Quillfeather'))).toEqual([false, true, true]);
    store.close();
    expect(readFileSync(snapshot, 'latin1')).not.toContain('Quillfeather');
  });
});

it('a purge that was cut short before the snapshots is brought to its end by the next one', async () => {
  const { file } = options();
  takeSnapshot({ ...options(), reason: 'daily', now: desk.now });
  const now = desk.now + 91 * DAY;
  await desk.reopen(() => {
    const store = openStore(options());
    purgeStore({ store, now, overdue: overdueCases(store.db.$client, now, 90) });
    expect(pendingPurge(store)).toHaveLength(1);
    expect(purgeDesk({ store, file, key: KEY, now, overdue: [] })).toBe(1);
    expect(pendingPurge(store)).toEqual([]);
    store.close();
  });
});

it('a snapshot that cannot be purged is named, with why, left as it is, and proves nothing', async () => {
  const { file } = options();
  takeSnapshot({ ...options(), reason: 'daily', now: desk.now });
  const [name] = readdirSync(snapshotFolder(file)).filter((one) => one.endsWith('.db'));
  const path = join(snapshotFolder(file), name!);
  writeFileSync(path, 'no database');
  expect(() => purgeSnapshots(file, KEY, ['x'])).toThrow(
    `The snapshot ${path} was not purged: file is not a database, but the desk itself was.`,
  );
  expect(readFileSync(path, 'utf8')).toBe('no database');
  expect(readdirSync(snapshotFolder(file)).filter((one) => one.includes('.part'))).toEqual([]);
  await desk.reopen(() => {
    const { broken, anchors } = proveActivity(options());
    expect([broken, anchors.filter((where) => where.includes(name!))]).toEqual([null, []]);
  });
});

it('reading what was received is a line of activity, once a day, and lengthens nothing', async () => {
  const id = await idOf(REFS[0]!);
  await desk.call('cases.readRaw', { id });
  desk.now += 3_600_000;
  await desk.call('cases.readRaw', { id });
  await desk.call('cases.readRaw', { id: await idOf(REFS[1]!) });
  desk.now += DAY;
  await desk.call('cases.readRaw', { id });
  await desk.reopen(() => {
    const store = openStore(options());
    const lines = store.db.$client.prepare(`SELECT case_id, summary FROM activity WHERE verb = 'read-raw'`).all();
    expect(lines).toEqual(Array(3).fill({ case_id: null, summary: 'Read a report as it was received' }));
    store.close();
  });
});
