// The queue as the window shows it: a board of lanes, the choices of each filter, a range of ids, and what it remembers.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

const RECORDS = 'PRODUCT-mhv-medical-records';
const MEDICATIONS = 'mhv-medications';
const ROWS = [
  ['26-HRC-HD-85-00000311', 'The list of labs is blank', '10/28/2026 9:00 AM'],
  ['26-HRC-HD-85-00000312', 'Images of the chest do not open', '10/28/2026 9:10 AM'],
  ['26-HRC-HD-85-00000313', 'Refill button is missing', '10/28/2026 9:20 AM'],
  ['26-HRC-HD-85-00000314', 'Nothing works', '10/21/2026 9:00 AM'],
] as const;
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  const rows = ROWS.map(([reference, text, at]) => ({ reference, text, at }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const ids = new Map((await desk.call('cases.list', {})).cases.map((one) => [one.reference, one.id]));
  const idOf = (at: number) => ids.get(ROWS[at]![0])!;
  await desk.call('triage.act', { caseIds: [idOf(0), idOf(1)], action: 'escalate', team: RECORDS });
  await desk.call('triage.act', { caseIds: [idOf(2)], action: 'escalate', team: MEDICATIONS });
  await desk.call('cases.tag', { caseIds: [idOf(1)], tag: 'images' });
});
afterAll(() => desk.close());

type Lanes = 'none' | 'team' | 'time';
async function board(lanes: Lanes, most = 9, search = '') {
  const { lanes: all } = await desk.call('cases.board', { lanes, most, search });
  return all.map(({ key, name, columns }) => ({
    key,
    name,
    columns: columns.flatMap(({ status, total, cases }) => (total === 0 ? [] : [[status, total, cases.length]])),
  }));
}

it('has a column for each status, of which it shows the first few and counts all', async () => {
  const rest = { key: '', name: '' };
  expect(await board('none')).toEqual([
    {
      ...rest,
      columns: [
        ['undecided', 1, 1],
        ['escalated', 3, 3],
      ],
    },
  ]);
  expect(await board('none', 2)).toEqual([
    {
      ...rest,
      columns: [
        ['undecided', 1, 1],
        ['escalated', 3, 2],
      ],
    },
  ]);
  expect(await board('none', 9, 'images')).toEqual([{ ...rest, columns: [['escalated', 1, 1]] }]);
});

it('has a lane for each team by its name, or for each stretch of time', async () => {
  const byTeam = await board('team');
  expect(new Map(byTeam.map(({ key, columns }) => [key, columns]))).toEqual(
    new Map([
      [RECORDS, [['escalated', 2, 2]]],
      [MEDICATIONS, [['escalated', 1, 1]]],
      ['', [['undecided', 1, 1]]],
    ]),
  );
  const names = new Map(byTeam.map(({ key, name }) => [key, name]));
  expect([names.get(RECORDS), names.get('')]).toEqual(['Medical Records', 'No team yet']);
  const byTime = await board('time');
  expect(byTime.length).toBeGreaterThan(1);
  expect(byTime.every(({ name }) => name !== '')).toBe(true);
  expect(
    byTime.flatMap(({ columns }) => columns.map(([, total]) => total)).reduce<number>((a, b) => a + Number(b), 0),
  ).toBe(4);
});

it('counts what each choice would leave, the most first, by the names of people', async () => {
  const { counts } = await desk.call('cases.counts', { filter: {}, search: '' });
  expect(counts.team.map(({ name, n }) => [name, n])).toEqual([
    ['Medical Records', 2],
    ['Medications', 1],
    ['No team yet', 1],
  ]);
  expect(counts.status.map(({ name, n }) => [name, n])).toEqual([
    ['Escalated', 3],
    ['Undecided', 1],
  ]);
  expect(counts.tag.map(({ name, n }) => [name, n])).toEqual([
    ['No tag', 3],
    ['images', 1],
  ]);
  expect(counts.source.map(({ name, n }) => [name, n])).toEqual([['HRC Dynamics', 4]]);
  const searched = await desk.call('cases.counts', { filter: {}, search: 'refill' });
  expect(searched.counts.team.map(({ name, n }) => [name, n])).toEqual([['Medications', 1]]);
});

it('gives the ids of a range of a list', async () => {
  const all = (await desk.call('cases.list', {})).cases.map(({ id }) => id);
  expect((await desk.call('cases.ids', { from: 1, to: 3 })).ids).toEqual(all.slice(1, 3));
  expect((await desk.call('cases.ids', { from: 3, to: 9 })).ids).toEqual(all.slice(3));
});

it('remembers views and keys, each by itself, and no two views of one name', async () => {
  const view = (name: string) => ({ id: name, name, filter: {}, search: '', group: 'time' as const, reversed: false });
  await desk.call('window.save', { keys: { undo: ['z'] } });
  const { actId } = await desk.call('window.save', { views: [view('Mine'), view('Late')] });
  const kept = await desk.call('window.get', {});
  expect([kept.views.map(({ name }) => name), kept.keys]).toEqual([['Mine', 'Late'], { undo: ['z'] }]);
  await expect(desk.call('window.save', { views: [view('Mine'), view('mine')] })).rejects.toThrow(
    'There are two views named "mine".',
  );
  const acts = (await desk.call('activity.stack', {})).acts.map(({ summary }) => summary);
  expect(acts.slice(0, 2)).toEqual(['Changed the saved views', 'Changed the keys of commands']);
  await desk.call('activity.undo', { id: actId! });
  expect(await desk.call('window.get', {})).toMatchObject({ views: [], keys: { undo: ['z'] } });
});

it('is filled with samples for practice once, spread over a little more than a day of business', async () => {
  expect(await desk.call('intake.samples', {})).toEqual({ imported: 24 });
  expect(await desk.call('intake.samples', {})).toEqual({ imported: 0 });
  const { cases } = await desk.call('cases.list', { group: 'newest' });
  const samples = cases.filter(({ reference }) => !ROWS.some(([own]) => own === reference));
  const ages = samples.map(({ reportedAt }) => (desk.now - reportedAt) / 3_600_000);
  expect(samples).toHaveLength(24);
  expect(ages[0]).toBeCloseTo(0, 0);
  // Of 26 hours of business, 24 steps: the oldest is an hour short of them, with nights between.
  expect(ages.at(-1)).toBeGreaterThan(24);
  expect(ages.at(-1)).toBeLessThan(24 * 5);
  expect(new Set(ages).size).toBe(24);
});
