// A whole import is taken back: what it brought is gone, what it changed is as before, and the same file comes in again as if new.
// What somebody has worked on since stays.
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { verifyChain } from '../../../electron/store/activity/verify-chain.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { dynamicsCsv, KEY, openTestDesk, ROOT, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const DAY_MS = 86_400_000;
const number = (n: number) => `26-HRC-HD-86-0000000${n}`;
const row = (n: number, text = `the refill page is blank ${n}`) => ({ reference: number(n), text });
const bring = (rows: readonly ReturnType<typeof row>[]) =>
  desk.call('intake.import', { name: 'queue.csv', text: dynamicsCsv(rows) });
const find = async (n: number) => (await desk.call('cases.find', { reference: number(n) })).cases[0];
const detail = async (n: number) => desk.call('cases.get', { id: (await find(n))!.id });
const list = async () => {
  const { cases, counts, total } = await desk.call('cases.list', {});
  return { references: cases.map(({ reference }) => reference).sort(), counts, total };
};
const newest = async () => (await desk.call('imports.list', {})).imports[0]!;

it('opens each group of an import and takes the whole of it back', async () => {
  await bring([row(1), row(2), row(3)]);
  const before = { list: await list(), two: await detail(2) };
  desk.now += DAY_MS;
  const second = [row(1), row(2, 'the refill page is blank after the release'), row(4), row(5)];
  const { importId } = await bring(second);
  expect(await newest()).toMatchObject({
    id: importId,
    name: 'queue.csv',
    isWhole: true,
    obstacle: null,
    counts: { new: 2, changed: 1, known: 1, left: 1 },
  });
  const opened = await desk.call('imports.cases', { id: importId!, group: 'new' });
  expect(opened).toEqual({ ids: [(await find(4))!.id, (await find(5))!.id], total: 2 });

  expect(await desk.call('imports.undo', { id: importId! })).toEqual({ withdrawn: 2, restored: 1, kept: 0 });
  expect(await list()).toEqual(before.list);
  const two = await detail(2);
  expect([two.title, two.fields, two.status]).toEqual([before.two.title, before.two.fields, before.two.status]);
  expect(two.activity.filter(({ undoneAt }) => undoneAt === null)).toEqual(before.two.activity);
  expect((await detail(3)).tags).toEqual([]);
  expect((await newest()).isUndone).toBe(true);

  expect(await bring(second)).toMatchObject({ imported: 2, updated: 1, left: 1, duplicates: 1 });
  await desk.reopen(() => {
    const migrations = join(ROOT, 'drizzle', 'migrations');
    const store = openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations });
    expect(verifyChain(store.db, []).broken).toBeNull();
    store.close();
  });
  expect((await list()).total).toBe(5);
});

it('leaves a case on which somebody has worked since, and asks for the newer import first', async () => {
  const first = (await newest()).id;
  desk.now += DAY_MS;
  await bring([row(1), row(2, 'the refill page is blank after the release'), row(4), row(5), row(6), row(7)]);
  await expect(desk.call('imports.undo', { id: first })).rejects.toThrow('Undo that import first');
  await desk.call('triage.act', { caseIds: [(await find(6))!.id], action: 'out-of-scope' });
  expect(await desk.call('imports.undo', { id: (await newest()).id })).toEqual({ withdrawn: 1, restored: 0, kept: 1 });
  expect([(await find(6))?.status, await find(7)]).toEqual(['out-of-scope', undefined]);
});

it('is taken back by the same undo as any other act, by name only where undo asks for an import', async () => {
  await bring([row(8)]);
  await expect(desk.call('activity.undo', { asksForImport: true })).rejects.toThrow(
    'The last act was an import of 1 case.',
  );
  expect(await find(8)).toBeDefined();
  expect((await desk.call('activity.undo', {})).undone).toBe('Imported an export of HRC Dynamics');
  expect(await find(8)).toBeUndefined();
  desk.now += DAY_MS;
  await bring([row(8), row(9)]);
  const words = { text: 'Ask again on Monday' };
  await desk.call('typed.keep', { form: 'note', about: (await find(9))!.id, was: null, words });
  expect((await desk.call('activity.undo', {})).undone).toBe(
    'Imported an export of HRC Dynamics. 1 case was left alone because someone has worked on it',
  );
});
