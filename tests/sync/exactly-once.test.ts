// The sync against the stand-ins with faults: whatever breaks, one ticket.
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openStore } from '../../electron/store/opening/open.ts';
import { changeEntry } from '../../electron/store/outbox/outbox.ts';
import { escalatedCase, KEY, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const REF = '26-HRC-HD-85-00000001';
let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
  const id = await escalatedCase(
    desk,
    REF,
    'Veteran Hope Bins called. records blank. Callback (303) 555-0142.',
    'Hope Bins',
  );
  await desk.call('tickets.queue', { caseIds: [id] });
});
afterEach(() => desk.close());

const states = async () =>
  Object.fromEntries((await desk.call('outbox.list', {})).entries.map(({ kind, state }) => [kind, state]));
const DONE = { 'create-issue': 'sent', 'move-pipeline': 'sent' };

/** Syncs again and again, letting the time pass that each wait asks for. */
async function settle(): Promise<void> {
  for (let round = 0; round < 8; round += 1) {
    await desk.call('sync.now', {});
    desk.now += 11 * 60_000;
  }
}

describe('a ticket arrives', () => {
  it('with title, labels, assignees, record number and place on the board, and nothing personal', async () => {
    expect(await desk.call('sync.now', {})).toEqual({ sent: 2, waiting: 0, attention: 0 });
    const [issue, ...others] = desk.practice.world.issues();
    expect(others).toEqual([]);
    expect(issue).toMatchObject({
      title: 'Tier 3 issue - 26-HRC-HD-85-00000001 - Records blank',
      labels: ['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records'],
      assignees: ['mr-product-manager', 'mr-engineer'],
      repository: 'department-of-veterans-affairs/va.gov-team',
    });
    expect(issue?.body).toContain(`- ${REF}`);
    expect(Buffer.from(issue?.pipelineId ?? '', 'base64').toString()).toContain('Tier 3 Support');
    expect(JSON.stringify(issue)).not.toMatch(/Hope|Bins|555-0142/);
  });

  it('starts the 48-hour ETA clock', async () => {
    await desk.call('sync.now', {});
    const { cases } = await desk.call('cases.list', {});
    expect(cases[0]?.countdown).toMatchObject({ policy: 'eta', targetMinutes: 2880, leftMinutes: 2880 });
    desk.now += 90 * 60_000;
    expect((await desk.call('cases.list', {})).cases[0]?.countdown).toMatchObject({ leftMinutes: 2790 });
  });

  it('says which labels and assignees GitHub dropped', async () => {
    // Without push access GitHub leaves out what the user may not set, and says nothing.
    desk.practice.world.mayPush = false;
    await desk.call('sync.now', {});
    const created = (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'create-issue');
    expect(created?.reason).toMatch(/did not accept: label MHV-Tier-3, .*assignee mr-product-manager/);
  });
});

describe('exactly once', () => {
  it.each(['drop-before', 'drop-after', 502, 500] as const)('after %s on the create', async (what) => {
    await desk.fault({ what });
    await desk.call('sync.now', {});
    // What arrived is seen by the pull that follows at once; what did not is looked for.
    const found = what === 'drop-after' ? 'sent' : 'unknown';
    expect(await states()).toMatchObject({ 'create-issue': found, 'move-pipeline': 'queued' });
    await settle();
    const after = await states();
    if (what === 'drop-after') {
      expect(after).toEqual(DONE);
    } else {
      // Looked for over the whole settle period and not there: the lead decides, and sending again uses the same mark.
      expect(after).toMatchObject({ 'create-issue': 'undecided' });
      const lost = (await desk.call('outbox.list', {})).entries.find((entry) => entry.state === 'undecided')!;
      await desk.call('outbox.retry', { id: lost.id });
      await settle();
      expect(await states()).toEqual(DONE);
    }
    expect(desk.practice.world.issues()).toHaveLength(1);
  });

  it('waits out a rate limit as long as GitHub asks', async () => {
    await desk.fault({ what: 429, headers: { 'retry-after': '120' } });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues()).toHaveLength(0);
    desk.now += 119_000;
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 0 });
    desk.now += 2_000;
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 2 });
    expect(desk.practice.world.issues()).toHaveLength(1);
  });

  it('stops an entry GitHub refuses, and only its own ticket', async () => {
    await desk.fault({ what: 422 });
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000002', 'prescription list blank', '', 'mhv-medications');
    await desk.call('tickets.queue', { caseIds: [other] });
    await desk.call('sync.now', {});
    expect(desk.practice.world.issues().map((issue) => issue.title)).toEqual([
      'Tier 3 issue - 26-HRC-HD-85-00000002 - Prescription list blank',
    ]);
    expect((await desk.call('outbox.list', {})).sync).toMatchObject({ attention: 1, waiting: 1 });
  });

  it('repeats a move that broke', async () => {
    await desk.fault({ service: 'zenhub', what: 'drop-after', times: 2 });
    await settle();
    expect(await states()).toEqual(DONE);
  });

  it('is not fooled by a second run at the same time', async () => {
    await Promise.all([desk.call('sync.now', {}), desk.call('sync.now', {}), desk.call('sync.now', {})]);
    expect(desk.practice.world.issues()).toHaveLength(1);
  });
});

describe('what moved or was locked', () => {
  it('is said in words, and the entry waits for the lead', async () => {
    await desk.fault({ what: 301, headers: { location: 'https://api.github.com/repositories/1/issues' } });
    await desk.call('sync.now', {});
    const [entry] = (await desk.call('outbox.list', {})).entries;
    expect(entry).toMatchObject({ kind: 'create-issue', state: 'failed' });
    expect(entry?.reason).toContain('was renamed or moved');
    await desk.call('outbox.retry', { id: entry!.id });
    await settle();
    expect(await states()).toEqual(DONE);
    expect(desk.practice.world.issues()).toHaveLength(1);
  });

  it.each([
    [403, 'is locked'],
    [410, 'was deleted or moved'],
  ])('a comment answered with %s', async (what, reason) => {
    await desk.call('sync.now', {});
    const { cases } = await desk.call('cases.list', {});
    await desk.call('follow-up.comment', { id: cases[0]!.id, verb: 'answer', text: 'It is still so.' });
    await desk.fault({ what });
    await desk.call('sync.now', {});
    const comment = (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'add-comment');
    expect(comment).toMatchObject({ state: 'failed', reason: expect.stringContaining(reason) });
  });
});

describe('a desk that died', () => {
  it.each([
    ['while it moved the ticket on the board: moves it again', 'move-pipeline'],
    ['while it opened the ticket: finds it', 'create-issue'],
  ] as const)('%s', async (_, kind) => {
    await desk.call('sync.now', {});
    const { entries } = await desk.call('outbox.list', {});
    const file = join(desk.folder, 'desk.db');
    const store = openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
    const { id } = entries.find((entry) => entry.kind === kind)!;
    store.transaction((db) => changeEntry(db, id, { state: 'sending', leftAt: desk.now, sentAt: null }));
    store.close();
    await settle();
    expect(await states()).toEqual(DONE);
    expect(desk.practice.world.issues()).toHaveLength(1);
  });
});

describe('a clock that is wrong', () => {
  it('by hours does not hide a comment that arrived', async () => {
    await desk.call('sync.now', {});
    const { cases } = await desk.call('cases.list', {});
    desk.now += 5 * 3_600_000; // ours runs ahead; the service's does not
    await desk.call('follow-up.comment', { id: cases[0]!.id, verb: 'answer', text: 'It is still so.' });
    await desk.fault({ what: 'drop-after' });
    await settle();
    const comment = (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'add-comment');
    expect(comment?.state).toBe('sent');
    expect(desk.practice.world.issues()[0]?.comments).toHaveLength(1);
  });
});

describe('offline', () => {
  it('just waits, says so, and sends when the network is back', async () => {
    const offline = await openTestDesk({
      fetch: () =>
        Promise.reject(
          new TypeError('fetch failed', { cause: Object.assign(new Error('x'), { code: 'ECONNREFUSED' }) }),
        ),
    });
    const id = await escalatedCase(offline, REF, 'records blank');
    await offline.call('tickets.queue', { caseIds: [id] });
    expect(await offline.call('sync.now', {})).toEqual({ sent: 0, waiting: 2, attention: 0 });
    const { entries, sync } = await offline.call('outbox.list', {});
    expect(sync.online).toBe(false);
    // Nothing was tried: what is at GitHub is looked at before anything leaves.
    expect(entries.at(-1)).toMatchObject({ state: 'queued', attempts: 0 });
    await offline.close();
  });
});

describe('the outbound PII check', () => {
  it('blocks an entry in which the scrubber finds something after all', async () => {
    // The reviewer clears a name, queues, and then takes the clearing back: what waits may no longer leave.
    const id = await escalatedCase(desk, '26-HRC-HD-85-00000003', 'Hi this is Jessica, it is blank');
    const found = (await desk.call('cases.get', { id })).findings[0]!;
    const span = { caseId: id, start: found.start, end: found.end };
    await desk.call('findings.decide', { ...span, decision: 'clear' });
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('findings.decide', { ...span, decision: 'forget' });
    await desk.call('sync.now', {});
    const blocked = (await desk.call('outbox.list', {})).entries.find((entry) => entry.state === 'blocked');
    expect(blocked?.reason).toMatch(/Blocked: name in the (title|body)\. Nothing was sent/);
    expect(blocked?.reason).not.toContain('Jessica');
    expect(JSON.stringify(desk.practice.world.issues())).not.toContain('Jessica');
  });
});
