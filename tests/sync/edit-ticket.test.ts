// Changes of an open ticket: field by field, once, and nothing of somebody else's written over.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Input } from '../../electron/contract/calls.ts';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
beforeEach(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, '26-HRC-HD-85-00000061', 'records blank', 'Hope Bins');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.call('sync.now', {});
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issue = () => desk.practice.world.issues()[0]!;
const seen = async () => (await desk.call('cases.get', { id })).ticket!.remote!;
type Wanted = Omit<Input<'tickets.change'>, 'id' | 'seen'>;
const change = async (wanted: Wanted) => desk.call('tickets.change', { id, seen: await seen(), ...wanted });
const edit = async () =>
  (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'edit-issue' && entry.state !== 'sent')!;

describe('a change of a ticket', () => {
  it('writes every field that was changed, keeps the mark, and is done when it is there', async () => {
    const { body } = await seen();
    await change({
      title: 'Tier 3 issue - Records stay blank',
      body: `${body}\nSeen in Chrome too.`,
      labels: ['MHV-Tier-3', 'mhv-medications'],
      assignees: ['mr-engineer'],
      milestone: { number: 2, title: 'Sprint 13' },
      state: 'closed',
    });
    expect(await sync()).toMatchObject({ sent: 1, waiting: 0, attention: 0 });
    expect(issue()).toMatchObject({
      title: 'Tier 3 issue - Records stay blank',
      labels: ['MHV-Tier-3', 'mhv-medications'],
      assignees: ['mr-engineer'],
      milestone: 2,
      state: 'closed',
    });
    expect(issue().body).toMatch(/Seen in Chrome too\.\n\n<!-- tier3-desk:[0-9a-f-]{36} -->/);
    const one = await desk.call('cases.get', { id });
    expect(one.ticket).toMatchObject({ title: 'Tier 3 issue - Records stay blank', remote: { state: 'closed' } });
    expect(one.activity.map((act) => act.summary)).toContain('The change is on the ticket');
  });

  it('takes a milestone off and opens a closed ticket again', async () => {
    desk.practice.world.change(issue(), { state: 'closed', milestone: 1 });
    await change({ title: 'Something else' }); // what the lead saw is older
    await sync();
    await change({ milestone: null, state: 'open' });
    await sync();
    expect(issue()).toMatchObject({ milestone: null, state: 'open' });
  });

  it('leaves alone what others added or took off meanwhile', async () => {
    await change({ labels: ['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'mhv-medications'] });
    desk.practice.world.change(issue(), { labels: ['MHV-Tier-3', 'VSP-contact-center'], title: 'Theirs' });
    await sync();
    expect(issue().labels).toEqual(['MHV-Tier-3', 'VSP-contact-center', 'mhv-medications']);
    expect(issue().title).toBe('Theirs');
  });

  it('is sent once more after a broken connection, and changes nothing twice', async () => {
    await desk.fault({ method: 'PATCH', what: 'drop-after' });
    await change({ title: 'A better title' });
    await sync();
    expect((await edit()).state).toBe('queued');
    const { updatedAt } = issue();
    desk.practice.world.skewMs += 5_000;
    desk.now += 60_000;
    await sync();
    expect(await edit()).toBeUndefined();
    expect([issue().title, issue().updatedAt]).toEqual(['A better title', updatedAt]);
  });

  it('goes through the gate: nothing personal is queued, and nothing changed is refused', async () => {
    await expect(change({ title: 'Records of Hope Bins blank' })).rejects.toThrow(/Nothing left the desk: name/);
    await expect(change({ labels: [...(await seen()).labels, 'SSN 555-12-9876'] })).rejects.toThrow(/Nothing left/);
    await expect(change({ assignees: ['Hope Bins'] })).rejects.toThrow('is not a GitHub login');
    await expect(change({ assignees: ['kelly-lein'] })).rejects.toThrow('Add it there first');
    await expect(change({ title: (await seen()).title })).rejects.toThrow('Nothing was changed');
    expect(await edit()).toBeUndefined();
  });

  it('can be undone until it is sent', async () => {
    await change({ title: 'A better title' });
    await desk.call('activity.undo', {});
    await sync();
    expect(issue().title).toBe('Tier 3 issue - 26-HRC-HD-85-00000061 - Records blank');
  });

  it('says what GitHub left out', async () => {
    await change({ assignees: ['mr-engineer', 'nobody42'] });
    await sync();
    const sent = (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'edit-issue');
    expect(sent).toMatchObject({ state: 'sent', reason: 'GitHub did not accept: assignee nobody42.' });
  });
});

describe('the same field changed on both sides', () => {
  beforeEach(async () => {
    await change({ title: 'Our title', labels: ['MHV-Tier-3'], state: 'closed' });
    desk.practice.world.change(issue(), { title: 'Their title' });
    await sync();
  });

  it('writes nothing at all, and shows both values', async () => {
    expect(issue()).toMatchObject({ title: 'Their title', state: 'open' });
    expect(issue().labels).toHaveLength(3);
    expect(await edit()).toMatchObject({
      state: 'undecided',
      reason: expect.stringContaining('Someone changed the title in the meantime'),
      conflicts: [
        {
          field: 'title',
          was: 'Tier 3 issue - 26-HRC-HD-85-00000061 - Records blank',
          ours: 'Our title',
          theirs: 'Their title',
        },
      ],
      acts: ['choose', 'drop'],
    });
  });

  it('lets theirs stand and writes the rest', async () => {
    await desk.call('outbox.choose', { id: (await edit()).id, keep: { title: 'theirs' } });
    await sync();
    expect(issue()).toMatchObject({ title: 'Their title', state: 'closed', labels: ['MHV-Tier-3'] });
  });

  it('writes ours over exactly what was shown, and asks again when that changed too', async () => {
    await desk.call('outbox.choose', { id: (await edit()).id, keep: { title: 'ours' } });
    desk.practice.world.change(issue(), { title: 'Their second title' });
    await sync();
    expect((await edit()).conflicts).toMatchObject([{ theirs: 'Their second title', was: 'Their title' }]);
    await desk.call('outbox.choose', { id: (await edit()).id, keep: { title: 'ours' } });
    await sync();
    expect(issue()).toMatchObject({ title: 'Our title', state: 'closed' });
  });

  it('wants a choice for each field', async () => {
    await expect(desk.call('outbox.choose', { id: (await edit()).id, keep: {} })).rejects.toThrow('which title stands');
  });

  it('holds back what comes after it in its ticket, and nothing else', async () => {
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'Closing this.' });
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000062', 'list blank', '', 'mhv-medications');
    await desk.call('tickets.queue', { caseIds: [other] });
    await sync();
    expect(desk.practice.world.issues()).toHaveLength(2);
    expect(issue().comments).toEqual([]);
    await desk.call('outbox.choose', { id: (await edit()).id, keep: { title: 'theirs' } });
    await sync();
    expect(issue().comments).toHaveLength(1);
  });
});

describe('an entry that waits', () => {
  const queued = async () => {
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000063', 'labs missing');
    await desk.call('tickets.queue', { caseIds: [other] });
    return (await desk.call('outbox.list', {})).entries.find(
      (entry) => entry.kind === 'create-issue' && entry.state === 'queued',
    )!;
  };
  const second = () => desk.practice.world.issues()[1];

  it('is held until the lead lets it go, with all that comes after it', async () => {
    const { id: entry } = await queued();
    await desk.call('outbox.hold', { id: entry });
    await sync();
    expect(second()).toBeUndefined();
    await desk.call('outbox.retry', { id: entry });
    expect(await sync()).toMatchObject({ sent: 2, waiting: 0 });
    expect(second()).toBeDefined();
  });

  it('gets other words, judged like the first ones, and the old ones back by undo', async () => {
    const { id: entry, words } = await queued();
    const body = `${words!.body}\nMore.`;
    await expect(desk.call('outbox.edit', { id: entry, title: 'Labs', body: 'SSN 555-12-9876' })).rejects.toThrow(
      /Nothing left the desk/,
    );
    await desk.call('outbox.edit', { id: entry, title: 'Labs of June missing', body });
    await desk.call('outbox.edit', { id: entry, title: 'Labs of July missing', body });
    await desk.call('activity.undo', {});
    await sync();
    expect(second()).toMatchObject({ title: 'Labs of June missing', body: expect.stringContaining('More.') });
    await expect(desk.call('outbox.edit', { id: entry, body })).rejects.toThrow('it was sent');
  });

  it('is pulled back, and its case waits for a decision again', async () => {
    const { id: entry } = await queued();
    await desk.call('outbox.drop', { id: entry });
    await sync();
    expect(second()).toBeUndefined();
    await expect(desk.call('outbox.drop', { id: entry })).rejects.toThrow(/already been pulled back/);
    const { cases } = await desk.call('cases.find', { reference: '26-HRC-HD-85-00000063' });
    expect((await desk.call('cases.get', { id: cases[0]!.id })).status).toBe('escalated');
  });
});
