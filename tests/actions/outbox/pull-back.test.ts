// Pull-back through the desk's door: the whole ticket comes back, with every case that joined it, and each problem keeps its own.
import { beforeEach, describe, expect, it } from 'vitest';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { pullBackDesk, reference, TEAM } from '../../support/pull-back-desk.ts';

const { desk, entries, read, sync, create, bringIn, goesRound } = pullBackDesk();

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
