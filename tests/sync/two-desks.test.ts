// Two desks open a ticket for the same record at the same moment; and a ticket that may have arrived is looked for where it
// was sent, whatever the directory says by then.
import { afterEach, beforeEach, expect, it } from 'vitest';
import { DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const REF = '26-HRC-HD-85-00000095';
const RECORDS = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
/** Happens once, right before the next new ticket leaves. */
let before: (() => void) | null;
beforeEach(async () => {
  before = null;
  desk = await openTestDesk({
    fetch: (input, init) => {
      if (init?.method === 'POST' && String(input).endsWith('/issues')) {
        before?.();
        before = null;
      }
      return fetch(input, init);
    },
  });
  id = await escalatedCase(desk, REF, 'records blank');
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issues = () => desk.practice.world.issues();
const entry = async () => (await desk.call('outbox.list', {})).entries.find((one) => one.kind === 'create-issue')!;
const theirs = () =>
  desk.practice.world.add(RECORDS.repository, {
    title: 'Records',
    body: `## HRC ticket number(s)\n- ${REF}\n`,
    labels: ['MHV-Tier-3'],
    assignees: [],
    creator: 'another-lead',
  });

it('tells the lead of the other ticket, who joins it', async () => {
  await desk.call('tickets.queue', { caseIds: [id] });
  before = theirs;
  await sync();
  await sync();
  expect(issues()).toHaveLength(2);
  expect(await entry()).toMatchObject({
    state: 'sent',
    acts: ['join'],
    reason: expect.stringMatching(/^Ticket #1 in .* was opened before ours, #2\. Join it, or keep both\.$/),
  });
  const told = () => desk.events.filter((event) => event.event === 'notify').map((event) => event.title);
  expect(told().filter((title) => title === 'Two tickets for one record')).toHaveLength(1);

  desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'We look at it.');
  await desk.call('outbox.join', { id: (await entry()).id });
  expect(await entry()).toMatchObject({ acts: [], reason: expect.stringContaining('Close ours, #2, at GitHub.') });
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
  await sync();
  await sync();
  expect(issues().map(({ comments }) => comments.length)).toEqual([2, 0]);
  const { ticket, comments } = await desk.call('cases.get', { id });
  expect([ticket?.number, comments.map(({ body }) => body)]).toEqual([1, ['We look at it.']]);
});

it('takes a join back until something was sent there: ours is the ticket again, and what was heard there is gone', async () => {
  await desk.call('tickets.queue', { caseIds: [id] });
  before = theirs;
  await sync();
  await sync();
  desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'We look at it.');
  const asked = await entry();
  desk.now += 1_000;
  const { actId } = await desk.call('outbox.join', { id: asked.id });
  await sync();
  const read = () => desk.call('cases.get', { id });
  expect((await read()).comments).toHaveLength(1);
  await desk.call('activity.undo', { id: actId });
  expect([(await read()).ticket?.number, (await read()).comments, await entry()]).toEqual([2, [], asked]);
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'To ours.' });
  await sync();
  await sync();
  expect(issues().map(({ comments }) => comments.length)).toEqual([1, 1]);
  expect((await read()).comments).toEqual([]);

  desk.now += 1_000;
  const again = await desk.call('outbox.join', { id: (await entry()).id });
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'To theirs.' });
  await sync();
  await expect(desk.call('activity.undo', { id: again.actId })).rejects.toThrow(/Something was sent to the ticket/);
});

it('takes a join back of a ticket that was never sent: it is to be decided on again, and goes out once', async () => {
  theirs();
  await desk.call('tickets.queue', { caseIds: [id] });
  await sync();
  const asked = await entry();
  expect(asked.state).toBe('undecided');
  const { actId } = await desk.call('outbox.join', { id: asked.id });
  await sync();
  expect((await desk.call('cases.get', { id })).ticket?.number).toBe(1);
  await desk.call('activity.undo', { id: actId });
  expect(await entry()).toEqual(asked);
  expect((await desk.call('cases.get', { id })).ticket?.number ?? null).toBeNull();
  await desk.call('outbox.retry', { id: asked.id });
  await sync();
  await sync();
  expect(issues()).toHaveLength(2);
  expect(
    (await desk.call('outbox.list', {})).entries.map(({ state }) => state).every((state) => state === 'sent'),
  ).toBe(true);
});

it('tells nobody where ours is the earlier one', async () => {
  await desk.call('tickets.queue', { caseIds: [id] });
  await sync();
  theirs();
  await sync();
  expect((await entry()).acts).toEqual([]);
});

it('sends a ticket that may have arrived nowhere else', async () => {
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.fault({ what: 'drop-after' });
  await desk.fault({ method: 'GET', what: 'lag', ms: 3_600_000, times: 1_000 });
  for (const wait of [0, 11_000, 61_000, 601_000]) {
    desk.now += wait;
    await sync();
  }
  expect((await entry()).state).toBe('undecided');
  await desk.fault({ what: 422 });
  await desk.call('outbox.retry', { id: (await entry()).id });
  await sync();
  expect((await entry()).state).toBe('failed');
  const other = DIRECTORY.find(({ repository }) => repository !== RECORDS.repository)?.repository ?? 'other/place';
  await desk.call('directory.save', { was: RECORDS.label, team: { ...RECORDS, repository: other } });
  await desk.clearFaults();
  await desk.call('outbox.retry', { id: (await entry()).id });
  await sync();
  expect(issues().map(({ repository }) => repository)).toEqual([RECORDS.repository]);
  expect(await entry()).toMatchObject({ state: 'sent', destination: RECORDS.repository });
});
