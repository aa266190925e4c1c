// What is lost, late or twice: lists that lag, a mark that turns up again, answers that say nothing changed, networks that
// answer in the place of GitHub.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { dynamicsCsv, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const MINUTE_MS = 60_000;

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
beforeEach(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, '26-HRC-HD-85-00000081', 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issues = () => desk.practice.world.issues();
const create = async () => (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'create-issue')!;
const told = () => desk.events.flatMap((event) => (event.event === 'notify' ? [event.title] : []));
const later = (minutes: number) => {
  desk.now += minutes * MINUTE_MS;
};
/** Every list leaves out what came in of late, for so many looks. */
const lag = (times: number) => desk.fault({ method: 'GET', what: 'lag', ms: 3_600_000, times });

/** The answer to the create is lost, and no list shows the issue over the whole settle period. */
async function loseTheCreate(): Promise<void> {
  await desk.fault({ what: 'drop-after' });
  await lag(1_000);
  for (let look = 0; look < 4; look += 1) {
    await sync();
    later(11);
  }
  expect((await create()).state).toBe('undecided');
  expect(issues()).toHaveLength(1);
}
/** Lists show everything again. */
const endOfLag = () => desk.clearFaults();

describe('lists that lag', () => {
  it('do not make the desk send again by itself; when the issue shows after all, it is found', async () => {
    await loseTheCreate();
    await endOfLag();
    await sync();
    expect(await create()).toMatchObject({ state: 'sent', reason: null });
    expect(told()).toContain('A lost entry arrived after all');
    await sync();
    expect(issues()).toHaveLength(1);
    expect((await desk.call('cases.get', { id })).ticket).toMatchObject({ number: 1, pipeline: 'Tier 3 Support' });
  });

  it('and a lead who sends once more: the duplicate is reported, once', async () => {
    await loseTheCreate();
    await desk.call('outbox.retry', { id: (await create()).id });
    await sync();
    expect(issues()).toHaveLength(2); // the lead's decision, not the desk's
    await endOfLag();
    await sync();
    expect((await create()).reason).toMatch(/A second ticket #1 in .* carries the same mark/);
    await sync();
    later(5);
    await sync();
    expect(told().filter((title) => title === 'Sent twice to GitHub')).toHaveLength(1);
    const { activity } = await desk.call('cases.get', { id });
    expect(activity.map((act) => act.summary)).toContainEqual(expect.stringContaining('carries the same mark'));
  });

  it('and a lead who says it is not there: what is there after all is told of', async () => {
    await loseTheCreate();
    const { id: entry } = await create();
    await expect(desk.call('activity.undo', {})).rejects.toThrow('may have been sent');
    await expect(desk.call('outbox.drop', { id: entry })).rejects.toThrow('may have been sent');
    await desk.call('outbox.answer', { id: entry, arrived: false });
    expect((await desk.call('cases.get', { id })).status).toBe('escalated');
    await endOfLag();
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    await sync();
    expect(told()).toContain('Sent twice to GitHub');
  });

  it('do not lose a team comment', async () => {
    await sync();
    desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'Which browser?');
    await lag(20);
    await sync();
    expect((await desk.call('cases.get', { id })).comments).toHaveLength(0);
    await endOfLag();
    await sync();
    expect((await desk.call('cases.get', { id })).comments).toHaveLength(1);
  });
});

describe('what teams say', () => {
  const heard = async () => (await desk.call('cases.get', { id })).comments;
  const first = () => issues()[0]!;

  it('comes in when they quote us, mark and all, and so does an answer below the quote', async () => {
    await sync();
    const quote = first()
      .body.split('\n')
      .map((line) => `> ${line}`)
      .join('\n');
    desk.practice.world.comment(first(), 'mr-engineer', `${quote}\n\nWhich browser?`);
    desk.practice.world.comment(first(), 'mr-engineer', first().body);
    await sync();
    expect((await heard()).map(({ author }) => author)).toEqual(['mr-engineer', 'mr-engineer']);
    expect(told()).not.toContain('Sent twice to GitHub');
  });

  it('before a lost ticket was found, comes in with it', async () => {
    await loseTheCreate();
    desk.practice.world.comment(first(), 'mr-engineer', 'Which browser?');
    desk.practice.world.skewMs += 30 * MINUTE_MS;
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000084', 'labs missing');
    await desk.call('tickets.queue', { caseIds: [other] });
    await endOfLag();
    for (let look = 0; look < 3; look += 1) {
      await sync();
      later(2);
    }
    expect((await create()).state).toBe('sent');
    expect((await heard()).map(({ body }) => body)).toEqual(['Which browser?']);
  });

  it('and edit later is read again, unseen as it is, and the clocks hear of it', async () => {
    await sync();
    const { id: comment } = desk.practice.world.comment(first(), 'mr-engineer', 'We look at it.');
    await sync();
    await desk.call('follow-up.seen', { id });
    desk.practice.world.skewMs += 10_000;
    desk.practice.world.editComment(first(), comment, 'ETA: the fix goes out on Friday.');
    await sync();
    expect(await heard()).toMatchObject([{ body: 'ETA: the fix goes out on Friday.', seenAt: null }]);
    const { activity } = await desk.call('cases.get', { id });
    expect(activity.map((act) => act.summary)).toContain('gave an ETA on the ticket');
  });
});

describe("a mark in somebody else's issue", () => {
  it('is neither a lost ticket nor a second one', async () => {
    await desk.fault({ what: 'drop-before' });
    for (let look = 0; look < 4; look += 1) {
      await sync();
      later(11);
    }
    const entry = await create();
    expect(entry.state).toBe('undecided');
    desk.practice.world.skewMs += 30 * MINUTE_MS;
    const copy = { title: 'x', body: `Copied.\n<!-- tier3-desk:${entry.id} -->`, labels: [], assignees: [] };
    desk.practice.world.add('department-of-veterans-affairs/va.gov-team', { ...copy, creator: 'somebody' });
    await sync();
    expect((await create()).state).toBe('undecided');
    await desk.call('outbox.retry', { id: entry.id });
    await sync();
    await sync();
    expect((await create()).state).toBe('sent');
    expect(told()).not.toContain('Sent twice to GitHub');
    expect((await desk.call('cases.get', { id })).ticket?.number).toBe(2);
  });
});

describe('a comment whose answer was lost', () => {
  it('is found by its mark, wherever our clock stands', async () => {
    await sync();
    desk.practice.world.skewMs = -5 * 60 * MINUTE_MS;
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It is still so.' });
    await desk.fault({ what: 'drop-after' });
    for (let look = 0; look < 4; look += 1) {
      await sync();
      later(11);
    }
    expect(issues()[0]?.comments).toHaveLength(1);
  });
});

describe('an answer that nothing changed', () => {
  it('when it is stale, only delays the news', async () => {
    await sync();
    await sync();
    desk.practice.world.skewMs += 5_000;
    desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'Fixed on Monday.');
    await desk.fault({ method: 'GET', what: 'stale', times: 4 });
    await sync();
    await desk.clearFaults();
    await sync();
    expect((await desk.call('cases.get', { id })).comments).toHaveLength(1);
  });
});

describe('a network that answers in the place of GitHub', () => {
  it('gets nothing of ours, is named, and is left as soon as GitHub answers', async () => {
    await desk.fault({ method: 'GET', what: 'portal', times: 2 });
    await desk.fault({ method: 'POST', what: 'portal', times: 2 });
    await sync();
    const { sync: state, entries } = await desk.call('outbox.list', {});
    expect(state).toMatchObject({
      online: false,
      trouble: expect.stringContaining('may require you to sign in first'),
    });
    expect(entries.map((entry) => [entry.state, entry.attempts])).toEqual([
      ['queued', 0],
      ['queued', 0],
    ]);
    await desk.clearFaults();
    expect(await sync()).toMatchObject({ sent: 2, waiting: 0 });
    expect((await desk.call('outbox.list', {})).sync).toMatchObject({ online: true, trouble: null });
  });

  it('that comes up while a ticket is on its way is not taken for an answer', async () => {
    await sync();
    const other = await escalatedCase(desk, '26-HRC-HD-85-00000082', 'labs missing');
    await desk.call('tickets.queue', { caseIds: [other] });
    await desk.fault({ method: 'POST', what: 'portal' });
    await sync();
    const entry = (await desk.call('outbox.list', {})).entries.find((one) => one.state === 'unknown');
    expect(entry).toMatchObject({ kind: 'create-issue', reason: expect.stringContaining('did not come from GitHub') });
  });
});

describe('a network that answers a change in the place of GitHub', () => {
  it.each([
    ['PATCH', 1],
    ['POST', 1],
    ['GET', 2],
  ])('with a page for a %s has changed nothing: the change is made once GitHub answers', async (method, times) => {
    await sync();
    const seen = (await desk.call('cases.get', { id })).ticket!.remote!;
    await desk.call('tickets.change', {
      id,
      seen,
      title: 'A better title',
      labels: [...seen.labels, 'mhv-medications'],
    });
    await desk.fault({ method, what: 'portal', times });
    await sync();
    await desk.clearFaults();
    later(1);
    await sync();
    expect(issues()[0]).toMatchObject({
      title: 'A better title',
      labels: ['MHV-Tier-3', 'PRODUCT-mhv-medical-records', 'TEAM-mhv-medical-records', 'mhv-medications'],
    });
    expect((await desk.call('outbox.list', {})).entries.map((entry) => entry.state)).toEqual(['sent', 'sent', 'sent']);
  });

  it('is not taken for a sign-in either', async () => {
    const signedOut = await openTestDesk({ signedOut: true });
    await signedOut.fault({ method: 'GET', what: 'portal' });
    await expect(
      signedOut.call('services.signIn', { service: 'github', token: 't', address: signedOut.practice.github }),
    ).rejects.toThrow('cannot be reached');
    await signedOut.close();
  });
});

describe('pages that shift while they are read', () => {
  it('lose nothing: what slipped onto a page that was read is read the next time', async () => {
    const tickets = 101;
    const rows = Array.from({ length: tickets - 1 }, (_, at) => ({
      reference: `26-HRC-HD-85-000003${100 + at}`,
      text: `labs ${at}`,
    }));
    await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
    const more = (await desk.call('cases.list', {})).cases.map((row) => row.id).filter((one) => one !== id);
    await desk.call('triage.act', { caseIds: more, action: 'escalate', team: 'PRODUCT-mhv-medical-records' });
    await desk.call('tickets.queue', { caseIds: more });
    // The limits of content let 80 go at a time; one that a busy machine answered too late is looked for and goes later.
    for (let round = 0; round < 8 && issues().length < tickets; round += 1) {
      await sync();
      later(2);
    }
    expect(issues()).toHaveLength(tickets);
    desk.practice.world.skewMs += 10_000;
    for (const issue of issues()) desk.practice.world.comment(issue, 'mr-engineer', `We look at ${issue.number}.`);
    // While the second page is asked for, the first issue changes once more: all others move up by one place.
    const [first] = issues();
    desk.practice.world.skewMs += 10_000;
    desk.onNextPage(() => desk.practice.world.change(first!, { state: 'closed' }));
    later(2);
    await sync();
    later(2);
    await sync();
    const heard = await Promise.all(
      [id, ...more].map(async (one) => (await desk.call('cases.get', { id: one })).comments),
    );
    expect(heard.flatMap((comments, at) => (comments.length === 1 ? [] : [[at, ...comments]]))).toEqual([]);
  });
});
