// What teams said: threads with what nobody has read first, ours beside theirs; and all open tickets, asked about and fixed as
// a whole.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

const HOUR_MS = 3_600_000;
const RECORDS = ['26-HRC-HD-18-36879449', '26-HRC-HD-18-36879450'] as const;

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  for (const [at, record] of RECORDS.entries()) {
    const text = at === 0 ? 'The list of prescriptions stays blank' : 'Blue Button download fails';
    const id = await escalatedCase(
      desk,
      record,
      text,
      '',
      at === 0 ? 'mhv-medications' : 'PRODUCT-mhv-medical-records',
    );
    await desk.call('tickets.queue', { caseIds: [id] });
  }
  await desk.call('sync.now', {});
  const [rx, mr] = desk.practice.world.issues();
  desk.practice.world.comment(rx!, 'rx-engineer', 'ETA is 11/06.');
  await desk.call('sync.now', {});
  desk.now += HOUR_MS;
  desk.practice.world.comment(mr!, 'mr-engineer', 'Which **browser**?');
  await desk.call('sync.now', {});
});
afterAll(() => desk.close());

it('shows threads with what nobody has read first, and done with one key', async () => {
  const { threads, unread } = await desk.call('replies.list', {});
  expect(unread).toBe(2);
  expect(threads.map(({ author, unread: n }) => [author, n])).toEqual(
    expect.arrayContaining([
      ['mr-engineer', 1],
      ['rx-engineer', 1],
    ]),
  );
  const { ticketId } = threads.find(({ author }) => author === 'mr-engineer')!;
  const { actId } = await desk.call('replies.done', { ticketId });
  const after = await desk.call('replies.list', {});
  expect(after.threads.map(({ author, unread: n }) => [author, n])).toEqual([
    ['rx-engineer', 1],
    ['mr-engineer', 0],
  ]);
  expect(await desk.call('replies.done', { ticketId })).toEqual({ actId: null });
  const { undone } = await desk.call('activity.undo', { id: actId! });
  expect(undone).toMatch(/^Done with the replies on #\d+$/);
  expect((await desk.call('replies.list', {})).unread).toBe(2);
});

it('shows our answers beside theirs, and whom one may call on', async () => {
  const { threads } = await desk.call('replies.list', {});
  const { ticketId } = threads.find(({ author }) => author === 'mr-engineer')!;
  const [one] = (await desk.call('replies.thread', { ticketId })).cases;
  const answer = { id: one!.id, verb: 'answer', text: 'It was Firefox.' } as const;
  const asks = async () =>
    (await desk.call('tickets.list', {})).tickets.filter(({ asksUs }) => asksUs).map(({ id }) => id);
  expect(await asks()).toEqual([ticketId]);
  const { actId } = await desk.call('follow-up.comment', answer);
  expect(await asks()).toEqual([]);
  expect((await desk.call('replies.list', {})).unread).toBe(1);
  await desk.call('activity.undo', { id: actId });
  expect((await desk.call('replies.list', {})).unread).toBe(2);
  await desk.call('follow-up.comment', answer);
  const { said, people } = await desk.call('replies.thread', { ticketId });
  expect(said.map(({ author, body, sending }) => [author, body, sending])).toEqual([
    ['mr-engineer', 'Which **browser**?', null],
    ['Tier 3', 'It was Firefox.', 'queued'],
  ]);
  expect(people).toEqual(expect.arrayContaining(['mr-engineer', 'mr-product-manager']));
  await desk.call('sync.now', {});
  // Read from GitHub, ours is not said twice.
  expect((await desk.call('replies.thread', { ticketId })).said.map(({ sending }) => sending)).toEqual([null, 'sent']);
});

it('lists open tickets with ETA, last word and cases; the fix is live for all of them, and undone', async () => {
  const { tickets } = await desk.call('tickets.list', {});
  const rx = tickets.find(({ team }) => team === 'mhv-medications')!;
  expect(rx).toMatchObject({
    number: expect.any(Number),
    etaAt: expect.any(Number),
    lastWord: { author: 'rx-engineer', isUnread: true },
    cases: [{ reference: RECORDS[0] }],
  });
  expect(tickets.find(({ team }) => team === 'PRODUCT-mhv-medical-records')).toMatchObject({ etaAt: null });

  const { cases, text, actId } = await desk.call('tickets.fixed', { id: rx.id });
  expect(cases).toBe(1);
  expect(text).toContain(RECORDS[0]);
  expect(await desk.call('cases.get', { id: rx.cases[0]!.id })).toMatchObject({ status: 'responded' });
  expect((await desk.call('tickets.list', {})).tickets).toHaveLength(1);
  await expect(desk.call('tickets.fixed', { id: rx.id })).rejects.toMatchObject({ kind: 'refused' });
  await desk.call('activity.undo', { id: actId });
  expect(await desk.call('cases.get', { id: rx.cases[0]!.id })).toMatchObject({ status: 'ticketed' });
  expect((await desk.call('tickets.list', {})).tickets).toHaveLength(2);
});
