// Five daily exports of one queue: time in the queue, transfers and closures follow from their difference alone.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const number = (n: number) => `26-HRC-HD-90-0000000${n}`;
interface Row {
  readonly n: number;
  readonly day: number;
  readonly owner?: string;
  readonly status?: string;
}
const csv = (rows: readonly Row[]) =>
  [
    'Record #,Entered Queue,Status Reason,Owner,Description',
    ...rows.map(
      ({ n, day, owner = 'MHV Tier 3', status = 'New' }) =>
        `${number(n)},10/${day}/2026 7:59 PM,${status},${owner},the page ${n} is blank`,
    ),
  ].join('\n');
const bring = (day: number, rows: readonly Row[]) =>
  desk.call('intake.import', { name: `queue-2026-10-${day}.csv`, text: csv(rows) });
const detail = async (n: number) => {
  const { cases } = await desk.call('cases.find', { reference: number(n) });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const said = async (n: number, words: RegExp) =>
  (await detail(n)).activity.map(({ summary }) => summary).filter((one) => words.test(one));

it('tells how long each record stood in the queue, who it went to, and what was closed', async () => {
  await desk.call('vanished.save', { resolves: true });
  const one = { n: 1, day: 20 };
  const two = { n: 2, day: 20 };
  const three = { n: 3, day: 21 };
  const four = { n: 4, day: 22 };
  const moved = { ...two, owner: 'Pharmacy Tier 3' };
  await bring(20, [one, two]);
  await bring(21, [one, two, three]);
  expect(await bring(22, [one, moved, three, four])).toMatchObject({ imported: 1, updated: 1 });
  expect(await bring(23, [moved, three, { ...four, status: 'Resolved' }])).toMatchObject({ updated: 1, left: 1 });
  const last = await bring(24, [one, three, { ...four, status: 'Resolved' }]);
  expect(last).toMatchObject({ imported: 0, left: 1 });

  expect(await said(1, /queue/)).toEqual([
    'Back in the HRC Dynamics queue Oct 24, 2026',
    'Left the HRC Dynamics queue Oct 23, 2026, after 3 days',
  ]);
  expect(await said(2, /queue/)).toEqual(['Left the HRC Dynamics queue Oct 24, 2026, after 4 days']);
  expect(await said(2, /owner/)).toEqual(['Changed in HRC Dynamics: another owner']);
  expect(await said(3, /queue|owner/)).toEqual([]);
  const closed = await Promise.all([2, 3, 4].map(async (n) => (await detail(n)).status));
  expect(closed).toEqual(['resolved', 'undecided', 'resolved']);
  expect((await detail(1)).status).toBe('undecided');

  await desk.call('imports.undo', { id: last.importId! });
  expect((await detail(2)).status).toBe('undecided');
});
