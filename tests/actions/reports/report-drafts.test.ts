// Reports the desk drafts by itself: once, when a week or a month is over and something came in; they wait until set aside.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const drafts = async () => (await desk.call('reports.drafts', {})).drafts;
const periods = async () => (await drafts()).map(({ period }) => period).sort();
/** Whoever asks without a break holds up what the desk does by itself. */
const UNHURRIED = { interval: 500, timeout: 60_000 };
/** As in the morning: the desk is opened, and does what it does by itself. */
async function openAt(at: string): Promise<void> {
  await desk.reopen();
  desk.now = Date.parse(at);
  desk.start();
}

it('drafts the week and the month once they are over, and none in which nothing came in', async () => {
  const rows = [0, 1, 2].map((at) => ({
    reference: `26-HRC-HD-18-3687944${at}`,
    text: `The labs page is blank, ${at}`,
  }));
  await desk.call('intake.import', { name: 'a.csv', text: dynamicsCsv(rows) });
  await openAt('2026-10-30T14:00:00Z');
  expect(await drafts()).toEqual([]);
  await openAt('2026-11-02T14:00:00Z');
  await expect.poll(periods, UNHURRIED).toEqual(['2026-10', '2026-W44']);
  const [, week] = (await drafts()).sort((a, b) => a.period.localeCompare(b.period));
  expect(week!.lines).toContain('Received: 3, +3');
  expect(week!.madeAt).toBe(desk.now);
  expect((await desk.call('day.get', {})).reports.map(({ period }) => period).sort()).toEqual(['2026-10', '2026-W44']);
});

it('keeps them until they are set aside, drafts none twice, and brings one back by an undo', async () => {
  const { actId } = await desk.call('reports.draftDone', { period: '2026-W44' });
  expect(await periods()).toEqual(['2026-10']);
  await openAt('2026-11-03T14:00:00Z');
  await desk.call('reports.get', { ledger: 'support' });
  expect(await periods()).toEqual(['2026-10']);
  await desk.call('activity.undo', { id: actId });
  expect(await periods()).toEqual(['2026-10', '2026-W44']);
});

it('drafts what is set, and notes where a definition changed since a report left', async () => {
  await desk.call('reports.file', { ledger: 'support', period: '2026-10', format: 'md' });
  const { policies } = await desk.call('policies.get', {});
  await desk.call('policies.save', {
    policies: policies.map((policy) => (policy.id === 'act' ? { ...policy, targetMinutes: 36 * 60 } : policy)),
  });
  await desk.call('drafts.save', { weekly: false, monthly: true });
  const late = { reference: '26-HRC-HD-18-36879499', text: 'Labs are blank', at: '11/30/2026 9:00 AM' };
  desk.now = Date.parse('2026-11-30T15:00:00Z');
  await desk.call('intake.import', { name: 'b.csv', text: dynamicsCsv([late]) });
  await openAt('2026-12-08T14:00:00Z');
  await expect.poll(periods, UNHURRIED).toContain('2026-11');
  expect(await periods()).not.toContain('2026-W49');
  const november = (await drafts()).find(({ period }) => period === '2026-11')!;
  expect(november.changes).toEqual([expect.stringContaining('“Acted on in time” was counted otherwise until')]);
});
