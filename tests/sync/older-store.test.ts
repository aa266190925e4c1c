// What a desk does not know that it sent: a restored backup, a copied store, an answer that a proxy wrote after the effect,
// another desk with the same cases.
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const REF = '26-HRC-HD-85-00000061';
const REPOSITORY = 'department-of-veterans-affairs/va.gov-team';

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
/** Answers the next write with this, once the real service has taken it. */
let afterTheEffect: { readonly to: RegExp; readonly answer: () => Response } | null = null;
let lists = 0;
beforeEach(async () => {
  afterTheEffect = null;
  desk = await openTestDesk({
    fetch: async (input, init) => {
      if ((init?.method ?? 'GET') === 'GET' && /\/issues\?/.test(String(input))) lists += 1;
      const answer = await fetch(input, init);
      if (init?.method !== 'POST' || afterTheEffect?.to.test(String(input)) !== true) return answer;
      const instead = afterTheEffect.answer();
      afterTheEffect = null;
      return instead;
    },
  });
  id = await escalatedCase(desk, REF, 'records blank');
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issues = () => desk.practice.world.issues();
const entries = async () => (await desk.call('outbox.list', {})).entries;
const entry = async (kind: string) => (await entries()).find((one) => one.kind === kind)!;
const told = () => desk.events.flatMap((event) => (event.event === 'notify' ? [event.title] : []));
const comments = () => issues().flatMap((issue) => issue.comments.map(({ body }) => body));

describe('a backup that is restored after it was sent', () => {
  const file = () => join(desk.folder, 'desk.db');
  const backUp = () => desk.reopen(() => copyFileSync(file(), `${file()}.backup`));
  const restore = () => desk.reopen(() => copyFileSync(`${file()}.backup`, file()));

  it('sends no ticket and no comment again, hears what was said meanwhile, and says what it cannot tell', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
    await backUp();
    await sync();
    desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'We look at it.');
    await restore();
    desk.now += 60_000;
    await sync();
    await sync();
    expect(issues()).toHaveLength(1);
    expect(comments().filter((body) => body.includes('The first word.'))).toHaveLength(1);
    const heard = (await desk.call('cases.get', { id })).comments;
    expect(heard.map(({ body }) => body)).toEqual(['We look at it.']);
    expect(await entry('create-issue')).toMatchObject({ state: 'sent', attempts: 0 });
    expect(await entry('add-comment')).toMatchObject({ state: 'sent', attempts: 0 });
    // A place on a board carries no mark.
    expect(await entry('move-pipeline')).toMatchObject({
      state: 'undecided',
      reason: expect.stringContaining('Another copy of this desk'),
    });
    expect(told()).toContain('This desk is older than what it sent');
  });

  it('costs one list of each repository, however many tickets wait', async () => {
    const more = await Promise.all(
      Array.from({ length: 12 }, (_, at) => escalatedCase(desk, `${REF}${at}`, `labs ${at} blank`)),
    );
    await desk.call('tickets.queue', { caseIds: more });
    await backUp();
    await sync();
    await restore();
    lists = 0;
    await sync();
    expect(issues()).toHaveLength(12);
    // Before anything leaves; and once more with the pull that the lead asked for.
    expect(lists).toBeLessThanOrEqual(2);
  });

  it('leaves all that waits while GitHub cannot be asked', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await backUp();
    await sync();
    await restore();
    await desk.fault({ method: 'GET', what: 502, times: 20 });
    await sync();
    expect(await entry('create-issue')).toMatchObject({ state: 'queued', attempts: 0 });
    await desk.clearFaults();
    await sync();
    expect(issues()).toHaveLength(1);
  });
});

describe('an answer of a proxy, after the effect', () => {
  const json =
    (status: number, headers = {}) =>
    () =>
      Response.json(
        { message: 'no' },
        { status, headers: { 'content-type': 'application/json; charset=utf-8', ...headers } },
      );
  it.each([
    ['403', json(403)],
    ['401', json(401)],
    ['429', json(429, { 'retry-after': '30' })],
    [
      'a page with 403',
      () => new Response('<p>Blocked</p>', { status: 403, headers: { 'content-type': 'text/html' } }),
    ],
  ])('%s is not taken for a no: ticket and comment are there once', async (_, answer) => {
    await desk.call('tickets.queue', { caseIds: [id] });
    afterTheEffect = { to: /\/issues$/, answer };
    for (let round = 0; round < 3; round += 1) {
      await sync();
      desk.now += 61_000;
    }
    expect(issues()).toHaveLength(1);
    expect(await entry('create-issue')).toMatchObject({ state: 'sent' });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
    afterTheEffect = { to: /\/comments$/, answer };
    for (let round = 0; round < 3; round += 1) {
      await sync();
      desk.now += 61_000;
    }
    expect(comments()).toHaveLength(1);
    expect(await entry('add-comment')).toMatchObject({ state: 'sent' });
  });

  it('a person’s retry looks first', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    // Every list leaves the new ticket out until the lead presses "Try now".
    await desk.fault({ method: 'GET', what: 'lag', ms: 3_600_000, times: 1_000 });
    afterTheEffect = { to: /\/issues$/, answer: json(403) };
    await sync();
    const lost = await entry('create-issue');
    expect(lost).toMatchObject({ state: 'failed' });
    await desk.clearFaults();
    await desk.call('outbox.retry', { id: lost.id });
    await sync();
    expect(issues()).toHaveLength(1);
    expect(await entry('create-issue')).toMatchObject({ state: 'sent', attempts: 1 });
  });
});

describe('another desk with the same case', () => {
  const theirs = (body: string) =>
    desk.practice.world.add(REPOSITORY, { title: 'Records', body, labels: ['MHV-Tier-3'], assignees: [] });
  beforeEach(async () => {
    theirs(`## HRC ticket number(s)\n- ${REF}\n\n<!-- tier3-desk:0190a000-0000-7000-8000-000000000000 -->`);
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
  });

  it('has opened a ticket: the lead is told, and nothing is sent', async () => {
    expect(issues()).toHaveLength(1);
    expect(await entry('create-issue')).toMatchObject({
      state: 'undecided',
      acts: ['join', 'retry', 'drop'],
      reason: expect.stringMatching(/^Ticket #1 in .* has the same record number/),
    });
    expect(told()).toContain('A ticket for this record is open already');
    // Only a person can tell.
    expect(await desk.call('outbox.retryAll', {})).toEqual({ retried: 0 });
    await sync();
    expect(issues()).toHaveLength(1);
  });

  it('has a ticket that can be joined: what was said on it comes in, and comments go there', async () => {
    desk.practice.world.comment(issues()[0]!, 'mr-engineer', 'We look at it.');
    await sync();
    await desk.call('outbox.join', { id: (await entry('create-issue')).id });
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'The first word.' });
    await sync();
    await sync();
    expect(issues()).toHaveLength(1);
    expect(comments().at(-1)).toContain('The first word.');
    const { ticket, comments: heard } = await desk.call('cases.get', { id });
    expect(ticket).toMatchObject({ number: 1 });
    expect(heard.map(({ body }) => body)).toEqual(['We look at it.']);
    expect(await entry('move-pipeline')).toMatchObject({ state: 'withdrawn' });
  });

  it('is no hindrance when the lead wants both', async () => {
    await desk.call('outbox.retry', { id: (await entry('create-issue')).id });
    await sync();
    expect(issues()).toHaveLength(2);
    expect(await entry('create-issue')).toMatchObject({ state: 'sent' });
  });
});
