// What GitHub's lists are asked for: what was lost, by its marker, page by page and no further back than it can be; and nothing
// over again in which nothing changed.
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, it, vi } from 'vitest';
import { withMarker } from '../../electron/core/compose/marker.ts';
import { type PracticeServer, servePractice } from '../../electron/practice/serve.ts';
import { createGitHubClient } from '../../electron/sync/github/client.ts';
import { issuesByMark } from '../../electron/sync/github/marked-issues.ts';
import { createOctokit, split } from '../../electron/sync/github/octokit.ts';
import { DIRECTORY, escalatedCase, openTestDesk, ROOT } from '../support/desk.ts';

const REPOSITORY = DIRECTORY[0]!.repository;
const OURS = '01930000-0000-7000-8000-000000000001';
const WEEK_MS = 7 * 24 * 3_600_000;

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
  const ours = add(withMarker('ours', OURS));
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
afterEach(() => vi.useRealTimers());

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

it('spaces no writes to a stand-in: two of them leave without any time passing', async () => {
  vi.useFakeTimers();
  const { request } = createOctokit(connection(), async () => Response.json({}, { status: 201 }));
  const write = () =>
    request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
      ...split(REPOSITORY),
      issue_number: 1,
      body: 'x',
    });
  const answers = await Promise.all([write(), write()]);
  expect(answers.map(({ status }) => status)).toEqual([201, 201]);
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
