// The same record again with something changed is an update; the state and priority its source gives count.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const HEADER = 'number,opened_at,caller_id,priority,state,assigned_to,short_description,description,work_notes';
interface Row {
  readonly n: number;
  readonly priority?: string;
  readonly state?: string;
  readonly owner?: string;
  readonly text?: string;
  readonly notes?: string;
}
const snow = (rows: readonly Row[]) =>
  desk.call('intake.import', {
    name: 'snow.csv',
    timeZone: 'UTC',
    text: [
      HEADER,
      ...rows.map(
        ({ n, priority = '3 - Moderate', state = 'New', owner = '', text = 'the page is blank', notes = '' }) =>
          [`INC9248981${n}`, '2026-10-28 13:00:00', 'Ada Quill', priority, state, owner, '', text, notes].join(','),
      ),
    ].join('\n'),
  });
const detail = async (n: number) => {
  const { cases } = await desk.call('cases.find', { reference: `INC9248981${n}` });
  return desk.call('cases.get', { id: cases[0]!.id });
};
const said = async (n: number) => (await detail(n)).activity.map((entry) => entry.summary);

it('takes priority and state from the source at the first import', async () => {
  expect(await snow([{ n: 1, priority: '1 - Critical' }, { n: 2, state: 'Resolved' }, { n: 3 }])).toMatchObject({
    imported: 3,
  });
  expect(await detail(1)).toMatchObject({ status: 'undecided', priority: 'critical' });
  expect((await detail(1)).countdown).toMatchObject({
    policy: 'critical-first',
    startedAt: Date.parse('2026-10-28T13:00:00Z'),
  });
  const resolved = await detail(2);
  expect(resolved).toMatchObject({ status: 'resolved', countdown: { state: 'met' } });
  expect(await said(2)).toContain('Resolved at its source: its clocks stopped');
  expect((await desk.call('cases.list', { filter: { status: ['resolved'] } })).cases).toHaveLength(1);
});

it('finds nothing new in the same file, and one change where one row changed', async () => {
  const rows = [{ n: 1, priority: '1 - Critical' }, { n: 2, state: 'Resolved' }, { n: 3 }];
  expect(await snow(rows)).toEqual({ imported: 0, duplicates: 3, rejected: [], rejectedCount: 0 });
  expect(await snow([...rows.slice(0, 2), { n: 3, owner: 'Zoe Larkspur' }])).toEqual({
    importId: expect.any(Number),
    imported: 0,
    updated: 1,
    duplicates: 2,
    rejected: [],
    rejectedCount: 0,
  });
  expect(await said(3)).toContain('Changed in ServiceNow: it has an owner now');
  expect((await said(3)).join()).not.toContain('Larkspur');
});

it('stops the clocks of a record that its source resolved, and starts them anew when it is open again', async () => {
  const owner = 'Zoe Larkspur';
  await snow([{ n: 3, owner, state: 'Closed', priority: '2 - High' }]);
  expect(await detail(3)).toMatchObject({ status: 'resolved', priority: 'high', countdown: { state: 'met' } });
  expect(await said(3)).toContain('Changed in ServiceNow: status New → Closed; priority medium → high');
  desk.now += 60_000;
  await snow([{ n: 3, owner, state: 'In Progress', priority: '2 - High' }]);
  const open = await detail(3);
  expect(open).toMatchObject({ status: 'undecided', countdown: { metAt: null, startedAt: desk.now } });
});

it('scrubs a changed text, keeps what the reviewer said of words that stay, and shows that it changed', async () => {
  await snow([{ n: 4, text: 'Hi this is Jessica of the Falcon team' }]);
  const { id, rawText } = await detail(4);
  const start = rawText.indexOf('Falcon');
  await desk.call('findings.decide', { caseId: id, start, end: start + 6, decision: 'add', type: 'NAME' });
  await snow([
    { n: 4, text: 'Update: call 303-555-0142. Hi this is Jessica of the Falcon team', notes: 'SSN 518-41-0093' },
  ]);
  const after = await detail(4);
  expect(after.scrubbedText).toMatch(/^Update: call \[PHONE 1\]\. Hi this is \[NAME 1\] of the \[NAME \d\] team$/);
  expect(after.activity[0]?.summary).toBe('Changed in ServiceNow: other notes; another text');
});

it('takes in five reports of an error code that no list knows', async () => {
  await snow([5, 6, 7, 8, 9].map((n) => ({ n, text: `error code SM129 on the page ${n}` })));
  const { trends } = await desk.call('trends.list', {});
  expect(trends.map(({ title }) => title)).toContain('Error code SM129');
});

it('logs a Slack message by its link, once, and takes its words from the next export', async () => {
  const [first, second] = ['1790664300.000100', '1790664400.000100'];
  const link = (ts: string) => `https://dsva.slack.com/archives/C0123ABCD/p${ts.replace('.', '')}`;
  const alone = await desk.call('cases.log', { line: `${link(first)} #sign-in 3m` });
  expect(alone).toMatchObject({ source: 'slack', topic: 'sign-in', spentMinutes: 3, reference: first });
  expect(alone.problem).toBeNull();
  const typed = await desk.call('cases.log', { line: `no labs since Monday ${link(second)}` });
  await expect(desk.call('cases.log', { line: link(first) })).rejects.toThrow('in the desk already');
  const say = (ts: string, text: string) => ({ type: 'message', ts, text });
  const messages = [say(first, 'the sign-in page spins'), say(second, 'labs are missing')];
  const came = await desk.call('intake.import', { name: 'day.json', text: JSON.stringify(messages) });
  expect(came).toMatchObject({ imported: 0, updated: 1, duplicates: 1 });
  const text = async ({ id }: { id: CaseId }) => (await desk.call('cases.get', { id })).scrubbedText;
  expect(await text(alone)).toBe('the sign-in page spins');
  const { problem } = await desk.call('cases.get', { id: alone.id });
  expect(problem?.title).toMatch(/sign/i);
  expect((await desk.call('cases.get', { id: alone.id })).fields).toContainEqual({ name: 'link', value: link(first) });
  expect(await text(typed)).toBe('no labs since Monday');
});

it('tells of no trend where five links of Slack are logged without words, and of one once their words are here', async () => {
  const stamps = [1, 2, 3, 4, 5].map((n) => `17906650${n}0.000100`);
  for (const ts of stamps)
    await desk.call('cases.log', { line: `https://dsva.slack.com/archives/C0123ABCD/p${ts.replace('.', '')}` });
  const trends = async () => (await desk.call('trends.list', {})).trends.map(({ title }) => title);
  const before = await trends();
  expect(before.join()).not.toMatch(/slack message/i);
  expect(JSON.stringify(desk.events)).not.toMatch(/slack message/i);
  const messages = stamps.map((ts, n) => ({ type: 'message', ts, text: `error code SM777 on the page ${n}` }));
  const came = await desk.call('intake.import', { name: 'later.json', text: JSON.stringify(messages) });
  expect(came).toMatchObject({ imported: 0, updated: 5 });
  expect(await trends()).toEqual(expect.arrayContaining(['Error code SM777']));
});

it('takes a record number in capitals and in small letters for one record, and a mixed one as it stands', async () => {
  const row = (reference: string) => dynamicsCsv([{ reference, text: 'the refill page is blank' }]);
  const came = async (reference: string) =>
    (await desk.call('intake.import', { name: 'a.csv', text: row(reference), source: 'dynamics' })).imported;
  expect(await came('REC-500')).toBe(1);
  expect(await came('rec-500')).toBe(0);
  expect(await came('Rec-500')).toBe(1);
});
