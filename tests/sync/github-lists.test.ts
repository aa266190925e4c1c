// What GitHub's lists are asked for: what was lost, by its marker, page by page and no further back than it can be; and nothing
// over again in which nothing changed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { beforeAll, beforeEach, expect, it } from 'vitest';
import { withMarker } from '../../electron/core/compose/marker.ts';
import { type GitHubText, gitHubText } from '../../electron/core/compose/outgoing.ts';
import type { EntryId } from '../../electron/core/domain/ids.ts';
import { checkPii } from '../../electron/core/scrub/pii-check.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { createGitHubClient } from '../../electron/sync/github/client.ts';
import { issuesByMark } from '../../electron/sync/github/marked-issues.ts';
import { createOctokit } from '../../electron/sync/github/octokit.ts';
import { DIRECTORY, escalatedCase, openTestDesk, ROOT } from '../support/desk.ts';

const REPOSITORY = DIRECTORY[0]!.repository;
const OURS = '01930000-0000-7000-8000-000000000001' as EntryId;
const WEEK_MS = 7 * 24 * 3_600_000;

const words = (text: string): GitHubText => {
  const piiCheck = checkPii(text, {});
  if (!piiCheck.clean) throw new Error('the words are plain');
  return gitHubText(piiCheck.text);
};
let practice: PracticeServer;
let pages: string[] = [];
const asking: typeof fetch = (input, init) => {
  if (String(input).includes('/issues?')) pages.push(new URL(String(input)).searchParams.get('page') ?? '1');
  return fetch(input, init);
};
const connection = () => ({ baseUrl: practice.github, token: 't', standIn: true }) as const;

beforeAll(async () => {
  const folder = mkdtempSync(join(tmpdir(), 'tier3-own-'));
  practice = await servePractice({ root: ROOT, stateFile: null, noteFile: join(folder, 'practice.json'), port: 0 });
  const add = (body: string) => practice.world.add(REPOSITORY, { title: 'A ticket', body, labels: [], assignees: [] });
  const ours = add(withMarker(words('ours'), OURS));
  practice.world.change(ours, { createdAt: new Date(Date.now() - WEEK_MS).toISOString() });
  for (let others = 0; others < 100; others += 1) add('of somebody');
  return async () => {
    await practice.close();
    rmSync(folder, { recursive: true });
  };
});
beforeEach(() => {
  pages = [];
});

it('finds on a later page what was opened long ago, and asks for that page only then', async () => {
  const find = (since: number) =>
    createGitHubClient(connection(), asking, Date.now).findIssue(OURS, REPOSITORY, since, true);
  expect(await find(Date.now() + WEEK_MS)).toEqual({ kind: 'absent' });
  expect(pages).toEqual(['1']);
  expect(await find(Date.now() - WEEK_MS)).toMatchObject({ kind: 'found', number: 1 });
  expect(pages).toEqual(['1', '1', '2']);
});

it('reads the markers of everybody no further back than it is told, or for as long as it may go on', async () => {
  const numbers = async (since: number, goOn = true) => {
    const found = await issuesByMark(createOctokit(connection(), asking), REPOSITORY, since, () => goOn);
    return found.get(OURS)?.map(({ number }) => number);
  };
  expect(await numbers(Date.now() - WEEK_MS)).toEqual([1]);
  expect(pages).toEqual(['1', '2']);
  for (const stopped of [await numbers(Date.now() + WEEK_MS), await numbers(0, false)]) expect(stopped).toBe(undefined);
  expect(pages).toEqual(['1', '2', '1', '1']);
});

it('lets a stand-in be written to by two at the same time', async () => {
  const both = Promise.withResolvers<void>();
  let left = 0;
  const together: typeof fetch = async (input, init) => {
    left += 1;
    if (left === 2) both.resolve();
    await both.promise;
    return fetch(input, init);
  };
  const github = createGitHubClient(connection(), together, Date.now);
  const comment = (entry: string) =>
    github.addComment(entry as EntryId, 1, { repository: REPOSITORY, body: words('It is still so.') });
  expect((await Promise.all([comment('g'), comment('h')])).map(({ kind }) => kind)).toEqual(['arrived', 'arrived']);
});

it('is answered in a word where nothing changed, as the tag of the last answer is told; a longer list has none', async () => {
  const answers: number[] = [];
  const asked: string[] = [];
  const desk = await openTestDesk({
    async fetch(input, init) {
      const answer = await fetch(input, init);
      asked.push(String(input));
      if (/\/issues\?.*sort=updated/.test(String(input))) answers.push(answer.status);
      return answer;
    },
  });
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000096', 'records blank');
  const { repository } = DIRECTORY.find(({ label }) => label === 'PRODUCT-mhv-medical-records')!;
  await desk.call('tickets.queue', { caseIds: [id] });
  const look = async () => {
    answers.length = 0;
    desk.now += 60_000;
    await desk.call('sync.now', {});
    return answers.at(-1);
  };
  for (let looks = 0; looks < 3; looks += 1) await look();
  expect(await look()).toBe(304);
  // What cannot have arrived was not looked for.
  expect(asked.filter((one) => one.includes('creator='))).toEqual([]);
  for (let others = 0; others < 100; others += 1)
    desk.practice.world.add(repository, { title: 'x', body: '', labels: [], assignees: [], creator: 'somebody' });
  for (let looks = 0; looks < 3; looks += 1) await look();
  expect(await look()).toBe(200);
  await desk.close();
});
