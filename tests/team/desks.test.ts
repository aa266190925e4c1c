// Two desks of one team on a real PostgreSQL: what is done on one is seen on the other, and both together open one ticket.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type PracticePostgres, startPostgres } from '../../electron/practice/postgres.ts';
import { dynamicsCsv, openTestDesk, type TestDesk } from '../support/desk.ts';

const folder = mkdtempSync(join(tmpdir(), 'tier3-team-'));
let postgres: PracticePostgres;
let anna: TestDesk;
let ben: TestDesk;

const TEXT = 'My name is Gwendolyn Marbury and I cannot download my lab results, the page stays blank.';
const LABEL = 'PRODUCT-mhv-medical-records';

beforeAll(async () => {
  postgres = await startPostgres(folder);
  anna = await openTestDesk();
  ben = await openTestDesk({ beside: anna });
});

afterAll(async () => {
  await ben.close();
  await anna.close();
  await postgres.stop();
  rmSync(folder, { recursive: true });
});

const inStep = async () => {
  await anna.call('team.sync', {});
  await ben.call('team.sync', {});
  await anna.call('team.sync', {});
};

async function caseAt(desk: TestDesk, reference: string) {
  const { cases } = await desk.call('cases.find', { reference });
  const id = cases[0]?.id;
  if (id === undefined) throw new Error(`${reference} is not there`);
  return desk.call('cases.get', { id });
}

/** What a desk shows of its cases, by reference. */
async function shown(desk: TestDesk) {
  const { cases } = await desk.call('cases.list', {});
  const rows = await Promise.all(cases.map(async ({ id }) => desk.call('cases.get', { id })));
  return rows
    .map(({ reference, status, team, tags, problem, scrubbedText }) => ({
      reference,
      status,
      team,
      tags,
      problem,
      scrubbedText,
    }))
    .sort((a, b) => (a.reference < b.reference ? -1 : 1));
}

/** Both show the same once each has sorted its cases into problems. */
async function showTheSame() {
  const difference = async () => {
    const both = [await shown(anna), await shown(ben)];
    return isDeepStrictEqual(both[0], both[1]) ? null : both;
  };
  await expect.poll(difference).toBeNull();
}

/** The same without their problems, into which a desk sorts them by itself at any time. */
async function shownUnsorted(desk: TestDesk) {
  return (await shown(desk)).map(({ problem: _, ...rest }) => rest);
}

describe('a team of two desks', () => {
  it('brings an existing desk in: its cases, decisions and tags are on the other one', async () => {
    await anna.call('intake.import', {
      name: 'export.csv',
      text: dynamicsCsv([
        { reference: 'CAS-1001', text: TEXT, contact: 'Gwendolyn Marbury' },
        { reference: 'CAS-1002', text: 'The refill button does nothing.' },
      ]),
    });
    const one = await caseAt(anna, 'CAS-1001');
    await anna.call('triage.act', { caseIds: [one.id], action: 'escalate', team: LABEL });
    await anna.call('cases.tag', { caseIds: [one.id], tag: 'labs' });
    await anna.call('retention.save', { days: 80 });
    await anna.call('trendRule.save', { count: 6, windowDays: 30, urgentPerDay: 10 });
    const { invitation } = await anna.call('team.create', { databaseUrl: postgres.url, name: 'Anna' });
    await ben.call('team.join', { invitation, name: 'Ben' });
    await inStep();
    const there = await caseAt(ben, 'CAS-1001');
    expect(there).toMatchObject({ status: 'escalated', team: LABEL, tags: ['labs'] });
    expect(there.scrubbedText).not.toContain('Marbury');
    expect(there.activity.map(({ actor, summary }) => `${actor}: ${summary}`)).toContain(
      'Anna: Escalated to Medical Records',
    );
    await showTheSame();
    expect((await ben.call('trendRule.get', {})).count).toBe(6);
    expect((await ben.call('retention.get', {})).days).toBe(80);
  });

  it('takes an export that both read in for one', async () => {
    const text = dynamicsCsv([
      { reference: 'CAS-1001', text: TEXT },
      { reference: 'CAS-1003', text: 'Secure messages do not load.' },
    ]);
    await anna.call('intake.import', { name: 'export.csv', text });
    await ben.call('intake.import', { name: 'export.csv', text });
    await inStep();
    expect((await anna.call('cases.list', {})).cases).toHaveLength(3);
    await showTheSame();
  });

  it('shows a report as it was read last', async () => {
    const reference = 'CAS-1003';
    await ben.call('intake.import', {
      name: 'newer.csv',
      text: dynamicsCsv([{ reference, text: 'Secure messages do not load, nor do attachments.' }]),
    });
    await inStep();
    await showTheSame();
  });

  it('scrubs a report anew where a desk has rules of its own', async () => {
    const text = 'The form named bluebird cannot be sent.';
    await anna.call('intake.import', { name: 'x.csv', text: dynamicsCsv([{ reference: 'CAS-1003', text }]) });
    const one = await caseAt(anna, 'CAS-1003');
    const start = one.rawText.indexOf('bluebird');
    await anna.call('rules.make', { caseId: one.id, start, end: start + 8, kind: 'deny', type: 'NAME' });
    await anna.call('intake.import', {
      name: 'y.csv',
      text: dynamicsCsv([{ reference: 'CAS-1004', text: 'The bluebird page is gone.' }]),
    });
    await inStep();
    expect((await caseAt(anna, 'CAS-1004')).scrubbedText).not.toContain('bluebird');
    expect((await caseAt(ben, 'CAS-1004')).scrubbedText).toContain('bluebird');
    const [rule] = (await anna.call('rules.list', {})).rules;
    if (rule !== undefined) await anna.call('rules.drop', { id: rule.id });
    await inStep();
    await showTheSame();
  });

  it('lets the last of two decisions stand on both, and says so on both', async () => {
    const [a, b] = [await caseAt(anna, 'CAS-1003'), await caseAt(ben, 'CAS-1003')];
    await anna.call('triage.act', { caseIds: [a.id], action: 'reassign' });
    anna.now += 60_000;
    ben.now += 60_000;
    await ben.call('triage.act', { caseIds: [b.id], action: 'escalate', team: LABEL });
    await inStep();
    for (const desk of [anna, ben]) {
      const row = await caseAt(desk, 'CAS-1003');
      expect(row).toMatchObject({ status: 'escalated', team: LABEL });
      const { alsoDecided } = await desk.call('team.case', { id: row.id });
      expect(alsoDecided).toEqual([{ name: desk === anna ? 'You' : 'Anna', decision: 'Reassigned' }]);
    }
    const lost = (await anna.call('team.day', {})).forYou.filter(({ kind }) => kind === 'lost');
    expect(lost).toMatchObject([
      { from: 'Ben', reference: 'CAS-1003', text: expect.stringMatching(/^Escalated, .*: Reassigned$/) },
    ]);
    const { activity } = await caseAt(anna, 'CAS-1003');
    expect(activity.filter(({ actor, summary }) => actor === 'Ben' && /^Decided it too/.test(summary))).toHaveLength(1);
    await expect(anna.call('activity.undo', {})).rejects.toThrow('decided this case since');
    for (const { actId, caseId } of lost) await anna.call('team.read', { actId, caseId });
    for (const desk of [anna, ben])
      expect((await desk.call('team.day', {})).forYou.filter(({ kind }) => kind === 'lost')).toEqual([]);
    await ben.call('activity.undo', {});
    await inStep();
    expect((await caseAt(anna, 'CAS-1003')).status).toBe((await caseAt(ben, 'CAS-1003')).status);
  });

  it('opens one ticket where both queue one for the same case while they are offline', async () => {
    for (const desk of [anna, ben]) {
      const row = await caseAt(desk, 'CAS-1002');
      await desk.call('triage.act', { caseIds: [row.id], action: 'escalate', team: LABEL });
      await desk.call('tickets.queue', { caseIds: [row.id] });
      await desk.call('sync.now', {});
      const { entries } = await desk.call('outbox.list', {});
      expect(entries.find(({ kind }) => kind === 'create-issue')).toMatchObject({
        state: 'queued',
        reason: expect.stringContaining('Waiting for the team'),
      });
    }
    await inStep();
    await anna.call('sync.now', {});
    await ben.call('sync.now', {});
    await inStep();
    const issues = anna.practice.world.issues();
    expect(issues).toHaveLength(1);
    const [a, b] = [await caseAt(anna, 'CAS-1002'), await caseAt(ben, 'CAS-1002')];
    expect(a.status).toBe('ticketed');
    expect(a.ticket?.number).toBe(b.ticket?.number);
    expect(b.ticket?.number).not.toBeNull();
    const entries = (await Promise.all([anna, ben].map((desk) => desk.call('outbox.list', {})))).flatMap(
      (one) => one.entries,
    );
    expect(
      entries
        .filter(({ kind }) => kind === 'create-issue')
        .map(({ state }) => state)
        .sort(),
    ).toEqual(['sent', 'withdrawn']);
  });

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

  it('tells once more what a database restored from an older copy has lost', async () => {
    await inStep();
    const database = new pg.Client({ connectionString: postgres.url });
    await database.connect();
    const { rows } = await database.query('SELECT last_position AS last FROM tier3_desk.teams');
    const { id } = await caseAt(anna, 'CAS-1002');
    await anna.call('cases.tag', { caseIds: [id], tag: 'restored' });
    await anna.call('team.sync', {});
    await database.query('DELETE FROM tier3_desk.events WHERE position > $1', [rows[0].last]);
    await database.query('UPDATE tier3_desk.teams SET last_position = $1', [rows[0].last]);
    await database.end();
    await anna.reopen();
    await inStep();
    expect((await caseAt(ben, 'CAS-1002')).tags).toContain('restored');
  });

  it('is woken by what the other does, every time', async () => {
    anna.start();
    ben.start();
    const [a, b] = [await caseAt(anna, 'CAS-1001'), await caseAt(ben, 'CAS-1001')];
    for (let act = 0; act < 12; act += 1) {
      const tag = `tag-${act}`;
      await anna.call('cases.tag', { caseIds: [a.id], tag });
      const isSeen = async () => (await ben.call('cases.get', { id: b.id })).tags.includes(tag);
      await expect.poll(isSeen, { timeout: 30_000, interval: 20 }).toBe(true);
    }
  });

  it('is whole when it leaves: everything stays, and nothing comes any more', async () => {
    const before = await shownUnsorted(ben);
    await ben.call('team.leave', {});
    await anna.call('intake.import', { name: 'x.csv', text: dynamicsCsv([{ reference: 'CAS-1009', text: 'Later.' }]) });
    await anna.call('team.sync', {});
    await expect(ben.call('team.sync', {})).rejects.toThrow('not in a team');
    expect(await shownUnsorted(ben)).toEqual(before);
    expect((await ben.call('team.get', {})).line).toBe('alone');
  });
});
