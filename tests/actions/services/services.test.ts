// Signing in: a token is checked at once, kept encrypted, never told again, and wiped by signing out.
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

const TOKEN = 'ghp_tokenOfTheLead0123456789';
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({ signedOut: true });
});
afterAll(() => desk.close());

const signIn = (address = desk.practice.github) =>
  desk.call('services.signIn', { service: 'github', token: TOKEN, address });

it('lets tickets wait until somebody signs in', async () => {
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000042', 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  expect(await desk.call('sync.now', {})).toMatchObject({ sent: 0, waiting: 2 });
  expect(await desk.call('services.get', {})).toEqual({
    github: null,
    otherGitHubs: [],
    zenhub: null,
    slack: false,
    teams: false,
  });
});

it('says what is wrong with a token or an address', async () => {
  await desk.fault({ method: 'GET', what: 401 });
  await expect(signIn()).rejects.toThrow('does not accept this token');
  await desk.fault({ method: 'GET', what: 503 });
  await expect(signIn()).rejects.toThrow('answered with 503');
  await expect(signIn('http://127.0.0.1:1')).rejects.toThrow('cannot be reached');
  await expect(desk.call('services.signIn', { service: 'github', token: ' ' })).rejects.toThrow('Paste a token first');
});

it('sends what waited with the token it was given', async () => {
  expect(await signIn()).toEqual({ login: 'tier3-lead', note: null });
  expect(await desk.call('services.get', {})).toMatchObject({ github: { login: 'tier3-lead', bySignIn: true } });
  await desk.call('sync.now', {});
  expect(desk.practice.world.issues()).toHaveLength(1);
});

it('keeps the token over a restart, in no file anybody can read, and wipes it', async () => {
  await desk.reopen();
  const told = JSON.stringify([
    await desk.call('services.get', {}),
    await desk.call('activity.stack', {}),
    desk.events,
  ]);
  expect(told).not.toContain(TOKEN);
  for (const name of readdirSync(desk.folder)) {
    const bytes = readFileSync(join(desk.folder, name));
    expect([name, bytes.includes(TOKEN)]).toEqual([name, false]);
  }
  await desk.call('services.signOut', { service: 'github' });
  expect(await desk.call('services.get', {})).toEqual({
    github: null,
    otherGitHubs: [],
    zenhub: null,
    slack: false,
    teams: false,
  });
  const csv = (await desk.call('audit.export', { from: '2026-10-28', to: '2026-10-28' })).file!.csv;
  expect(csv.match(/Signed (?:in to|out of) GitHub(?: as tier3-lead)?/g)).toEqual([
    'Signed in to GitHub as tier3-lead',
    'Signed out of GitHub',
  ]);
});

it('tells the channel once when a ticket opens, and never twice by itself', async () => {
  await signIn();
  await desk.call('services.signIn', { service: 'slack', token: desk.practice.slack });
  const first = await escalatedCase(desk, '26-HRC-HD-85-00000043', 'labs missing', 'Hope Bins');
  await desk.call('tickets.queue', { caseIds: [first] });
  await desk.call('sync.now', {});
  await desk.call('sync.now', {});
  expect(desk.practice.notes).toHaveLength(1);
  expect(desk.practice.notes[0]).toMatch(
    /New Tier 3 ticket for Medical Records .*Labs missing[\s\S]*26-HRC-HD-85-00000043/,
  );
  const second = await escalatedCase(desk, '26-HRC-HD-85-00000044', 'images do not open');
  await desk.call('tickets.queue', { caseIds: [second] });
  await desk.fault({ service: 'slack', what: 'drop-after' });
  await desk.call('sync.now', {});
  await desk.call('sync.now', {});
  expect(desk.practice.notes).toHaveLength(2);
  const note = (await desk.call('outbox.list', {})).entries.find((entry) => entry.state === 'undecided');
  expect(note).toMatchObject({ kind: 'post-note', destination: 'Slack' });
});

it('posts the words into which a note was changed while it waited', async () => {
  await signIn();
  await desk.call('services.signIn', { service: 'slack', token: desk.practice.slack });
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000045', 'labs missing');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.fault({ service: 'slack', what: 429, headers: { 'retry-after': '30' } });
  await desk.call('sync.now', {});
  const note = (await desk.call('outbox.list', {})).entries.find(
    ({ kind, references }) => kind === 'post-note' && references.includes('26-HRC-HD-85-00000045'),
  )!;
  await desk.call('outbox.edit', { id: note.id, body: 'A ticket about labs was opened' });
  desk.now += 60_000;
  await desk.call('sync.now', {});
  expect(desk.practice.notes.at(-1)).toBe('A ticket about labs was opened');
});

it('sends what GitHub had refused once its words are changed, and leaves what is held where it is', async () => {
  await signIn();
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000046', 'labs show last year only');
  await desk.call('tickets.queue', { caseIds: [id] });
  await desk.fault({ what: 422 });
  await desk.call('sync.now', {});
  const entry = async () =>
    (await desk.call('outbox.list', {})).entries.find(
      ({ kind, references }) => kind === 'create-issue' && references.includes('26-HRC-HD-85-00000046'),
    )!;
  expect((await entry()).state).toBe('failed');
  await desk.call('outbox.edit', {
    id: (await entry()).id,
    title: 'Labs of last year',
    body: 'Labs show last year only',
  });
  expect((await entry()).state).toBe('queued');
  await desk.call('outbox.hold', { id: (await entry()).id });
  await desk.call('outbox.edit', {
    id: (await entry()).id,
    title: 'Labs of last year',
    body: 'Labs show one year only',
  });
  expect((await entry()).state).toBe('held');
});
