// Repositories that are renamed, tickets that are moved, deleted, locked or out of sight: the desk follows where it may, and
// says what it sees.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const OLD = 'department-of-veterans-affairs/va.gov-team';
const NEW = 'department-of-veterans-affairs/va.gov-health';
const DAY_MS = 86_400_000;

let desk: TestDesk;
let caseId: Awaited<ReturnType<typeof escalatedCase>>;
beforeEach(async () => {
  desk = await openTestDesk();
  caseId = await escalatedCase(desk, '26-HRC-HD-85-00000051', 'records blank');
  await desk.call('tickets.queue', { caseIds: [caseId] });
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const entries = async () => (await desk.call('outbox.list', {})).entries;
const ofKind = async (kind: string) => (await entries()).find((entry) => entry.kind === kind);
const ticket = async () => (await desk.call('cases.get', { id: caseId })).ticket;
const comment = (text: string) => desk.call('follow-up.comment', { id: caseId, verb: 'answer', text });
const told = () => desk.events.flatMap((event) => (event.event === 'notify' ? [event.body] : []));
const issue = () => desk.practice.world.issues()[0]!;

describe('a repository that was renamed', () => {
  it('gets its new tickets under its new name, once, and the directory follows', async () => {
    desk.practice.moves.renameRepository(OLD, NEW);
    await sync();
    await sync();
    expect(desk.practice.world.issues().map((one) => one.repository)).toEqual([NEW]);
    expect(await ofKind('create-issue')).toMatchObject({ state: 'sent', destination: NEW });
    expect((await ofKind('move-pipeline'))?.state).toBe('sent');
    const { teams } = await desk.call('directory.list', {});
    expect(new Set(teams.map((team) => team.repository))).toEqual(new Set([NEW]));
    expect(told()).toEqual([expect.stringContaining(`${OLD} is called ${NEW}`)]);
  });

  it('gets comments on tickets of before, and what teams say there still comes in', async () => {
    await sync();
    desk.practice.moves.renameRepository(OLD, NEW);
    await comment('It is still so.');
    await sync();
    await sync();
    expect(issue().comments.map(({ body }) => body)).toEqual([expect.stringContaining('It is still so.')]);
    expect(await ticket()).toMatchObject({ repository: NEW, number: 1 });
    desk.practice.world.comment(issue(), 'mr-engineer', 'We are looking at it.');
    desk.now += DAY_MS;
    await sync();
    expect((await desk.call('cases.get', { id: caseId })).comments).toHaveLength(1);
  });

  it('under another owner gets nothing before a person says so', async () => {
    desk.practice.moves.renameRepository(OLD, 'somebody-else/va.gov-team');
    await sync();
    await sync();
    expect(desk.practice.world.issues()).toEqual([]);
    expect(await ofKind('create-issue')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('moved to another owner'),
    });
  });
});

describe('a ticket that was moved to another repository', () => {
  beforeEach(async () => {
    await sync();
    desk.practice.world.renameRepository('none', NEW);
    desk.practice.moves.transfer(issue(), NEW);
  });

  it('gets its comments there, in order', async () => {
    await comment('The first word.');
    await comment('The second word.');
    await sync();
    await sync();
    expect(issue()).toMatchObject({ repository: NEW, number: 1 });
    expect(issue().comments.map(({ body }) => /The (\w+) word/.exec(body)?.[1])).toEqual(['first', 'second']);
    expect(await ticket()).toMatchObject({ repository: NEW, number: 1, url: expect.stringContaining('/issues/1') });
  });

  it('is found by itself when nothing is heard of it for a day', async () => {
    desk.now += 2 * DAY_MS;
    await sync();
    expect(await ticket()).toMatchObject({ repository: NEW, number: 1 });
    expect(told()).toEqual([expect.stringContaining(`#1 in ${NEW}`)]);
  });
});

describe('a ticket that was moved to another owner', () => {
  const THEIRS = 'somebody-else/tools';
  beforeEach(async () => {
    await sync();
    desk.practice.moves.transfer(issue(), THEIRS);
    desk.practice.world.renameRepository('none', THEIRS);
  });
  const follow = () => desk.call('tickets.follow', { id: caseId });

  it('is told of once when a pull notices it, and not followed before the lead says so', async () => {
    for (let day = 0; day < 2; day += 1) {
      desk.now += 2 * DAY_MS;
      await sync();
    }
    expect(await ticket()).toMatchObject({ repository: OLD, number: 1, movedTo: THEIRS });
    expect(told()).toEqual([expect.stringContaining(`moved to another owner, as ${THEIRS}`)]);
    await follow();
    expect(await ticket()).toMatchObject({ repository: THEIRS, number: 1, movedTo: null });
    await expect(follow()).rejects.toThrow('was not moved to another owner');
  });

  it('gets no comment there before the lead says so, and then gets it once', async () => {
    await comment('It is still so.');
    await sync();
    expect(issue().comments).toEqual([]);
    const refused = (await ofKind('add-comment'))!;
    expect(refused).toMatchObject({ state: 'failed', reason: expect.stringContaining('Nothing was sent') });
    expect((await ticket())?.movedTo).toBe(THEIRS);
    await follow();
    await desk.call('outbox.retry', { id: refused.id });
    await sync();
    expect(issue()).toMatchObject({ repository: THEIRS, comments: [{}] });
  });
});

describe('a ticket that is gone', () => {
  it('is told of once, and its comments are refused in words', async () => {
    await sync();
    desk.practice.moves.remove(issue());
    await comment('It is still so.');
    await sync();
    expect(await ofKind('add-comment')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('was deleted or moved'),
    });
    desk.now += 2 * DAY_MS;
    await sync();
    desk.now += 2 * DAY_MS;
    await sync();
    expect(told()).toEqual([expect.stringContaining('was deleted at GitHub')]);
  });

  it('locked, refuses the comment and nothing else', async () => {
    await sync();
    desk.practice.moves.lock(issue());
    await comment('It is still so.');
    await sync();
    expect(await ofKind('add-comment')).toMatchObject({
      state: 'failed',
      reason: expect.stringContaining('is locked'),
    });
  });
});

describe('what teams did', () => {
  it('closing a ticket and opening it again comes in; the time for an ETA begins anew', async () => {
    await sync();
    const eta = async () =>
      (await desk.call('cases.get', { id: caseId })).countdowns.find(({ policy }) => policy === 'eta');
    // The stand-in's clock is the machine's and the desk's stands still: let time pass on both between the changes.
    const later = () => {
      desk.now += 60_000;
      desk.practice.world.skewMs += 5_000;
    };
    later();
    desk.practice.world.change(issue(), { state: 'closed' });
    await sync();
    expect((await ticket())?.remote?.state).toBe('closed');
    expect((await eta())?.metAt).not.toBeNull();
    later();
    desk.practice.world.change(issue(), { state: 'open' });
    await sync();
    expect((await ticket())?.remote?.state).toBe('open');
    expect(await eta()).toMatchObject({ metAt: null, leftMinutes: expect.closeTo(2880, -1) });
  });

  it('cannot be read without the right to: that is said, and sending goes on', async () => {
    await sync();
    await comment('It is still so.');
    await desk.fault({ method: 'GET', what: 404, times: 2 });
    await sync();
    const { sync: state } = await desk.call('outbox.list', {});
    expect(state).toMatchObject({ unreadable: [OLD], online: true });
    expect(issue().comments).toHaveLength(1);
  });
});
