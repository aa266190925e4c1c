// Good manners: a service that is limiting is left alone, writes are spaced, nothing is sent again by a library, and a
// time-out counts only what has left.
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type GitHubText, gitHubText } from '../../electron/core/compose/outgoing.ts';
import type { EntryId } from '../../electron/core/domain/ids.ts';
import { checkPii } from '../../electron/core/scrub/pii-check.ts';
import { createGitHubClient } from '../../electron/sync/github/client.ts';
import { createSendingFetch } from '../../electron/sync/sending-fetch.ts';
import { DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const REPOSITORY = 'department-of-veterans-affairs/va.gov-team';
const LIMITS = 'https://docs.github.com/rest/overview/rate-limits-for-the-rest-api#about-secondary-rate-limits';

describe('a service that is limiting', () => {
  let desk: TestDesk;
  let asked: string[];
  beforeEach(async () => {
    asked = [];
    desk = await openTestDesk({
      fetch: (input, init) => {
        asked.push(`${init?.method ?? 'GET'} ${String(input)}`);
        return fetch(input, init);
      },
    });
    for (const [at, team] of DIRECTORY.filter((one) => one.inScope)
      .slice(0, 4)
      .entries()) {
      const zenhub = team.zenhub && { ...team.zenhub, on: true };
      await desk.call('directory.save', { was: team.label, team: { ...team, zenhub, project: null } });
      const id = await escalatedCase(desk, `26-HRC-HD-85-0000009${at}`, 'records blank', '', team.label);
      await desk.call('tickets.queue', { caseIds: [id] });
    }
  });
  afterEach(() => desk.close());
  const sync = () => desk.call('sync.now', {});

  it.each([
    ['with a time to wait', { what: 429, headers: { 'retry-after': '120' } }, 120],
    ['with nothing but its page about limits', { what: 403, body: { message: 'x', documentation_url: LIMITS } }, 60],
    [
      'with its hourly limit used up',
      { what: 403, headers: { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '1793196300' } },
      300,
    ],
  ])('%s is asked nothing more until then, over restarts too', async (_, fault, seconds) => {
    desk.now = 1_793_196_000_000;
    await desk.fault(fault);
    await sync();
    const posts = () => asked.filter((one) => one.startsWith('POST') && one.endsWith('/issues')).length;
    expect(posts()).toBe(1);
    const { sync: state } = await desk.call('outbox.list', {});
    expect(state.limitedUntil).toBeGreaterThanOrEqual(desk.now + seconds * 1000);
    asked.length = 0;
    await desk.reopen();
    desk.now += (seconds - 1) * 1000;
    await sync();
    expect(asked.filter((one) => !one.endsWith('/rate_limit'))).toEqual([]);
    desk.now += 10_000;
    await sync();
    expect(desk.practice.world.issues()).toHaveLength(4);
  });

  it('does not keep what goes elsewhere', async () => {
    await sync();
    const ticketed = (await desk.call('cases.list', {})).cases.filter((one) => one.status === 'ticketed');
    const [one, other] = ticketed.map((row) => row.id);
    const { ticket } = await desk.call('cases.get', { id: other! });
    await desk.call('follow-up.comment', { id: one!, verb: 'answer', text: 'It is still so.' });
    await desk.call('tickets.change', { id: other!, seen: ticket!.remote!, board: { pipeline: 'Done' } });
    await desk.fault({ what: 429, headers: { 'retry-after': '120' } });
    await sync();
    const issues = desk.practice.world.issues();
    const pipelines = issues.map((issue) => Buffer.from(issue.pipelineId, 'base64').toString());
    expect(pipelines.filter((name) => name.endsWith('/Done'))).toHaveLength(1);
    expect(issues.flatMap((issue) => issue.comments)).toEqual([]);
  });
});

describe('many entries, which take minutes', () => {
  it('are told of while they go', async () => {
    const desk = await openTestDesk({
      fetch: (input, init) => {
        desk.now += 1_000; // as the spacing of writes makes it
        return fetch(input, init);
      },
    });
    for (const at of [1, 2, 3]) {
      const id = await escalatedCase(desk, `26-HRC-HD-85-0000011${at}`, `records of visit ${at} blank`);
      await desk.call('tickets.queue', { caseIds: [id] });
    }
    const told = () => desk.events.filter((event) => event.event === 'changed').length;
    const before = told();
    await desk.call('sync.now', {});
    // Six entries, and the end of the call itself.
    expect(told() - before).toBeGreaterThanOrEqual(6);
    await desk.close();
  });
});

describe('ZenHub, which limits how long it works for one key', () => {
  it('is asked nothing more when little of its minute is left, until enough has come back', async () => {
    let questions = 0;
    const desk = await openTestDesk({
      fetch: (input, init) => {
        if (String(input).endsWith('/zenhub/graphql')) questions += 1;
        return fetch(input, init);
      },
    });
    const id = await escalatedCase(desk, '26-HRC-HD-85-00000095', 'records blank');
    await desk.call('tickets.queue', { caseIds: [id] });
    // Four of ninety seconds are left; ten are kept for others, and one and a half come back each second.
    await desk.fault({ service: 'zenhub', what: 'slow', ms: 0, headers: { 'x-ratelimit-remaining': '4' } });
    await desk.call('sync.now', {});
    expect(questions).toBe(1);
    const move = async () =>
      (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === 'move-pipeline');
    expect(await move()).toMatchObject({ state: 'queued', nextTryAt: desk.now + 4_000 });
    desk.now += 3_000;
    await desk.call('sync.now', {});
    expect(questions).toBe(1);
    desk.now += 2_000;
    await desk.call('sync.now', {});
    expect((await move())?.state).toBe('sent');
    await desk.close();
  });
});

describe('the way to GitHub', () => {
  let desk: TestDesk;
  beforeAll(async () => {
    desk = await openTestDesk();
    desk.practice.world.add(REPOSITORY, { title: 'x', body: '', labels: [], assignees: [] });
  });
  afterAll(() => desk.close());
  const words = (text: string): GitHubText => {
    const piiCheck = checkPii(text, {});
    if (!piiCheck.clean) throw new Error('the words are plain');
    return gitHubText(piiCheck.text);
  };
  /** As to the real one: with its spacing. */
  function client(timeoutMs?: number) {
    const times: number[] = [];
    const sending = createSendingFetch((input, init) => {
      times.push(Date.now());
      init?.signal?.throwIfAborted();
      // Only the first is meant to be timed out: on a busy machine the others may take as long.
      return fetch(input, times.length === 1 ? init : { ...init, signal: null });
    }, timeoutMs);
    const github = createGitHubClient({ baseUrl: desk.practice.github, token: 't' }, sending.fetch, Date.now);
    const comment = (entry: string) =>
      github.addComment(entry as EntryId, 1, { repository: REPOSITORY, body: words('It is still so.') });
    return { times, sending, comment };
  }

  it('follows no more than five redirects within a service', async () => {
    const asked: string[] = [];
    const { fetch: sending } = createSendingFetch(async (input) => {
      asked.push(String(input));
      if (asked.length > 9) throw new Error('it goes round and round');
      return new Response(null, { status: 302, headers: { location: `/${asked.length}` } });
    });
    expect((await sending('https://api.example.gov/0')).status).toBe(302);
    expect(asked).toHaveLength(6);
  });

  it('leaves a second between two writes, whoever makes them', async () => {
    const [one, other] = [client(), client()];
    const begun = Date.now();
    await Promise.all([one.comment('a'), other.comment('b'), one.comment('c')]);
    const times = [...one.times, ...other.times].toSorted((a, b) => a - b);
    expect(times).toHaveLength(3);
    // From the beginning, and not from one to the next: a busy machine notes each later than it was, and none earlier.
    for (const [at, time] of times.entries()) expect(time - begun).toBeGreaterThan(at * 990 - 1);
  });

  it.each([
    [502, {}, 'indeterminate'],
    [429, { 'retry-after': '1' }, 'retryable'],
    [403, { 'retry-after': '1' }, 'retryable'],
    ['drop-after', {}, 'indeterminate'],
  ])('never sends again by itself after %s', async (what, headers, kind) => {
    await desk.fault({ what, headers, times: 5 });
    const { times, comment } = client();
    expect((await comment('d')).kind).toBe(kind);
    expect(times).toHaveLength(1);
    await desk.clearFaults();
  });

  it('times out what has left and nothing before: what waits for its turn has not left', async () => {
    await desk.fault({ what: 'hang-after' });
    const { sending, comment } = client(900);
    const left: string[] = [];
    sending.noteLeaving(() => left.push('first'));
    const first = comment('e');
    const second = comment('f');
    expect(await first).toMatchObject({ kind: 'indeterminate' });
    expect(left).toEqual(['first']);
    // Longer than the time-out in the queue, and sent all the same.
    expect((await second).kind).toBe('arrived');
  });
});
