// GitHub Enterprise Cloud with data residency: addresses, sign-in, tickets, boards and pages, against a stand-in that answers
// with that host's addresses and knows no /api/v3; the other GitHubs as ever.
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { githubHost, mayOpen } from '../../electron/core/domain/github-host.ts';
import { PRACTICE_CLIENT } from '../../electron/practice/device.ts';
import { escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const API = 'https://api.va.ghe.com';
const WEB = 'https://va.ghe.com';

describe('the address of a GitHub', () => {
  it.each([
    ['va.ghe.com', API, WEB],
    ['https://va.ghe.com/software/va.gov-team/issues/7', API, WEB],
    ['https://api.va.ghe.com', API, WEB],
    ['https://api.va.ghe.com/api/v3/', API, WEB],
    ['github.com', 'https://api.github.com', 'https://github.com'],
    ['https://api.github.com/', 'https://api.github.com', 'https://github.com'],
    ['https://github.example.com', 'https://github.example.com/api/v3', 'https://github.example.com'],
    ['github.example.com/api/v3', 'https://github.example.com/api/v3', 'https://github.example.com'],
  ])('%s leads to its API and pages', (typed, api, web) => {
    expect(githubHost(typed)).toEqual({ api, web });
  });

  it.each(['http://va.ghe.com', 'ftp://va.ghe.com', 'not an address', ''])('%j leads nowhere', (typed) => {
    expect(githubHost(typed)).toBeNull();
  });

  it('says which pages may be opened', () => {
    expect(mayOpen(`${WEB}/software/x/issues/1`, [API])).toBe(true);
    expect(mayOpen('https://github.com/login/device', [API])).toBe(true);
    for (const page of [
      'https://va.ghe.com.evil.example/x',
      'https://other.ghe.com/x',
      'https://github.com@evil.example/x',
      'http://va.ghe.com/x',
      'file:///etc/passwd',
    ])
      expect([page, mayOpen(page, [API])]).toEqual([page, false]);
    expect(mayOpen(`${WEB}/x`, ['https://api.github.com'])).toBe(false);
  });
});

describe('a desk signed in to va.ghe.com', () => {
  let desk: TestDesk;
  const asked: string[] = [];
  beforeAll(async () => {
    desk = await openTestDesk({
      signedOut: true,
      // The network: both hosts lead to the stand-in, which refuses what they would.
      fetch: async (input, init) => {
        const url = String(input);
        asked.push(url);
        const answer = await fetch(url.replace(API, desk.practice.github).replace(WEB, desk.practice.github), init);
        return Object.defineProperty(answer, 'url', { value: url });
      },
    });
    desk.practice.world.host = { api: API, web: WEB };
  });
  afterAll(() => desk.close());

  it('signs in by a code of that host', async () => {
    const code = await desk.call('services.askDevice', { clientId: PRACTICE_CLIENT, address: 'va.ghe.com' });
    expect(code.address).toBe(`${WEB}/login/device`);
    desk.practice.device.decision = 'yes';
    expect(await desk.call('services.finishDevice', {})).toMatchObject({ login: 'tier3-lead' });
    expect((await desk.call('services.get', {})).github?.address).toBe(API);
    expect(asked).toContain(`${WEB}/login/device/code`);
  });

  it('opens a ticket there, with its board, and its page is of that host', async () => {
    const id = await escalatedCase(desk, '26-HRC-HD-85-00000871', 'list blank', '', 'mhv-medications');
    await desk.call('tickets.queue', { caseIds: [id] });
    expect(await desk.call('sync.now', {})).toMatchObject({ sent: 2, attention: 0 });
    const { ticket } = await desk.call('cases.get', { id });
    expect(ticket?.url).toBe(`${WEB}/department-of-veterans-affairs/va.gov-team/issues/1`);
    expect(desk.practice.world.issues()[0]?.boards).toEqual({ 1727: { Status: 'Tier 3 Support' } });
    expect(asked).toContain(`${API}/graphql`);
    expect(asked.filter((url) => url.includes('/api/v3') || url.includes('github.com'))).toEqual([]);
  });
});
