// Publishing reports: off until a repository is set, looked at before it goes, taken back within the sending delay, judged word
// by word where it leaves, and put there once however often it is tried.
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openStore } from '../../electron/store/opening/open.ts';
import { addQuarter } from '../reports/quarter.ts';
import { KEY, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const PERIOD = { period: '2026-09' };
let desk: TestDesk;
let repository: string;
const openFile = () =>
  openStore({ file: join(desk.folder, 'desk.db'), key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
beforeAll(async () => {
  desk = await openTestDesk();
  await desk.reopen(() => {
    const store = openFile();
    addQuarter(store, 7, 80, [Date.parse('2026-08-01T04:00:00Z'), Date.parse('2026-10-01T04:00:00Z')], desk.now);
    store.close();
  });
  repository = desk.practice.world.repositories[0]!;
});
afterAll(() => desk.close());

const look = (period = PERIOD) => desk.call('reports.publication', period);
const publish = async (period = PERIOD) => desk.call('reports.publish', { ...period, seen: (await look(period)).seen });
const versions = () => desk.practice.world.files().map(({ path }) => path);
const standing = (path: string) =>
  Buffer.from(desk.practice.world.file(repository, path)?.content ?? '', 'base64').toString();
const entries = async () => (await desk.call('outbox.list', {})).entries.filter(({ kind }) => kind === 'put-files');

describe('reports published to a repository', () => {
  it('go nowhere while none is set, and can be looked at all the same', async () => {
    expect(await look()).toMatchObject({ repository: null, masked: 0 });
    await expect(publish()).rejects.toThrow('Set the repository that reports are published to first');
    await expect(desk.call('publish.save', { repository: 'no repository', folder: 'x' })).rejects.toThrow('owner/name');
    await expect(desk.call('publish.save', { repository, folder: '../up' })).rejects.toThrow('Write a folder as');
    await desk.call('publish.save', { repository, folder: 'docs/reports' });
  });

  it('are taken back by an undo before they leave', async () => {
    const { actId } = await publish();
    expect(await entries()).toMatchObject([{ state: 'queued', title: 'Reports of September 2026', references: [] }]);
    await desk.call('activity.undo', { id: actId });
    await desk.call('sync.now', {});
    expect((await entries()).map(({ state }) => state)).toEqual(['withdrawn']);
    expect(versions()).toEqual([]);
  });

  it('stand there as they were looked at: a page, Markdown and the data set of both ledgers', async () => {
    const { files } = await look();
    await publish();
    await desk.call('sync.now', {});
    expect(files.map(({ path }) => path)).toEqual([
      'docs/reports/2026-09.html',
      'docs/reports/2026-09.md',
      'docs/reports/2026-09.csv',
      'docs/reports/index.html',
    ]);
    expect(versions()).toEqual(files.map(({ path }) => path));
    for (const { path, text } of files) expect(standing(path)).toBe(text);
    expect(desk.practice.world.files()[0]!.message).toBe('Publish the reports of September 2026');
    expect((await entries())[0]).toMatchObject({ state: 'sent', destination: repository });
    const rows: Record<string, string>[] = parse(standing('docs/reports/2026-09.csv'), { bom: true, columns: true });
    expect(new Set(rows.map(({ ledger }) => ledger))).toEqual(new Set(['support', 'product']));
    expect(standing('docs/reports/index.html')).not.toMatch(/<script|http:|https:/);
  });

  it('change only what differs, and keep the latest month in front', async () => {
    const before = versions().length;
    await publish();
    await desk.call('sync.now', {});
    expect(versions()).toHaveLength(before);
    await publish({ period: '2026-08' });
    await desk.call('sync.now', {});
    expect(versions().slice(before)).toEqual(['html', 'md', 'csv'].map((end) => `docs/reports/2026-08.${end}`));
  });

  it('are put there once where an answer was lost, and go on where they were', async () => {
    const before = versions().length;
    await desk.call('publish.save', { repository, folder: 'lost' });
    await publish();
    await desk.fault({ service: 'github', what: 'drop-after', path: '/contents/', method: 'PUT' });
    await desk.call('sync.now', {});
    expect(versions().length).toBe(before + 1);
    expect((await entries())[0]).toMatchObject({ state: 'queued', acts: expect.not.arrayContaining(['drop']) });
    await desk.call('outbox.retryAll', {});
    await desk.call('sync.now', {});
    expect((await entries())[0]!.state).toBe('sent');
    expect(new Set(versions().slice(before)).size).toBe(4);
    expect(versions()).toHaveLength(before + 4);
  });

  it('say why where the token may not write, and wait for a person', async () => {
    desk.practice.world.mayPush = false;
    await desk.call('publish.save', { repository, folder: 'closed' });
    await publish();
    await desk.call('sync.now', {});
    expect((await entries())[0]).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('The token may not write files in this repository.'),
      acts: ['retry', 'answer'],
    });
    desk.practice.world.mayPush = true;
    // Published again, it takes the place of what waits.
    await publish();
    await desk.call('sync.now', {});
    expect((await entries()).slice(0, 2).map(({ state }) => state)).toEqual(['sent', 'withdrawn']);
  });

  it('are judged where they leave: what became personal meanwhile blocks them, named by its file', async () => {
    await desk.call('publish.save', { repository, folder: 'judged' });
    const before = versions().length;
    await publish();
    const { cases } = await desk.call('cases.list', { count: 1 });
    await desk.call('rules.make', { caseId: cases[0]!.id, start: 0, end: 4, kind: 'deny', type: 'OTHER' });
    const store = openFile();
    store.db.run(
      `UPDATE outbox SET payload = replace(payload, 'Secure Messaging', 'Labs Messaging') WHERE state = 'queued'`,
    );
    store.close();
    await desk.call('sync.now', {});
    expect((await entries())[0]).toMatchObject({
      state: 'blocked',
      reason: expect.stringMatching(/in the judged\/2026-09/),
    });
    expect(versions()).toHaveLength(before);
  });

  it('are looked at again where the figures changed since', async () => {
    const { seen } = await look();
    const { cases } = await desk.call('cases.list', { count: 1, search: '' });
    await desk.call('publish.save', { repository, folder: 'changed' });
    await expect(desk.call('reports.publish', { ...PERIOD, seen })).rejects.toThrow('Look at them again');
    expect(cases).toHaveLength(1);
  });
});
