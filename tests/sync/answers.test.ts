// What a service answers is believed only where it is whole and its own; what it refuses is shown with its own reason; and
// a token goes to no address it was not entered for.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { WITH_TOO_MUCH } from '../../electron/practice/github-boards.ts';
import { createSendingFetch } from '../../electron/sync/sending-fetch.ts';
import { DIRECTORY, escalatedCase, openTestDesk, type TestDesk } from '../support/desk.ts';

const RECORDS = DIRECTORY.find((team) => team.label === 'PRODUCT-mhv-medical-records')!;

let desk: TestDesk;
let id: Awaited<ReturnType<typeof escalatedCase>>;
beforeEach(async () => {
  desk = await openTestDesk();
  id = await escalatedCase(desk, '26-HRC-HD-85-00000021', 'records blank');
});
afterEach(() => desk.close());

const sync = () => desk.call('sync.now', {});
const issues = () => desk.practice.world.issues();
const ofKind = async (kind: string) =>
  (await desk.call('outbox.list', {})).entries.find((entry) => entry.kind === kind);
const duplicates = () =>
  desk.events.filter((event) => event.event === 'notify' && event.title === 'Sent twice to GitHub');

describe('an answer that is not whole', () => {
  it.each([
    ['an empty answer', { what: 200, body: {} }, 0],
    ['an empty answer, after it arrived', { what: 200, body: {}, after: true }, 1],
    ['the right status without words', { what: 201, body: {} }, 0],
    ['half an answer, after it arrived', { what: 'cut-after' }, 1],
    ['a comment of nobody', { what: 201, body: { id: 'undefined' } }, 0],
  ])('%s proves nothing for a comment: it is looked for, and there is one at most', async (_, fault, there) => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It is still so.' });
    await desk.fault({ method: 'POST', ...fault });
    await desk.fault({ method: 'GET', what: 503, times: 20 });
    await sync();
    expect((await ofKind('add-comment'))?.state).toBe('unknown');
    await desk.clearFaults();
    for (let look = 0; look < 4; look += 1) {
      desk.now += 11 * 60_000;
      await sync();
    }
    expect((await ofKind('add-comment'))?.state).toBe(there === 1 ? 'sent' : 'undecided');
    expect(issues()[0]?.comments).toHaveLength(there);
    expect(duplicates()).toEqual([]);
  });

  it('half an answer to a create is no ticket without a number: it is found by its mark', async () => {
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.fault({ what: 'cut-after' });
    await sync();
    desk.now += 60_000;
    await sync();
    expect((await desk.call('cases.get', { id })).ticket?.number).toBe(1);
    expect(issues()).toHaveLength(1);
    expect(duplicates()).toEqual([]);
  });

  it('is no sign-in either', async () => {
    const signedOut = await openTestDesk({ signedOut: true });
    await signedOut.fault({ method: 'GET', what: 200, body: {} });
    const address = signedOut.practice.github;
    await expect(signedOut.call('services.signIn', { service: 'github', token: 't', address })).rejects.toThrow();
    expect((await signedOut.call('services.get', {})).github).toBeNull();
    await signedOut.close();
  });
});

describe('a refusal', () => {
  it('is shown with the reason GitHub gives, and is sent with what the directory says by then', async () => {
    await desk.call('directory.save', {
      was: RECORDS.label,
      team: { ...RECORDS, assignees: ['left-the-team'] },
    });
    await desk.call('tickets.queue', { caseIds: [id] });
    await sync();
    const refused = (await ofKind('create-issue'))!;
    expect(refused).toMatchObject({ state: 'failed', reason: expect.stringContaining('assignees "left-the-team"') });
    await desk.call('directory.save', { was: RECORDS.label, team: { ...RECORDS, extraLabels: ['mhv-medications'] } });
    await desk.call('outbox.retry', { id: refused.id });
    await sync();
    expect(issues()).toMatchObject([
      { assignees: RECORDS.assignees, labels: expect.arrayContaining(['mhv-medications']) },
    ]);
  });

  it('of a label is no label made', async () => {
    const { repository } = RECORDS;
    const colour = { what: 422, body: { message: 'Validation Failed', errors: [{ field: 'color', code: 'invalid' }] } };
    await desk.fault(colour);
    await expect(desk.call('directory.makeLabel', { repository, label: 'never-seen-before' })).rejects.toThrow(
      'GitHub refused it: color is not valid.',
    );
    await desk.call('directory.makeLabel', { repository, label: 'never-seen-before' });
    expect(desk.practice.world.labels).toContain('never-seen-before');
    await desk.call('directory.makeLabel', { repository, label: 'never-seen-before' }); // there already: no error
  });

  it.each(['RATE_LIMIT', 'RATE_LIMITED'])('of a board by %s is waited out', async (type) => {
    const team = {
      ...RECORDS,
      zenhub: null,
      project: { owner: 'department-of-veterans-affairs', number: 1, fields: { Status: 'New' } },
    };
    await desk.call('directory.save', { was: RECORDS.label, team });
    await desk.call('tickets.queue', { caseIds: [id] });
    await desk.fault({ what: 'slow', ms: 0 }); // the create goes through
    const reset = String(Math.floor(desk.now / 1000) + 300);
    const headers = { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': reset };
    await desk.fault({ what: 200, body: { data: null, errors: [{ type, message: 'Too many.' }] }, headers });
    await sync();
    expect(await ofKind('set-project')).toMatchObject({ state: 'queued', nextTryAt: Number(reset) * 1000 });
    desk.now += 301_000;
    await sync();
    expect(issues()[0]?.boards).toEqual({ 1: { Status: 'New' } });
  });
});

describe('a token', () => {
  it.each([
    ['github', 'http://github.example.com/api/v3'],
    ['zenhub', 'http://zenhub.example.com/graphql'],
  ] as const)('for %s is not sent in clear', async (service, address) => {
    await expect(desk.call('services.signIn', { service, token: 't', address })).rejects.toThrow('never sent in clear');
    await expect(desk.call('services.askDevice', { clientId: 'c', address: 'http://10.0.0.1' })).rejects.toThrow(
      'never sent in clear',
    );
  });

  it.each([
    'http://hooks.slack.com/services/T/B/x',
    'https://example.com/hook',
    'https://hooks.slack.com.example.com/x',
  ])('of Slack is no other address: %s', async (token) => {
    const signedOut = await openTestDesk({ signedOut: true });
    await expect(signedOut.call('services.signIn', { service: 'slack', token })).rejects.toThrow('hooks.slack.com');
    for (const host of ['hooks.slack.com', 'hooks.slack-gov.com'])
      await signedOut.call('services.signIn', { service: 'slack', token: `https://${host}/services/T/B/x` });
    await signedOut.close();
  });

  it('that may do nearly everything is named as such', async () => {
    const signedOut = await openTestDesk({ signedOut: true });
    const address = signedOut.practice.github;
    const { note } = await signedOut.call('services.signIn', { service: 'github', token: WITH_TOO_MUCH, address });
    expect(note).toContain('far more than the desk needs (admin:org, delete_repo)');
    await signedOut.close();
  });

  it('goes to no other host, whatever an answer points to, and nothing is read from there', async () => {
    const heard: (string | undefined)[] = [];
    const other = createServer((request, response) => {
      heard.push(request.headers.authorization);
      response.writeHead(200, { 'content-type': 'application/json' }).end('{"login":"somebody"}');
    });
    await new Promise<void>((resolve) => other.listen(0, '127.0.0.1', resolve));
    const location = `http://127.0.0.1:${(other.address() as AddressInfo).port}/user`;
    const signedOut = await openTestDesk({ signedOut: true });
    await signedOut.fault({ method: 'GET', what: 302, headers: { location } });
    const address = signedOut.practice.github;
    await expect(signedOut.call('services.signIn', { service: 'github', token: 't', address })).rejects.toThrow(
      'points to another host',
    );
    const { fetch: sending } = createSendingFetch(fetch);
    await expect(sending('http://github.example.com/user')).rejects.toThrow('nothing is sent unencrypted');
    expect(heard).toEqual([]);
    other.close();
    await signedOut.close();
  });
});
