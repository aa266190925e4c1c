// The verbs, through the same door the window uses.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import {
  dynamicsCsv,
  escalatedCase,
  openTestDesk,
  sample,
  type TestDesk,
  typeDraft,
  WEDNESDAY,
} from '../../support/desk.ts';

const REF = '26-HRC-HD-85-00000001';
let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const one = async (reference = REF) => {
  const { cases } = await desk.call('cases.list', {});
  return desk.call('cases.get', { id: cases.find((row) => row.reference === reference)!.id });
};

it('says of the first case of a problem that it is the first', async () => {
  const line = 'iris sign in ends at https://www.va.gov/auth/login/callback/?auth=fail&code=202';
  expect((await desk.call('cases.log', { line })).problem).toMatchObject({ thisWeek: 1 });
});

describe('import', () => {
  it('brings a file in once, with progress', async () => {
    const file = { name: 'dynamics.csv', text: sample('dynamics.csv'), timeZone: 'UTC' };
    expect(await desk.call('intake.preview', file)).toMatchObject({
      source: 'dynamics',
      rows: 80,
      duplicates: 0,
      rejected: [],
      rejectedCount: 0,
    });
    expect(await desk.call('intake.import', { ...file, job: 'j1' })).toEqual({
      importId: expect.any(Number),
      imported: 80,
      duplicates: 0,
      rejected: [],
      rejectedCount: 0,
      // The sample goes on for some days after the day the tests are on.
      notes: [expect.stringMatching(/^8 rows have dates, the first of them row 74, in the future/)],
    });
    expect(desk.events).toContainEqual({ event: 'progress', job: 'j1', done: 80, total: 80 });
    expect(await desk.call('intake.import', file)).toEqual({
      imported: 0,
      duplicates: 80,
      rejected: [],
      rejectedCount: 0,
    });
    expect(await desk.call('intake.preview', file)).toMatchObject({ duplicates: 80 });
  });

  it('can be cancelled; what is in stays and the rest comes later', async () => {
    const rows = Array.from({ length: 350 }, (_, i) => ({
      reference: `26-HRC-HD-85-${String(i).padStart(8, '0')}`,
      text: 'cannot sign in',
    }));
    const file = { name: 'big.csv', text: dynamicsCsv(rows) };
    const running = desk.call('intake.import', { ...file, job: 'j2' });
    await desk.call('jobs.cancel', { job: 'j2' });
    const { imported } = await running;
    expect(imported).toBeLessThan(350);
    expect(await desk.call('intake.import', file)).toEqual({
      importId: expect.any(Number),
      imported: 350 - imported,
      duplicates: imported,
      rejected: [],
      rejectedCount: 0,
    });
  });

  it('scrubs title and text, and starts the 24-hour clock at the queue date', async () => {
    await desk.call('intake.import', {
      name: 'e.csv',
      text: dynamicsCsv([
        {
          reference: REF,
          text: 'Veteran Hope Bins called. records blank',
          contact: 'Ada Bins',
          at: '10/27/2026 10:00 AM',
        },
      ]),
    });
    const found = await one();
    expect(found).toMatchObject({
      title: 'Records blank',
      scrubbedText: 'Veteran [NAME 1] called. records blank',
      status: 'undecided',
    });
    expect(found.countdown).toMatchObject({ policy: 'act', leftMinutes: 0, dueAt: WEDNESDAY });
    desk.now += 60 * 60_000;
    expect((await one()).countdown).toMatchObject({ leftMinutes: -60, state: 'missed' });
  });
});

describe('review', () => {
  it('clears and adds findings, scrubs again, and undoes both', async () => {
    await desk.call('intake.import', {
      name: 'e.csv',
      text: dynamicsCsv([{ reference: REF, text: 'Hi this is Jessica, the widget page is blank' }]),
    });
    const before = await one();
    const { start, end } = before.findings[0]!;
    const cleared = await desk.call('findings.decide', { caseId: before.id, start, end, decision: 'clear' });
    expect(cleared.scrubbedText).toBe('Hi this is Jessica, the widget page is blank');
    const at = before.rawText.indexOf('widget');
    const added = await desk.call('findings.decide', {
      caseId: before.id,
      start: at,
      end: at + 6,
      decision: 'add',
      type: 'NAME',
    });
    expect(added.scrubbedText).toBe('Hi this is Jessica, the [NAME 1] page is blank');
    expect(added.activity.map((entry) => entry.summary)).toEqual([
      'Marked as personal: name',
      'Cleared as not personal: name',
      'Imported from row 2 of an export; a problem nobody has reported yet',
    ]);
    await desk.call('activity.undo', {});
    await desk.call('activity.undo', {});
    expect((await one()).scrubbedText).toBe(before.scrubbedText);
    await expect(
      desk.call('findings.decide', { caseId: before.id, start: 0, end: 2, decision: 'clear' }),
    ).rejects.toThrow(/no finding/);
    await expect(
      desk.call('findings.decide', { caseId: before.id, start: 0, end: 9999, decision: 'add' }),
    ).rejects.toThrow(/not inside/);
  });
});

describe('triage', () => {
  it('meets the act obligation and owes the ticket, and undo opens it again', async () => {
    const id = await escalatedCase(desk, REF, 'records blank');
    expect(await one()).toMatchObject({
      status: 'escalated',
      team: 'PRODUCT-mhv-medical-records',
      countdown: { policy: 'send', state: 'fine' },
      countdowns: expect.arrayContaining([expect.objectContaining({ policy: 'act', state: 'met' })]),
    });
    await desk.call('activity.undo', {});
    expect(await one()).toMatchObject({
      id,
      status: 'undecided',
      team: null,
      countdown: { policy: 'act', metAt: null },
    });
  });

  it('refuses an unknown team and a team out of scope, and then changes nothing', async () => {
    await desk.call('intake.import', { name: 'e.csv', text: dynamicsCsv([{ reference: REF, text: 'x is blank' }]) });
    const { id } = await one();
    await expect(desk.call('triage.act', { caseIds: [id], action: 'escalate', team: 'nobody' })).rejects.toThrow(
      /no team "nobody"/,
    );
    await expect(desk.call('triage.act', { caseIds: [id], action: 'escalate', team: 'vaos' })).rejects.toThrow(
      /out of scope/,
    );
    expect((await one()).status).toBe('undecided');
  });
});

describe('the ticket', () => {
  it('is queued only for an escalated case, and only once', async () => {
    const id = await escalatedCase(desk, REF, 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    await expect(desk.call('tickets.queue', { caseIds: [id] })).rejects.toThrow(/already has a ticket/);
    const { entries } = await desk.call('outbox.list', {});
    expect(entries.map(({ kind, state }) => ({ kind, state }))).toEqual([
      { kind: 'move-pipeline', state: 'queued' },
      { kind: 'create-issue', state: 'queued' },
    ]);
  });

  it('is pulled back before its case is decided otherwise, and once it was sent nothing else is said', async () => {
    const id = await escalatedCase(desk, REF, 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    const decideAgain = () => desk.call('triage.act', { caseIds: [id], action: 'out-of-scope' });
    await expect(decideAgain()).rejects.toThrow('Pull the ticket back first.');
    const atGitHub = async () => (await desk.call('github.places', {})).places[0]?.tickets;
    expect(await atGitHub()).toBe(0);
    await desk.call('sync.now', {});
    expect(await atGitHub()).toBe(1);
    await expect(decideAgain()).rejects.toThrow('The case has a ticket that was sent. Correct it on the ticket');
  });

  it('is refused while something personal is in it, naming kind and place and not the value', async () => {
    const id = await escalatedCase(desk, REF, 'records blank', 'Ada Quill');
    const draft = await typeDraft(desk, id, { title: 'Records of Quill blank', body: 'Call 303-555-0142' });
    expect(draft.found.map(({ place, type }) => `${place} ${type}`)).toEqual(['title NAME', 'body PHONE']);
    const refusal = await desk.call('tickets.queue', { caseIds: [id] }).catch((error: Error) => error.message);
    expect(refusal).toMatch(/name in the title, phone in the body/);
    expect(refusal).not.toMatch(/Quill|0142/);
    expect((await desk.call('outbox.list', {})).entries).toEqual([]);
  });

  it('keeps what a person wrote over a restart, until they start over', async () => {
    const id = await escalatedCase(desk, REF, 'records blank');
    await typeDraft(desk, id, { title: 'My title', body: 'My words' });
    await desk.reopen();
    expect(await desk.call('tickets.draft', { id })).toMatchObject({
      title: 'My title',
      body: 'My words',
      edited: true,
    });
    expect(await desk.call('tickets.startOver', { id })).toMatchObject({
      title: `Tier 3 issue - ${REF} - Records blank`,
      edited: false,
    });
  });

  it('queues many or none', async () => {
    const first = await escalatedCase(desk, REF, 'records blank');
    await desk.call('intake.import', {
      name: 'e.csv',
      text: dynamicsCsv([{ reference: '26-HRC-HD-85-00000002', text: 'undecided' }]),
    });
    const second = (await one('26-HRC-HD-85-00000002')).id;
    await expect(desk.call('tickets.queue', { caseIds: [first, second] })).rejects.toMatchObject({
      message: expect.stringMatching(/^None was queued\. 26-HRC-HD-85-00000002: Escalate the case/),
      details: { ready: [first] },
    });
    expect((await desk.call('outbox.list', {})).entries).toEqual([]);
  });

  it('is pulled back by undo while it waits, not once it was sent', async () => {
    const id = await escalatedCase(desk, REF, 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('activity.undo', {});
    expect(await one()).toMatchObject({ status: 'escalated', ticket: null });
    expect((await desk.call('outbox.list', {})).entries.map((entry) => entry.state)).toEqual([
      'withdrawn',
      'withdrawn',
    ]);
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 0, waiting: 0 });
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('sync.now', {});
    await expect(desk.call('activity.undo', {})).rejects.toThrow(/was sent/);
    expect(desk.practice.world.issues()).toHaveLength(1);
  });
});

describe('bad calls', () => {
  it('are answered with the field that is wrong', async () => {
    await expect(desk.call('cases.get', { id: 'no-uuid' as never })).rejects.toMatchObject({
      kind: 'invalid',
      message: expect.stringContaining('id'),
    });
    await expect(
      desk.call('intake.import', { name: 'x.csv', text: sample('dynamics.csv'), timeZone: 'Mars/Base' }),
    ).rejects.toMatchObject({ kind: 'invalid', message: expect.stringContaining('Mars/Base') });
  });
});
