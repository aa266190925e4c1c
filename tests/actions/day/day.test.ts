// What My day says of a desk: fresh cases came in, decisions are counted, and everything that waits for the lead is there once.
import { afterEach, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

const record = (at: number) => `26-HRC-HD-18-3687${1000 + at}`;

it('counts what came in and was decided, and lists what waits: due cases, unsent tickets, answers, steps', async () => {
  desk = await openTestDesk();
  const rows = Array.from({ length: 80 }, (_, at) => ({
    reference: record(at),
    text: `The list of prescriptions stays blank, report ${at}`,
    at: '10/27/2026 11:00 AM',
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const { cases } = await desk.call('cases.list', {});
  const fresh = await desk.call('day.get', {});
  expect(fresh.arrived.length).toBeGreaterThan(0);
  expect(fresh.load.days.at(-2)).toMatchObject({ arrived: 80, decided: 0 });
  expect(fresh).toMatchObject({ totals: { next: 80, drafts: 0, answers: 0, steps: 0, decisions: 0 } });
  expect(fresh.next).toHaveLength(12);

  const team = 'mhv-medications';
  const ids = cases.map((one) => one.id);
  await desk.call('triage.act', { caseIds: ids.slice(0, 51), action: 'respond' });
  await desk.call('triage.act', { caseIds: ids.slice(51, 54), action: 'escalate', team });
  await desk.call('tickets.queue', { caseIds: ids.slice(51, 53) });
  const decided = await desk.call('day.get', {});
  for (const state of ['missed', 'due', 'soon'] as const)
    expect(decided.load.left.reduce((sum, bar) => sum + bar[state], 0)).toBe(decided.counts[state]);
  expect(decided.counts.missed + decided.counts.due + decided.counts.soon).toBeGreaterThan(0);
  expect(decided.load.days.at(-1)).toMatchObject({ decided: 54 });
  expect(decided.totals).toMatchObject({ next: 26, drafts: 1 });

  await desk.call('sync.now', {});
  const [issue] = desk.practice.world.issues();
  for (const words of ['Looking into it.', 'Which browser?']) desk.practice.world.comment(issue!, 'rx-engineer', words);
  await desk.call('sync.now', {});
  const answered = await desk.call('day.get', {});
  expect(answered.answers).toMatchObject([{ author: 'rx-engineer', n: 2 }]);
  expect(answered.totals.answers).toBe(1);

  // The practice clock goes back over what was moved, and not over what was done.
  await expect(desk.call('practice.advance', { minutes: -60 })).rejects.toThrow('Something has been done since');
  const { now } = await desk.call('practice.advance', { minutes: 60 });
  expect((await desk.call('practice.advance', { minutes: -60 })).now).toBe(now - 3_600_000);
});

it('asks once a week, until Wednesday, for what the week before lacks', async () => {
  desk = await openTestDesk();
  const lastWeek = async () => (await desk.call('day.get', {})).lastWeek;
  expect(await lastWeek()).toBe('2026-W43');
  desk.now += 24 * 3_600_000;
  expect(await lastWeek()).toBeNull();
  desk.now = Date.parse('2026-11-02T14:00:00Z');
  expect(await lastWeek()).toBe('2026-W44');
});
