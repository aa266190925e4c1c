// ServiceNow says the problem in the short description: it is the title, and scrubbed, routed, grouped and searched.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const snow = (rows: readonly (readonly [summary: string, description: string])[]) =>
  desk.call('intake.import', {
    name: 'snow.csv',
    timeZone: 'UTC',
    text: [
      'number,opened_at,priority,state,short_description,description',
      ...rows.map((words, at) => [`INC4001122${at}`, '2026-10-28 13:00:00', '3 - Moderate', 'New', ...words].join(',')),
    ].join('\n'),
  });
const detail = async (at: number) => {
  const { cases } = await desk.call('cases.find', { reference: `INC4001122${at}` });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const found = async (search: string) =>
  (await desk.call('cases.list', { search })).cases.map(({ reference }) => reference);

const ROWS = [
  ['Triage group missing in the clinician portal for Jane Quill', 'Please help. Thank you.'],
  ['Templates are blank', 'TEMPLATES  are blank. It began on Monday.'],
  ['ID.me: problem', 'The code never comes.'],
] as const;

it('is the problem: its title and its text, scrubbed, routed, and found', async () => {
  expect(await snow(ROWS)).toMatchObject({ imported: 3 });
  const one = await detail(0);
  expect(one.title).toMatch(/^Triage group missing in the clinician portal for \[NAME/);
  expect(one.scrubbedText).toMatch(/^Triage group missing .*\n\nPlease help\. Thank you\.$/);
  expect(one.suggestion?.team).toBe('Liferay/SM Clinician Portal');
  expect(await found('triage missing')).toEqual(['INC40011220']);
});

it('stands for nothing where it only names a tool', async () => {
  expect(await detail(2)).toMatchObject({ title: 'The code never comes', scrubbedText: 'The code never comes.' });
});

it('is not said twice where the description begins with it', async () => {
  expect((await detail(1)).scrubbedText).toBe('TEMPLATES  are blank. It began on Monday.');
});

it('makes no change of an export that came before', async () => {
  const before = (await detail(0)).activity.length;
  expect(await snow([...ROWS, ['Opt in fails', 'See above']])).toMatchObject({ imported: 1, duplicates: 3 });
  expect((await detail(0)).activity).toHaveLength(before);
});

it('is found by the figures of its number, whole or begun', async () => {
  expect(await found('40011220')).toEqual(['INC40011220']);
  expect(await found('4001122 triage')).toEqual(['INC40011220']);
  expect(await found('40011299')).toEqual([]);
});
