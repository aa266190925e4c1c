// Trends through the desk's door: the rule is a setting, known words reach the answers, alarms take the fast path.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { dynamicsCsv, openTestDesk, sample, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const reference = (last: number) => `26-HRC-HD-85-0000000${last}`;
const bringIn = (from: number, ...texts: string[]) =>
  desk.call('intake.import', {
    name: 'export.csv',
    text: dynamicsCsv(texts.map((text, at) => ({ reference: reference(from + at), text }))),
  });
const trends = async () => (await desk.call('trends.list', {})).trends.map(({ title, size }) => ({ title, size }));
const told = () => desk.events.flatMap((event) => (event.event === 'notify' ? [event.title] : []));

it('counts as the lead has set it, and tells once', async () => {
  await desk.call('trendRule.save', { count: 3, windowDays: 7, urgentPerDay: 4 });
  await bringIn(1, 'refill fails', 'cannot refill my pills');
  expect(await trends()).toEqual([]);
  await bringIn(3, 'refill button missing');
  expect(await trends()).toEqual([{ title: 'Refills fail', size: 3 }]);
  await bringIn(4, 'no refills shown');
  expect(told()).toEqual(['New trend: Refills fail', 'Urgent trend: Refills fail']);
  await expect(desk.call('trendRule.save', { count: 1, windowDays: 7, urgentPerDay: 4 })).rejects.toThrow(
    'at least two',
  );
});

it('puts what agents are told of a problem into their answers', async () => {
  const { cases } = await desk.call('cases.find', { reference: reference(1) });
  await desk.call('trends.known', { id: 'rx-refill', known: 'Refills are slow today; nothing is lost.' });
  const { templates } = await desk.call('templates.list', {});
  const { id } = templates.find((one) => one.body.includes('{{known}}'))!;
  const { text, missing } = await desk.call('templates.fill', { id, caseId: cases[0]!.id });
  expect([text, missing]).toEqual([`Case ${reference(1)}: Refills are slow today; nothing is lost.`, []]);
});

it('merges two problems, later cases with them, and takes that back', async () => {
  await bringIn(5, 'tracking number missing');
  await desk.call('trends.merge', { from: 'rx-tracking', into: 'rx-refill' });
  await bringIn(6, 'no tracking for my package');
  expect((await trends())[0]?.size).toBe(6);
  const merge = (await desk.call('activity.stack', {})).acts.find(({ summary }) => summary.startsWith('Merged'));
  const name = expect.stringMatching(/^Merged ".+" into "Refills fail"$/);
  expect(merge).toMatchObject({ summary: name, reference: null });
  expect(await desk.call('activity.undo', { id: merge!.id })).toMatchObject({ undone: name });
  expect((await trends())[0]?.size).toBe(5);
});

it('suggests the team where cases of the problem went before', async () => {
  await bringIn(7, 'refill link gone');
  const ids = [];
  for (const last of [1, 2, 3]) ids.push((await desk.call('cases.find', { reference: reference(last) })).cases[0]!.id);
  await desk.call('triage.act', { caseIds: ids, action: 'escalate', team: 'Identity' });
  const { cases } = await desk.call('cases.find', { reference: reference(7) });
  expect((await desk.call('cases.get', { id: cases[0]!.id })).suggestion).toMatchObject({
    team: 'Identity',
    because: '3 of 3 cases of this problem went there',
  });
});

it('sends a report of what is not theirs the fast path', async () => {
  await bringIn(8, "sees another veteran's records after signing in");
  const { cases } = await desk.call('cases.find', { reference: reference(8) });
  expect(cases[0]).toMatchObject({ tags: ['privacy'], countdown: { policy: 'critical-first' } });
  expect(told().at(-1)).toBe('Fast path: privacy');
});

it('is renamed, and a case is put into a problem of its own; each is taken back', async () => {
  const problemOf = async (last: number) => {
    const { cases } = await desk.call('cases.find', { reference: reference(last) });
    const { id, problem } = await desk.call('cases.get', { id: cases[0]!.id });
    return { id, problem: problem?.id ?? null };
  };
  const name = async () => (await trends())[0]?.title;
  const { actId } = await desk.call('trends.rename', { id: 'rx-refill', title: 'No refill goes through' });
  expect(await name()).toBe('No refill goes through');
  expect((await desk.call('activity.undo', { id: actId })).undone).toBe(
    'Renamed "Refills fail" to "No refill goes through"',
  );
  expect(await name()).toBe('Refills fail');
  const { id, problem } = await problemOf(1);
  expect(problem).toBe('rx-refill');
  const moved = await desk.call('trends.move', { caseIds: [id], title: 'Only for one pharmacy' });
  expect((await problemOf(1)).problem).toBe(moved.problem);
  await desk.call('trends.regroup', {});
  expect((await problemOf(1)).problem).toBe(moved.problem);
  await desk.call('activity.undo', { id: moved.actId });
  expect((await problemOf(1)).problem).toBe('rx-refill');
});

it('shows the cases of a trend by the day they were reported, newest first, whenever they came in', async () => {
  const reports = [3, 5, 1, 4, 2].map((day) => ({
    reference: `26-HRC-HD-86-0000000${day}`,
    text: 'refill fails',
    at: `10/1${day}/2026 9:00 AM`,
  }));
  for (const one of reports) await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv([one]) });
  const { cases } = await desk.call('trends.get', { id: 'rx-refill' });
  const days = cases.filter((one) => one.reference.includes('-86-')).map((one) => one.reference.at(-1));
  expect(days).toEqual(['5', '4', '3', '2', '1']);
  expect(cases.map(({ receivedAt }) => receivedAt)).toEqual(
    cases.map(({ receivedAt }) => receivedAt).toSorted((a, b) => b - a),
  );
});

it('takes no name for a problem that holds something personal', async () => {
  const { cases } = await desk.call('cases.find', { reference: reference(1) });
  const move = desk.call('trends.move', { caseIds: [cases[0]!.id], title: 'SSN 518-41-0093 cannot refill' });
  await expect(move).rejects.toThrow('Social Security number found in the name');
});

it('queues the ticket of every trend in the samples: a record number is none of a person, whatever the row before says', async () => {
  const other = await openTestDesk();
  for (const name of ['iris.csv', 'salesforce.csv']) await other.call('intake.import', { name, text: sample(name) });
  // Each text ends with the word that introduces such a number.
  const text = 'Vaccines are missing from the list. Callback phone';
  const rows = ['34172219', '37717168', '38854103', '39012077', '39944120'].map((reference) => ({ reference, text }));
  await other.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const { trends: found } = await other.call('trends.list', {});
  const routable = found.filter(({ team }) => team !== null);
  expect(routable.length).toBeGreaterThan(3);
  for (const { id, title } of routable)
    expect([title, (await other.call('trends.ticket', { id })).cases]).toEqual([title, expect.any(Number)]);
  await other.close();
});
