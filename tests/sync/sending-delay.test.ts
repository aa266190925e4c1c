// What is queued stays on the desk for a while: until then undo really undoes, and a lead who cannot wait sends it now.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
beforeEach(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, '26-HRC-HD-85-00000097', 'records blank');
});
afterEach(() => desk.close());

const issues = () => desk.practice.world.issues();
/** As the tick does it. */
const byItself = () => desk.call('sync.now', { byItself: true });
const queue = () => desk.call('tickets.queue', { caseIds: [id] });
const state = async () => (await desk.call('outbox.list', {})).sync;

it('leaves nothing by itself until the delay has passed, and undo takes it back until then', async () => {
  expect((await state()).sendingDelayMs).toBe(10_000);
  await queue();
  desk.now += 9_999;
  expect(await byItself()).toMatchObject({ sent: 0, waiting: 2 });
  await desk.call('activity.undo', {});
  desk.now += 60_000;
  await byItself();
  expect(issues()).toEqual([]);
  expect((await desk.call('cases.get', { id })).status).toBe('escalated');

  await queue();
  desk.now += 10_000;
  await byItself();
  expect(issues()).toHaveLength(1);
  await expect(desk.call('activity.undo', {})).rejects.toThrow('It was sent');
});

it('is passed over when a person sends all that waits, or this one entry', async () => {
  await queue();
  await desk.call('sync.now', {});
  expect(issues()).toHaveLength(1);
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
  await byItself();
  expect(issues()[0]?.comments).toEqual([]);
  const waiting = (await desk.call('outbox.list', {})).entries.find(({ state: is }) => is === 'queued')!;
  await desk.call('outbox.retry', { id: waiting.id });
  await byItself();
  expect(issues()[0]?.comments).toHaveLength(1);
});

it('is a setting, and none at all is one', async () => {
  const followUp = await desk.call('followUp.get', {});
  await desk.call('followUp.save', { ...followUp, sendingDelay: 0 });
  await queue();
  await byItself();
  expect(issues()).toHaveLength(1);
});

it('holds back no retry, and nothing for longer where the clock had run ahead', async () => {
  desk.now += 10 * 3_600_000;
  await queue();
  desk.now -= 10 * 3_600_000;
  await byItself();
  expect(issues()).toHaveLength(1);
});

it('lets a ticket be taken back that is held', async () => {
  await queue();
  const [create] = (await desk.call('outbox.list', {})).entries.filter(({ kind }) => kind === 'create-issue');
  await desk.call('outbox.hold', { id: create!.id });
  await desk.call('activity.undo', {});
  expect((await desk.call('cases.get', { id })).status).toBe('escalated');
});

it('is not said to be online while connections are cut, and is again once GitHub is heard', async () => {
  await queue();
  await desk.call('sync.now', {});
  expect((await state()).online).toBe(true);
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
  for (const method of ['GET', 'POST']) await desk.fault({ method, what: 'drop-before', times: 50 });
  await desk.call('sync.now', {});
  expect((await state()).online).toBe(false);
  await desk.clearFaults();
  desk.now += 600_000;
  await byItself();
  expect((await state()).online).toBe(true);
});

it('says that nobody is signed in', async () => {
  const signedOut = await openTestDesk({ signedOut: true });
  expect((await signedOut.call('outbox.list', {})).sync).toMatchObject({ signedIn: false, online: null });
  await signedOut.close();
});

it('shows what came in today, however old the reports are', async () => {
  const { arrived } = await desk.call('day.get', {});
  expect(arrived.map(({ reference }) => reference)).toEqual(['26-HRC-HD-85-00000097']);
  desk.now += 2 * 86_400_000;
  expect((await desk.call('day.get', {})).arrived).toEqual([]);
});
