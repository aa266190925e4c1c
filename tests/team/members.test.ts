// The two members of a team on a real PostgreSQL: settings of both, who has a case, and what one has for the other to read.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamicsCsv, type TestDesk } from '../support/desk.ts';
import { caseAt, openTwoDesks, type TwoDesks } from '../support/two-desks.ts';

let desks: TwoDesks;
let anna: TestDesk;
let ben: TestDesk;
beforeAll(async () => {
  desks = await openTwoDesks();
  ({ anna, ben } = desks);
  await anna.call('intake.import', {
    name: 'export.csv',
    text: dynamicsCsv([{ reference: 'CAS-1001', text: 'I cannot download my lab results.' }]),
  });
  await desks.join();
  await desks.inStep();
});
afterAll(() => desks.close());

const inStep = () => desks.inStep();

describe('two members of a team', () => {
  it('has the settings of the team on both: what either sets last, to be undone on either', async () => {
    const trends = async () =>
      Promise.all([anna, ben].map(async (desk) => (await desk.call('trendRule.get', {})).count));
    const rule = { windowDays: 30, urgentPerDay: 10 };
    const labels = async (desk: TestDesk) => (await desk.call('directory.list', {})).teams.map(({ label }) => label);
    const [first = '', ...others] = await labels(anna);
    await anna.call('trendRule.save', { count: 7, ...rule });
    await anna.call('directory.drop', { label: first });
    await inStep();
    expect(await trends()).toEqual([7, 7]);
    expect(await labels(ben)).toEqual(others);
    const { acts } = await ben.call('activity.stack', {});
    const heard = acts.filter(({ summary }) => summary.startsWith('Anna changed'));
    expect(heard.slice(0, 2).map(({ summary }) => summary)).toEqual([
      'Anna changed the directory of tool teams',
      'Anna changed when a problem is a trend',
    ]);
    ben.now += 60_000;
    await anna.call('trendRule.save', { count: 8, ...rule });
    await ben.call('trendRule.save', { count: 9, ...rule });
    await inStep();
    expect(await trends()).toEqual([9, 9]);
    const { undone } = await ben.call('activity.undo', {});
    expect(undone).toBe('Changed when a problem is a trend');
    for (const { id } of heard.slice(0, 1)) await ben.call('activity.undo', { id });
    await inStep();
    expect(await trends()).toEqual([7, 7]);
    expect(await labels(anna)).toEqual([first, ...others]);
  });

  it('says who has a case, and lets it be handed over with a note', async () => {
    const [a, b] = [await caseAt(anna, 'CAS-1001'), await caseAt(ben, 'CAS-1001')];
    await anna.call('team.take', { caseIds: [a.id] });
    await inStep();
    expect(await ben.call('team.case', { id: b.id })).toMatchObject({ takenBy: { name: 'Anna', isYou: false } });
    const { others } = await anna.call('team.case', { id: a.id });
    expect(others.map(({ name }) => name)).toEqual(['Ben']);
    const note = 'Waits for the lab, ask again on Friday.';
    const { actId } = await anna.call('team.handOver', { caseIds: [a.id], to: others[0]?.id ?? '', note });
    await inStep();
    expect(await ben.call('team.case', { id: b.id })).toMatchObject({ takenBy: { name: 'Ben', isYou: true, note } });
    await anna.call('activity.undo', { id: actId });
    await inStep();
    expect(await ben.call('team.case', { id: b.id })).toMatchObject({ takenBy: { name: 'Anna', isYou: false } });
  });

  it('shows a member what names them or was handed to them, until they have read it', async () => {
    const [a, b] = [await caseAt(anna, 'CAS-1001'), await caseAt(ben, 'CAS-1001')];
    await anna.call('notes.add', { id: a.id, text: 'She called twice. For my eyes.' });
    await anna.call('notes.add', { id: a.id, text: 'She called twice. @Ben, can you call back?' });
    const { others } = await anna.call('team.case', { id: a.id });
    await anna.call('team.handOver', { caseIds: [a.id], to: others[0]?.id ?? '', note: 'From Friday on.' });
    await inStep();
    expect((await caseAt(ben, 'CAS-1001')).notes.map(({ by, text }) => [by, text])).toEqual([
      ['Anna', 'She called twice. @Ben, can you call back?'],
    ]);
    const day = await ben.call('team.day', {});
    expect(day.forYou.map(({ kind, from, text }) => [kind, from, text])).toEqual([
      ['hand-over', 'Anna', 'From Friday on.'],
      ['note', 'Anna', 'She called twice. @Ben, can you call back?'],
    ]);
    expect(day.holdings).toEqual([{ name: 'Ben', isYou: true, caseIds: [b.id] }]);
    expect((await anna.call('team.day', {})).forYou).toEqual([]);
    for (const { actId, caseId } of day.forYou) await ben.call('team.read', { actId, caseId });
    expect((await ben.call('team.day', {})).forYou).toEqual([]);
    await inStep();
    const { holdings } = await anna.call('team.day', {});
    expect(holdings.map(({ name, isYou }) => [name, isYou])).toEqual([['Ben', false]]);
    await anna.call('team.take', { caseIds: holdings[0]?.caseIds ?? [] });
    await inStep();
    expect((await ben.call('team.day', {})).holdings.map(({ name }) => name)).toEqual(['Anna']);
  });
});
