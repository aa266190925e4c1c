// Undo and pull-back through the desk's door: the whole ticket comes back, no typed word is lost, and nothing is said to be
// undone that may have left.

import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { changeEntry } from '../../../electron/store/outbox/outbox.ts';
import { dynamicsCsv, escalatedCase, KEY, openTestDesk, ROOT, type TestDesk, typeDraft } from '../../support/desk.ts';

const TEAM = 'mhv-medications';
let desk: TestDesk;
beforeEach(async () => {
  desk = await openTestDesk();
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const entries = async (kind?: string) =>
  (await desk.call('outbox.list', {})).entries.filter((one) => kind === undefined || one.kind === kind);
const create = async () => (await entries('create-issue'))[0]!;
const read = (id: CaseId) => desk.call('cases.get', { id });
const undo = () => desk.call('activity.undo', {});
const reference = (last: number) => `26-HRC-HD-85-0000010${last}`;
async function bringIn(last: number, text: string): Promise<CaseId> {
  await desk.call('intake.import', { name: 'e.csv', text: dynamicsCsv([{ reference: reference(last), text }]) });
  return (await desk.call('cases.find', { reference: reference(last) })).cases[0]!.id;
}

/** Escalated, queued and undone: what any case must allow that is free again. */
async function goesRound(id: CaseId): Promise<void> {
  await desk.call('triage.act', { caseIds: [id], action: 'escalate', team: TEAM });
  await desk.call('tickets.queue', { caseIds: [id] });
  expect((await read(id)).status).toBe('ticketed');
  await undo();
  await undo();
  expect(await read(id)).toMatchObject({ status: 'undecided', ticket: null });
}

describe('a trend ticket that waits, with a case that joined it later', () => {
  let first: CaseId;
  let later: CaseId;
  beforeEach(async () => {
    first = await bringIn(1, 'refill fails');
    await bringIn(2, 'cannot refill my pills');
    await desk.call('trends.ticket', { id: 'rx-refill', team: TEAM });
    later = await bringIn(3, 'refill button missing');
    expect(await read(later)).toMatchObject({ status: 'ticketed' });
  });

  it.each([
    ['undo', async () => desk.call('activity.undo', { id: (await ofTicket()).id })],
    ['the outbox', async () => desk.call('outbox.drop', { id: (await create()).id })],
  ])('comes back whole by %s: every case can go round again', async (_, pullBack) => {
    await pullBack();
    expect((await entries()).every(({ state }) => state === 'withdrawn')).toBe(true);
    for (const id of [first, later]) {
      const one = await read(id);
      expect(one).toMatchObject({ status: 'undecided', team: null, ticket: null });
      expect(one.countdowns.find(({ policy }) => policy === 'act')?.metAt).toBeNull();
      await goesRound(id);
    }
    expect((await desk.call('trends.get', { id: 'rx-refill' })).tickets).toEqual([]);
    await desk.call('trends.ticket', { id: 'rx-refill', team: TEAM });
    await sync();
    expect(desk.practice.world.issues()).toHaveLength(1);
    expect(desk.practice.world.issues()[0]?.body).toContain(reference(3));
  });

  const ofTicket = async () =>
    (await desk.call('activity.stack', {})).acts.find(({ summary }) => summary.startsWith('Queued one ticket'))!;

  it('gives the joined case back alone, and the ticket goes out without it', async () => {
    await desk.call('outbox.drop', { id: (await entries('add-comment'))[0]!.id });
    expect(await read(later)).toMatchObject({ status: 'undecided', ticket: null });
    await goesRound(later);
    await sync();
    expect(desk.practice.world.issues()).toHaveLength(1);
    expect(desk.practice.world.issues()[0]?.comments).toEqual([]);
  });

  it('keeps its changed words with every case', async () => {
    await desk.call('outbox.edit', { id: (await create()).id, title: 'Refills down', body: 'Since the release.' });
    await desk.call('outbox.drop', { id: (await create()).id });
    for (const id of [first, later])
      expect((await read(id)).keptWords).toMatchObject([{ title: 'Refills down', body: 'Since the release.' }]);
  });
});

describe('words the lead typed', () => {
  let id: CaseId;
  beforeEach(async () => {
    id = await escalatedCase(desk, reference(1), 'records blank');
  });
  const draft = () => desk.call('tickets.draft', { id });
  const MINE = { title: 'My title', body: 'My words' };

  it('are the draft again after queue and undo', async () => {
    await typeDraft(desk, id, MINE);
    await desk.call('tickets.queue', { caseIds: [id] });
    expect(await draft()).toMatchObject(MINE);
    await undo();
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
  });

  it('are the draft again when a reworded ticket is dropped', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('outbox.edit', { id: (await create()).id, ...MINE });
    expect(await draft()).toMatchObject(MINE);
    await desk.call('outbox.drop', { id: (await create()).id });
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
  });

  it('come back by undo after starting over', async () => {
    await typeDraft(desk, id, MINE);
    expect((await desk.call('tickets.startOver', { id })).actId).not.toBeNull();
    await typeDraft(desk, id, { title: 'Another', body: 'Other words' });
    await undo();
    expect(await draft()).toMatchObject({ ...MINE, edited: true });
    expect((await read(id)).keptWords).toMatchObject([{ title: 'Another', body: 'Other words' }]);
    await undo();
    expect((await draft()).edited).toBe(true); // that was the escalation
  });

  it('as an answer are kept with the case when the ticket goes, and the question is open again', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It was Chrome 141.' });
    await desk.call('outbox.drop', { id: (await create()).id });
    const one = await read(id);
    expect(one.keptWords).toMatchObject([{ kind: 'comment', body: 'It was Chrome 141.' }]);
    expect(one.activity.filter(({ undoneAt }) => undoneAt === null).map(({ summary }) => summary)).not.toContain(
      'Answered the question on the ticket',
    );
    await desk.call('words.use', { id: one.keptWords[0]!.id });
    expect((await draft()).body).toContain('It was Chrome 141.');
    expect((await read(id)).keptWords).toEqual([]);
    await undo();
    expect((await draft()).body).not.toContain('It was Chrome 141.');
    expect((await read(id)).keptWords).toHaveLength(1);
    await desk.call('words.discard', { id: one.keptWords[0]!.id });
    expect((await read(id)).keptWords).toEqual([]);
    await undo();
    expect((await read(id)).keptWords).toHaveLength(1);
  });

  it('as a change of the ticket, or as other words for a comment, are kept when those are undone', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    const seen = (await read(id)).ticket!.remote!;
    await desk.call('tickets.change', { id, seen, title: 'Records of June blank', body: `${seen.body}\nSince June.` });
    await undo();
    expect((await read(id)).keptWords).toMatchObject([
      { kind: 'change', title: 'Records of June blank', body: expect.stringContaining('Since June.') },
    ]);
    await desk.call('follow-up.comment', { id, verb: 'request-status' });
    const { id: entry, words } = (await entries('add-comment'))[0]!;
    await desk.call('outbox.edit', { id: entry, body: 'Any news of this one?' });
    await undo();
    expect((await entries('add-comment'))[0]!.words).toEqual(words);
    expect((await read(id)).keptWords.map(({ body }) => body)).toContain('Any news of this one?');
  });
});

describe('undo', () => {
  let id: CaseId;
  beforeEach(async () => {
    id = await escalatedCase(desk, reference(1), 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
  });
  const newest = async () => (await desk.call('activity.stack', {})).acts[0]!;

  it('is offered for what is held, and refused with the same words once it was sent', async () => {
    await desk.call('outbox.hold', { id: (await create()).id });
    expect(await newest()).toMatchObject({ obstacle: null, reference: reference(1), cases: 1 });
    await desk.call('outbox.retry', { id: (await create()).id });
    await sync();
    const { obstacle } = await newest();
    expect(obstacle).toContain('was sent');
    await expect(undo()).rejects.toThrow(obstacle!);
    expect((await read(id)).activity.some(({ canUndo }) => canUndo)).toBe(false);
  });

  it('does not take back a change that may have arrived; a person says whether it did', async () => {
    await sync();
    const seen = (await read(id)).ticket!.remote!;
    await desk.call('tickets.change', { id, seen, title: 'Records of June blank' });
    await desk.fault({ method: 'PATCH', what: 'drop-after' });
    await sync();
    expect(desk.practice.world.issues()[0]?.title).toBe('Records of June blank');
    const edit = (await entries('edit-issue'))[0]!;
    expect(edit.state).toBe('queued');
    expect(edit.acts).toContain('answer');
    expect(edit.acts).not.toContain('drop');
    await expect(undo()).rejects.toThrow('may have been sent');
    await expect(desk.call('outbox.drop', { id: edit.id })).rejects.toThrow('may have been sent');
    await desk.call('outbox.answer', { id: edit.id, arrived: true });
    expect(await entries('edit-issue')).toMatchObject([{ state: 'sent', reason: 'You looked, and it was there.' }]);
    await expect(desk.call('outbox.answer', { id: edit.id, arrived: false })).rejects.toThrow('nothing to answer');
  });

  it('still knows that it may have left after a retry that certainly did not', async () => {
    const entry = (await create()).id;
    await desk.fault({ method: 'POST', what: 'drop-after' });
    await desk.fault({ method: 'GET', what: 'lag', ms: 3_600_000, times: 1_000 });
    for (let look = 0; look < 4; look += 1) {
      await sync();
      desk.now += 11 * 60_000;
    }
    expect((await create()).state).toBe('undecided');
    await desk.call('outbox.retry', { id: entry });
    await desk.call('outbox.hold', { id: entry });
    await expect(desk.call('outbox.drop', { id: entry })).rejects.toThrow('may have been sent');
    await expect(desk.call('outbox.edit', { id: entry, title: 'Other', body: 'Other' })).rejects.toThrow('may have');
    await expect(undo()).rejects.toThrow('may have been sent');
    await desk.call('outbox.answer', { id: entry, arrived: true });
    await desk.clearFaults();
    await sync();
    expect((await create()).state).toBe('sent');
    expect(desk.practice.world.issues()).toHaveLength(1);
  });

  it('refuses what a worker has claimed', async () => {
    const { id: entry } = await create();
    const file = join(desk.folder, 'desk.db');
    const other = openStore({ file, key: KEY, migrations: join(ROOT, 'drizzle', 'migrations') });
    other.transaction((db) => changeEntry(db, entry, { state: 'sending' }));
    other.close();
    expect((await newest()).obstacle).toContain('being sent');
    await expect(undo()).rejects.toThrow('being sent');
    await expect(desk.call('outbox.drop', { id: entry })).rejects.toThrow('being sent');
    expect(await read(id)).toMatchObject({ status: 'ticketed' });
  });

  it('takes acts on the same thing back newest first', async () => {
    const other = await escalatedCase(desk, reference(2), 'labs missing');
    const { activity } = await read(other);
    const older = activity.find(({ summary }) => summary.startsWith('Escalated'))!.actId;
    await desk.call('triage.act', { caseIds: [other], action: 'respond' });
    expect((await desk.call('activity.stack', {})).acts.find((act) => act.id === older)?.obstacle).toContain(
      'Responded',
    );
    await expect(desk.call('activity.undo', { id: older })).rejects.toThrow('Undo that first: Responded');
    expect((await read(other)).status).toBe('responded');
  });

  it('counts cases, not rows', async () => {
    await bringIn(3, 'refill fails');
    await desk.call('trends.ticket', { id: 'rx-refill', team: TEAM });
    expect(await newest()).toMatchObject({ cases: 1, summary: expect.stringContaining('Queued one ticket') });
    expect((await undo()).undone).toMatch(/^Queued one ticket for "Refills fail" \(26-HRC-HD-[\d-]+\)$/);
  });

  it('of a release notice in the outbox leaves its case free', async () => {
    const body = 'Goes live on Monday for all.';
    const notice = await desk.call('release.note', { direction: 'out', title: 'Refill page 4.12', body });
    await desk.call('outbox.drop', {
      id: (await entries('create-issue')).find((one) => one.title.startsWith('Rel'))!.id,
    });
    expect(await read(notice.id)).toMatchObject({ status: 'undecided', ticket: null });
    await goesRound(notice.id);
  });
});

describe('a step of the ladder', () => {
  let id: CaseId;
  beforeEach(async () => {
    id = await escalatedCase(desk, reference(1), 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
  });

  it.each(['request-status', 'escalate-pm'] as const)('%s is taken once, however often it is pressed', async (verb) => {
    const presses = await Promise.allSettled([1, 2, 3].map(() => desk.call('follow-up.comment', { id, verb })));
    expect(presses.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected', 'rejected']);
    await expect(desk.call('follow-up.comment', { id, verb })).rejects.toThrow(/already been asked/);
    await sync();
    expect(desk.practice.world.issues()[0]?.comments).toHaveLength(1);
    await expect(desk.call('follow-up.comment', { id, verb })).rejects.toThrow(/already been asked/);
  });

  it('can be taken again once it was undone, or the team has spoken', async () => {
    await desk.call('follow-up.comment', { id, verb: 'request-status' });
    await undo();
    await desk.call('follow-up.comment', { id, verb: 'request-status' });
    await sync();
    desk.now += 3_600_000;
    desk.practice.world.comment(desk.practice.world.issues()[0]!, 'mr-engineer', 'We look into it.');
    await sync();
    await desk.call('follow-up.comment', { id, verb: 'request-status' });
    await sync();
    expect(desk.practice.world.issues()[0]?.comments).toHaveLength(3);
  });
});

it('takes the message to the channel back with the escalation', async () => {
  await desk.close();
  desk = await openTestDesk({ signedOut: true });
  await desk.call('services.signIn', { service: 'slack', token: desk.practice.slack });
  const id = await escalatedCase(desk, reference(1), 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.call('follow-up.comment', { id, verb: 'escalate-pm' });
  expect(await entries('post-note')).toMatchObject([{ state: 'queued' }]);
  await undo();
  expect(await entries('add-comment')).toMatchObject([{ state: 'withdrawn' }]);
  expect(await entries('post-note')).toMatchObject([{ state: 'withdrawn' }]);
});

describe('merging two problems', () => {
  const refill = () => desk.call('trends.get', { id: 'rx-refill' });
  const merge = () => desk.call('trends.merge', { from: 'rx-tracking', into: 'rx-refill' });
  const queue = (id: string) => desk.call('trends.ticket', { id, team: TEAM });
  beforeEach(async () => {
    await bringIn(1, 'refill fails');
    await bringIn(2, 'tracking number missing');
  });

  it.each([false, true])('keeps the open ticket of the one that goes; sent: %s', async (isSent) => {
    await queue('rx-tracking');
    if (isSent) await sync();
    expect(await merge()).toMatchObject({ openTickets: 1 });
    expect((await refill()).tickets).toMatchObject([{ number: isSent ? 1 : null, state: 'open' }]);
    await expect(queue('rx-refill')).rejects.toThrow('already has a ticket');
    const later = await bringIn(3, 'refill button missing');
    expect((await read(later)).status).toBe('ticketed');
    await sync();
    expect(desk.practice.world.issues()).toHaveLength(1);
    expect(desk.practice.world.issues()[0]?.comments[0]?.body).toContain(reference(3));
  });

  it('keeps both where both have one, says so, and gives each its own back by undo', async () => {
    await queue('rx-tracking');
    await queue('rx-refill');
    const { openTickets, actId } = await merge();
    expect(openTickets).toBe(2);
    await sync();
    expect((await refill()).tickets.map(({ number }) => number).sort()).toEqual([1, 2]);
    await desk.call('activity.undo', { id: actId });
    expect((await refill()).tickets).toHaveLength(1);
    expect((await desk.call('trends.get', { id: 'rx-tracking' })).tickets).toHaveLength(1);
  });
});
