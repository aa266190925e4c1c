// Five daily exports of one queue, a day apart: what came, changed, left and came back is kept with each case.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const DAY_MS = 86_400_000;
const number = (n: number) => `26-HRC-HD-85-0000000${n}`;
interface Row {
  readonly reference: string;
  readonly text: string;
  readonly status: string;
  readonly at?: string;
}
const row = (n: number, status = 'New'): Row => ({ reference: number(n), text: `the page is blank ${n}`, status });
const day = (rows: readonly Row[]) =>
  desk.call('intake.import', {
    name: 'queue.csv',
    text: rows.reduce(
      (text, one) => text.replace(new RegExp(`(${one.reference}[^\\n]*?)New`), `$1${one.status}`),
      dynamicsCsv(rows),
    ),
  });
const detail = async (n: number) => {
  const { cases } = await desk.call('cases.find', { reference: number(n) });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const said = async (n: number) => (await detail(n)).activity.map((entry) => entry.summary);

it('tells day by day what came, changed, left and came back', async () => {
  const first = [row(1), row(2), row(3), row(4)];
  expect(await day(first)).toMatchObject({ imported: 4 });
  desk.now += DAY_MS;
  expect(await day([row(1), row(2, 'In Progress'), row(3), row(5)])).toMatchObject({
    imported: 1,
    updated: 1,
    left: 1,
    duplicates: 2,
  });
  expect((await said(4))[0]).toBe('Left the HRC Dynamics queue Oct 29, 2026, after 1 day');
  expect((await detail(4)).tags).toEqual(['left-queue']);
  desk.now += DAY_MS;
  expect(await day([row(1), row(2, 'Resolved'), row(4), row(5)])).toMatchObject({ imported: 0, updated: 1, left: 1 });
  expect(await said(4)).toContain('Back in the HRC Dynamics queue Oct 30, 2026');
  expect((await detail(4)).tags).toEqual([]);
  expect((await said(3))[0]).toBe('Left the HRC Dynamics queue Oct 30, 2026, after 2 days');
  expect(await detail(2)).toMatchObject({ status: 'resolved', countdown: { metAt: desk.now } });
  // The first day's file once more changes nothing of what came since.
  expect(await day(first)).toEqual({ imported: 0, duplicates: 4, rejected: [], rejectedCount: 0 });
  expect((await detail(2)).status).toBe('resolved');
});

it('counts the days in the queue of a record that five exports list until the fifth lacks it', async () => {
  const others = [7, 8, 9].map((n) => row(n));
  for (const status of ['New', 'New', 'In Progress', 'In Progress']) {
    desk.now += DAY_MS;
    await day([row(6, status), ...others]);
  }
  desk.now += DAY_MS;
  expect(await day(others)).toMatchObject({ imported: 0, left: 1, duplicates: 3 });
  const { activity, tags, status } = await detail(6);
  expect({ tags, status }).toEqual({ tags: ['left-queue'], status: 'undecided' });
  expect(activity.filter(({ summary }) => summary.includes('status New → In Progress'))).toHaveLength(1);
  expect(activity[0]?.summary).toMatch(/^Left the HRC Dynamics queue Nov 4, 2026, after 7 days$/);
});

it('says nothing of records outside of another list, or where rows could not be read', async () => {
  desk.now += DAY_MS;
  const { importId: _, ...result } = await day([{ ...row(6), reference: '26-HRC-HD-85-00000010' }]);
  expect(result).toEqual({
    imported: 1,
    duplicates: 0,
    rejected: [],
    rejectedCount: 0,
  });
  const broken = await day([row(1), row(2, 'Resolved'), row(4), { ...row(5), reference: '' }]);
  expect(broken).toMatchObject({ rejectedCount: 1 });
  expect(broken.left).toBeUndefined();
  expect((await said(5)).join()).not.toContain('Left');
});

it('counts a record among its queue whose row was corrected, until an export lacks it', async () => {
  desk.now += DAY_MS;
  const rest = [21, 22, 23].map((n) => ({ ...row(1), reference: `26-HRC-HD-85-000000${n}`, text: `no list ${n}` }));
  const corrected = { ...row(1), reference: '26-HRC-HD-85-00000024', text: 'no list 24' };
  expect(await day([...rest, { ...corrected, at: 'yesterday' }])).toMatchObject({ imported: 3, rejectedCount: 1 });
  const kept = (await desk.call('rejects.list', {})).rejects.at(-1)!;
  const values = kept.cells.map(({ value }) => value).with(1, '11/4/2026 9:00 AM');
  expect(await desk.call('rejects.retry', { id: kept.id, values })).toMatchObject({ came: 'new' });
  desk.now += DAY_MS;
  const fresh = { ...corrected, reference: '26-HRC-HD-85-00000025', text: 'no list 25' };
  expect(await day([...rest, fresh])).toMatchObject({ imported: 1, left: 1, duplicates: 3 });
  const { cases } = await desk.call('cases.find', { reference: corrected.reference });
  expect(cases[0]?.tags).toEqual(['left-queue']);
});
