// One outbox entry that cannot be read any more is shown as that, and the rest of the outbox goes on.
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, it } from 'vitest';
import { openStore } from '../../electron/store/opening/open.ts';
import { escalatedCase, KEY, openTestDesk, ROOT } from '../support/desk.ts';

it('shows unreadable entries, sends all others, and lets them be dropped', async () => {
  const desk = await openTestDesk();
  const ids = [];
  for (const at of [1, 2, 3]) ids.push(await escalatedCase(desk, `26-HRC-HD-85-0000009${at}`, `records blank ${at}`));
  for (const id of ids) await desk.call('tickets.queue', { caseIds: [id] });
  const damage = (payload: string, reference: string) => {
    const store = openStore({
      file: join(desk.folder, 'desk.db'),
      key: KEY,
      migrations: join(ROOT, 'drizzle', 'migrations'),
    });
    store.db.run(sql`UPDATE outbox SET payload = ${payload}, conflicts = '[{' WHERE kind = 'create-issue'
      AND ticket_id = (SELECT ticket_id FROM cases WHERE reference = ${reference})`);
    store.close();
  };
  await desk.reopen(() => {
    damage('{"repository":"depa', '26-HRC-HD-85-00000091');
    damage('{"title":7}', '26-HRC-HD-85-00000092');
  });
  const creates = async () => (await desk.call('outbox.list', {})).entries.filter((one) => one.kind === 'create-issue');
  const damaged = async () => (await creates()).filter((one) => one.destination === 'Damaged');
  expect([(await creates()).length, (await damaged()).length]).toEqual([3, 2]);

  await desk.call('sync.now', {});
  expect(desk.practice.world.issues().map(({ title }) => title)).toEqual([
    'Tier 3 issue - 26-HRC-HD-85-00000093 - Records blank 3',
  ]);
  for (const entry of await damaged())
    expect(entry).toMatchObject({
      state: 'undecided',
      reason: expect.stringContaining('cannot be read because the store was damaged'),
      acts: ['drop'],
    });
  await desk.call('outbox.retryAll', {});
  expect(await damaged()).toMatchObject([{ state: 'undecided' }, { state: 'undecided' }]);

  // What GitHub calls otherwise now is followed for what can be read.
  const [was, is] = ['department-of-veterans-affairs/va.gov-team', 'department-of-veterans-affairs/renamed'];
  desk.practice.moves.renameRepository(was, is);
  for (const entry of await damaged()) await desk.call('outbox.drop', { id: entry.id });
  for (const id of ids.slice(0, 2)) expect((await desk.call('cases.get', { id })).status).toBe('escalated');
  await desk.call('tickets.queue', { caseIds: ids.slice(0, 2) });
  await desk.call('sync.now', {});
  await desk.call('sync.now', {});
  expect(desk.practice.world.issues()).toHaveLength(3);
  await desk.close();
});
