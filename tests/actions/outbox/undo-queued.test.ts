// Undo of what is queued, through the desk's door: nothing is said to be undone that may have left.
import { join } from 'node:path';
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { openStore } from '../../../electron/store/opening/open.ts';
import { changeEntry } from '../../../electron/store/outbox/outbox.ts';
import { escalatedCase, KEY, ROOT } from '../../support/desk.ts';
import { pullBackDesk, reference, TEAM } from '../../support/pull-back-desk.ts';

const { desk, entries, read, undo, sync, create, bringIn, goesRound } = pullBackDesk();

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
