// The watched folder: a new export is offered or comes in by itself, once; what is no export waits for a person.
import { mkdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
let folder: string;
beforeAll(async () => {
  desk = await openTestDesk();
  folder = join(desk.folder, 'Downloads');
  mkdirSync(folder);
});
afterAll(() => desk.close());

const row = (n: number) => ({ reference: `26-HRC-HD-88-0000000${n}`, text: `the refill page is blank ${n}` });
function put(name: string, text: string, minutesAgo = 1): void {
  writeFileSync(join(folder, name), text);
  const before = new Date(Date.now() - minutesAgo * 60_000);
  utimesSync(join(folder, name), before, before);
}
const waiting = async () => (await desk.call('watched.list', {})).files.map(({ name }) => name);
const total = async () => (await desk.call('cases.list', {})).total;

it('offers what is new, and never what was left out', async () => {
  put('holiday.png', 'no export by its name');
  put('monday.csv', dynamicsCsv([row(1), row(2)]));
  expect(await waiting()).toEqual([]);
  await desk.call('watched.save', { folder, asksFirst: true });
  await desk.call('watched.look', {});
  expect(await waiting()).toEqual(['monday.csv']);
  expect(await total()).toBe(0);
  expect(desk.events).toContainEqual(expect.objectContaining({ event: 'notify', title: 'New in your folder' }));
  await desk.call('watched.settle', { path: join(folder, 'monday.csv') });
  await desk.reopen();
  expect(await waiting()).toEqual([]);
  put('a-later.csv', dynamicsCsv([row(1)]), 2);
  put('b-earlier.csv', dynamicsCsv([row(1)]), 3);
  expect(await waiting()).toEqual(['b-earlier.csv', 'a-later.csv']);
  for (const name of await waiting()) await desk.call('watched.settle', { path: join(folder, name) });
});

it('brings exports in by itself, each once, and leaves what it cannot read to a person', async () => {
  await desk.call('watched.save', { folder, asksFirst: false });
  put('tuesday.csv', dynamicsCsv([row(1), row(2), row(3)]));
  put('unknown.csv', 'Kennung;Lage\n1;offen\n');
  await desk.call('watched.look', {});
  expect(await total()).toBe(3);
  expect(await waiting()).toEqual(['unknown.csv']);
  await desk.call('watched.look', {});
  expect((await desk.call('imports.list', {})).imports).toHaveLength(1);
  put('tuesday.csv', dynamicsCsv([row(1), row(2), row(3), row(4)]));
  await desk.call('watched.look', {});
  expect(await total()).toBe(4);
});

it('says where the folder is gone', async () => {
  await desk.call('watched.save', { folder: join(folder, 'gone'), asksFirst: true });
  await expect(desk.call('watched.list', {})).rejects.toThrow('cannot be read');
});
