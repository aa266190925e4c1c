// Two desks of one team on a real PostgreSQL: what is done on one is seen on the other, and both together open one ticket.
import { isDeepStrictEqual } from 'node:util';
import pg from 'pg';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { dynamicsCsv, type TestDesk } from '../support/desk.ts';
import { caseAt, openTwoDesks, type TwoDesks } from '../support/two-desks.ts';

const TEXT = 'My name is Gwendolyn Marbury and I cannot download my lab results, the page stays blank.';
const LABEL = 'PRODUCT-mhv-medical-records';

let desks: TwoDesks;
let anna: TestDesk;
let ben: TestDesk;
beforeAll(async () => {
  desks = await openTwoDesks();
  ({ anna, ben } = desks);
});
afterAll(() => desks.close());

const inStep = () => desks.inStep();

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
    await desks.join();
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

  it('tells once more what a database restored from an older copy has lost', async () => {
    await inStep();
    const database = new pg.Client({ connectionString: desks.postgres.url });
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
