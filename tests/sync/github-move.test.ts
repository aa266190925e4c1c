// "Our GitHub moved": from one stand-in to another with the shape of ghe.com, where every ticket has another number.
import { afterAll, beforeAll, expect, it } from 'vitest';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import type { PracticeIssue } from '../../electron/practice/state.ts';
import { dynamicsCsv, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const API = 'https://api.va.ghe.com';
const WEB = 'https://va.ghe.com';
const OLD = 'department-of-veterans-affairs/va.gov-team';
const THERE = 'software/va.gov-team';
const NEW = `va.ghe.com/${THERE}`;
const TEAM = 'mhv-medications';
const TICKETS = 200;
const MISSING = 3;

let desk: TestDesk;
let there: PracticeServer;
const asked: { url: string; token: string }[] = [];
let cases: CaseId[];
const places = async () => {
  const { entries } = await desk.call('outbox.list', {});
  return entries.filter(({ kind }) => kind === 'create-issue').map(({ url }) => url);
};
const state = async () =>
  JSON.stringify([await places(), await desk.call('outbox.list', {}), await desk.call('directory.list', {})]);
/** As a migration leaves it: other numbers, other accounts, the words as they were. */
const migrate = ({ title, body, labels, assignees, comments, createdAt }: PracticeIssue): PracticeIssue => {
  const copy = there.world.add(THERE, { title, body, labels, assignees, creator: 'mannequin-1' });
  return there.world.change(copy, {
    createdAt,
    comments: comments.map((one) => ({ ...one, id: one.id + 90_000, login: 'mannequin-1' })),
  });
};

beforeAll(async () => {
  desk = await openTestDesk({
    signedOut: true,
    fetch: async (input, init) => {
      const url = String(input);
      const token = String(new Headers(init?.headers).get('authorization'));
      asked.push({ url, token });
      if (!url.startsWith(API)) return fetch(url, init);
      const answer = await fetch(url.replace(API, there.github), init);
      return Object.defineProperty(answer, 'url', { value: url });
    },
  });
  there = await servePractice({ root: ROOT, stateFile: null, noteFile: `${desk.folder}/there.json`, port: 0 });
  there.world.host = { api: API, web: WEB };
  there.world.renameRepository('none', THERE);
  const signIn = { service: 'github', token: 'token-of-github-com', address: desk.practice.github } as const;
  await desk.call('services.signIn', signIn);
  const rows = Array.from({ length: TICKETS }, (_, at) => ({
    reference: `26-HRC-HD-85-${String(10_000 + at).padStart(8, '0')}`,
    text: `The list of labs is blank since version ${at}`,
  }));
  await desk.call('intake.import', { name: 'export.csv', text: dynamicsCsv(rows) });
  const { cases: listed } = await desk.call('cases.list', {});
  cases = listed.map(({ id }) => id);
  const { teams } = await desk.call('directory.list', {});
  const team = teams.find(({ label }) => label === TEAM)!;
  await desk.call('directory.save', { was: TEAM, team: { ...team, project: null, zenhub: null } });
  await desk.call('triage.act', { caseIds: cases, action: 'escalate', team: TEAM });
  await desk.call('tickets.queue', { caseIds: cases });
  for (let minute = 0; minute < 4 && desk.practice.world.issues().length < TICKETS; minute += 1) {
    await desk.call('sync.now', {});
    desk.now += 61_000;
  }
  expect(desk.practice.world.issues()).toHaveLength(TICKETS);
}, 300_000);
afterAll(async () => {
  await desk.close();
  await there.close();
});

it('signs in beside the old host; each token goes to its own', async () => {
  const { note } = await desk.call('services.signIn', {
    service: 'github',
    token: 'token-of-ghe-com',
    address: 'va.ghe.com',
  });
  expect(note).toContain('Tickets stay at github.com');
  expect((await desk.call('github.places', {})).places[0]?.tickets).toBe(TICKETS);
  const old = desk.practice.world.issues();
  for (const title of ['Of somebody', 'Of somebody else'])
    there.world.add(THERE, { title, body: 'No mark.', labels: [], assignees: [] });
  // The newest first: no ticket keeps its number.
  for (const issue of old.slice(MISSING).toReversed()) migrate(issue);
  // A ticket of another matter under the number of one of ours.
  expect(there.world.issues()[1]?.body).not.toBe(old[1]?.body);
  await desk.call('sync.now', {});
  expect(new Set(asked.filter(({ url }) => url.startsWith(API)).map(({ token }) => token))).toEqual(
    new Set(['token token-of-ghe-com']),
  );
});

it('finds every ticket in a dry run, names the three that are not there, and changes nothing', async () => {
  await desk.call('follow-up.comment', { id: cases[9]!, verb: 'answer', text: 'Is there any news of this?' });
  const before = await state();
  const writes = asked.length;
  const report = await desk.call('github.tryMove', { from: OLD, to: `${WEB}/${THERE}/issues?q=is%3Aopen` });
  expect(report.found).toHaveLength(TICKETS - MISSING);
  expect(report.missing).toEqual(
    [1, 2, 3].map((was) => ({
      references: [expect.stringContaining('26-HRC')],
      was,
      why: 'no ticket there carries its marker',
    })),
  );
  expect(report).toMatchObject({ from: OLD, to: NEW, waiting: 1 });
  for (const { was, now } of report.found) {
    expect(now).not.toBe(was);
    const [one, other] = [desk.practice.world.issues()[was - 1], there.world.issues()[now - 1]];
    expect([one?.body, other?.number]).toEqual([other?.body, now]);
  }
  expect(await state()).toBe(before);
  expect(asked.slice(writes).filter(({ url }) => url.includes('/graphql'))).toEqual([]);
});

it('refuses what it does not know, and where nobody is signed in', async () => {
  const move = (from: string, to: string) => desk.call('github.tryMove', { from, to });
  await expect(move('nobody/nothing', NEW)).rejects.toThrow('no tickets and no team in nobody/nothing');
  await expect(move(OLD, 'va.ghe.com/software/other')).rejects.toThrow('has no va.ghe.com/software/other');
  await expect(move(OLD, 'other.ghe.com/software/x')).rejects.toThrow('Sign in to other.ghe.com first');
  await expect(move(OLD, OLD)).rejects.toThrow('Both locations are the same');
  await expect(move(OLD, `https://github.com/${OLD}/issues/7`)).rejects.toThrow('Both locations are the same');
  for (const typed of ['va.gov-team', 'the new one', ''])
    await expect(move(OLD, typed)).rejects.toThrow(/^The new place names no repository. Paste its address/);
});

it('moves, and undo puts everything back', async () => {
  const before = await state();
  const { actId } = await desk.call('github.move', { from: OLD, to: NEW });
  expect((await places()).filter((one) => one?.startsWith(`${WEB}/${THERE}/issues/`))).toHaveLength(TICKETS - MISSING);
  const sentTo = async (place: string) =>
    (await desk.call('outbox.list', {})).entries.filter((one) => one.state === 'sent' && one.destination === place);
  expect(await sentTo(NEW)).not.toEqual([]);
  await desk.call('activity.undo', { id: actId });
  expect(await state()).toBe(before);
  expect(await sentTo(NEW)).toEqual([]);
  const { cases } = await desk.call('cases.list', {});
  const acts = await Promise.all(cases.map(async ({ id }) => (await desk.call('cases.get', { id })).activity));
  expect(acts.flat().map(({ summary }) => summary)).toContainEqual(
    expect.stringMatching(/^Undid: the move of the ticket, which is #\d+ in .* again$/),
  );
});

it('sends nothing twice afterwards: what waits arrives at the new place once, and nothing comes in a second time', async () => {
  await desk.call('github.move', { from: OLD, to: NEW });
  const issues = () => [desk.practice.world.issues().length, there.world.issues().length];
  const before = issues();
  for (let minute = 0; minute < 3; minute += 1) {
    await desk.call('sync.now', {});
    desk.now += 61_000;
  }
  expect(issues()).toEqual(before);
  const words = [desk.practice, there].map(({ world }) => world.issues().flatMap((one) => one.comments).length);
  expect(words).toEqual([0, 1]);
  const { entries, sync } = await desk.call('outbox.list', {});
  expect([sync.waiting, sync.attention]).toEqual([0, 0]);
  expect(entries.find(({ kind }) => kind === 'add-comment')).toMatchObject({ state: 'sent', destination: NEW });
  const told = desk.events.flatMap((one) => (one.event === 'notify' ? [one.title] : []));
  expect(told.filter((title) => !title.startsWith('Urgent trend'))).toEqual([]);
});

it('goes back only the other way round once something was sent there, and takes what was said along', async () => {
  await expect(desk.call('activity.undo', {})).rejects.toThrow('Move in the opposite direction');
  const report = await desk.call('github.move', { from: NEW, to: `github.com/${OLD}` });
  expect(report.found).toHaveLength(TICKETS - MISSING);
  expect((await places()).every((one) => one?.startsWith(`https://github.com/${OLD}/issues/`))).toBe(true);
  await desk.call('sync.now', {});
  expect((await desk.call('cases.get', { id: cases[9]! })).comments).toEqual([]);
});
