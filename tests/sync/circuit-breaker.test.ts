// A service that fails as a whole is one state of the service: its entries wait untouched, and go when it is back.
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const TICKETS = 10;
const MINUTES = 10;

let desk: TestDesk;
/** Answers in the place of the services; null lets requests through. */
let instead: ((method: string) => Response | Promise<Response> | null) | null;
let writes: number;
beforeEach(async () => {
  instead = null;
  writes = 0;
  desk = await openTestDesk({
    fetch: async (input, init) => {
      const method = init?.method ?? 'GET';
      if (method === 'POST' && String(input).endsWith('/issues')) writes += 1;
      return (await instead?.(method)) ?? fetch(input, init);
    },
  });
  const ids = [];
  for (let at = 0; at < TICKETS; at += 1)
    ids.push(await escalatedCase(desk, `26-HRC-HD-85-0000040${at}`, `labs of visit ${at} blank`));
  await desk.call('tickets.queue', { caseIds: ids });
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issues = () => desk.practice.world.issues();
const creates = async () =>
  (await desk.call('outbox.list', {})).entries.filter((entry) => entry.kind === 'create-issue');
const failing = async () => (await desk.call('outbox.list', {})).sync.failing;
async function minutes(): Promise<void> {
  for (let at = 0; at < MINUTES; at += 1) {
    await sync();
    desk.now += 60_000;
  }
}
const broken = () => Promise.reject(Object.assign(new TypeError('fetch failed'), { cause: new Error('ECONNRESET') }));
const page = (status: number) =>
  new Response('<p>Blocked by policy</p>', { status, headers: { 'content-type': 'text/html' } });
const denied = () =>
  Response.json({ message: 'Bad credentials' }, { status: 401, headers: { 'content-type': 'application/json' } });

describe('an outage of ten minutes', () => {
  it.each([
    ['in which connections break', broken],
    ['in which GitHub answers with 502', () => page(502)],
    ['in which a proxy answers with a page of 403', () => page(403)],
  ])('%s leaves every entry untouched, is named, and all go when it is over', async (_, answer) => {
    instead = answer;
    await minutes();
    expect((await creates()).map(({ state, attempts }) => [state, attempts])).toEqual(
      Array(TICKETS).fill(['queued', 0]),
    );
    expect(writes).toBe(0);
    expect(await failing()).toMatchObject([{ service: 'github', needsSignIn: false }]);
    instead = null;
    await sync();
    expect(issues()).toHaveLength(TICKETS);
    expect(await failing()).toEqual([]);
  });

  it('of writing alone puts two of them in doubt, and "retry all" sends those', async () => {
    await sync();
    expect(issues()).toHaveLength(TICKETS);
    const more = [];
    for (let at = 0; at < TICKETS; at += 1)
      more.push(await escalatedCase(desk, `26-HRC-HD-85-0000050${at}`, `notes of visit ${at} blank`));
    await desk.call('tickets.queue', { caseIds: more });
    const before = writes;
    instead = (method) => (method === 'POST' ? broken() : null);
    await sync();
    expect(writes - before).toBe(2);
    instead = null;
    for (let round = 0; round < 2; round += 1) await minutes();
    const left = (await creates()).filter(({ state }) => state !== 'sent');
    expect(left.map(({ state }) => state)).toEqual(['undecided', 'undecided']);
    expect(await desk.call('outbox.retryAll', {})).toEqual({ retried: 2 });
    await sync();
    expect(issues()).toHaveLength(2 * TICKETS);
  });
});

describe('a token that is not accepted any more', () => {
  it('is tried once and not by every entry; the desk says to sign in, and goes on when it is accepted', async () => {
    instead = denied;
    await minutes();
    expect(writes).toBe(0);
    expect((await creates()).map(({ state, attempts }) => [state, attempts])).toEqual(
      Array(TICKETS).fill(['queued', 0]),
    );
    expect(await failing()).toMatchObject([
      { service: 'github', needsSignIn: true, reason: expect.stringContaining('Sign in again') },
    ]);
    instead = null;
    await sync();
    expect(issues()).toHaveLength(TICKETS);
    expect(await failing()).toEqual([]);
  });

  it('that expires while tickets go stops after one', async () => {
    instead = (method) => (method === 'POST' ? denied() : null);
    await sync();
    expect(writes).toBe(1);
    expect((await creates()).map(({ state }) => state)).toEqual(Array(TICKETS).fill('queued'));
    instead = null;
    desk.now += 60_000;
    await sync();
    expect(issues()).toHaveLength(TICKETS);
  });
});
