// Every request our client can make, and every answer the stand-in gives to it, against GitHub's published description: the
// stand-in refuses with 422 what the description does not take, and answers 500 where its own answer does not fit.
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { PRACTICE_CLIENT } from '../../electron/practice/device.ts';
import { DIRECTORY, escalatedCase, openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const description = JSON.parse(
  readFileSync(join(ROOT, 'electron', 'practice', 'descriptions', 'github.openapi.json'), 'utf8'),
) as { paths: Record<string, Record<string, unknown>> };
const OPERATIONS = Object.entries(description.paths).flatMap(([path, methods]) =>
  Object.keys(methods).map((method) => `${method.toUpperCase()} ${path}`),
);
/** The most fixed words first: `/issues/comments` is no number of an issue. */
const PATTERNS = Object.keys(description.paths)
  .toSorted((one, other) => one.split('{').length - other.split('{').length)
  .map((path) => ({ path, pattern: new RegExp(`^${path.replace(/\{[^}]+\}/g, '[^/]+')}$`) }));
const DAY_MS = 86_400_000;

const made = new Map<string, Set<number>>();
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk({
    fetch: async (input, init) => {
      const answer = await fetch(input, init);
      const { pathname } = new URL(String(input));
      if (!pathname.startsWith('/github/')) return answer;
      const below = pathname.slice('/github'.length);
      const path = PATTERNS.find(({ pattern }) => pattern.test(below))?.path ?? below;
      const name = `${init?.method ?? 'GET'} ${path}`;
      made.set(name, (made.get(name) ?? new Set()).add(answer.status));
      return answer;
    },
  });
});
afterAll(() => desk.close());

it('the client uses every operation that is carried and no other, and nothing is refused on either side', async () => {
  const team = DIRECTORY.find((one) => one.label === 'PRODUCT-mhv-medical-records')!;
  const project = { owner: 'department-of-veterans-affairs', number: 1, fields: { Status: 'New' } };
  const sync = () => desk.call('sync.now', {});
  const seen = async () => (await desk.call('cases.get', { id })).ticket!.remote!;
  await desk.call('directory.save', { was: team.label, team: { ...team, project, extraLabels: ['not-there-yet'] } });
  const id = await escalatedCase(desk, '26-HRC-HD-85-00000101', 'records blank');
  await desk.call('tickets.queue', { caseIds: [id] });
  await sync();
  const { entries } = await desk.call('outbox.list', {});
  await desk.call('outbox.makeLabels', { id: entries.find((entry) => entry.kind === 'create-issue')!.id });
  await desk.call('tickets.choices', { id });
  await desk.call('boards.list', { owner: project.owner });
  await desk.call('tickets.change', {
    id,
    seen: await seen(),
    title: 'Another title',
    labels: ['MHV-Tier-3', 'mhv-medications'],
    assignees: ['rx-engineer'],
    milestone: { number: 1, title: 'Sprint 12' },
    state: 'closed',
  });
  await sync();
  await desk.call('tickets.change', { id, seen: await seen(), milestone: null, state: 'open' });
  // A comment that was lost is looked for.
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'It is still so.' });
  await desk.fault({ what: 'drop-after' });
  await desk.fault({ method: 'GET', what: 'lag', ms: 3_600_000, times: 3 });
  await sync();
  desk.now += 60_000;
  await sync();
  // More tickets with comments than are asked for one by one.
  const more = await Promise.all(
    Array.from({ length: 12 }, (_, at) => escalatedCase(desk, `26-HRC-HD-85-000002${10 + at}`, `labs missing ${at}`)),
  );
  await desk.call('tickets.queue', { caseIds: more });
  await sync();
  desk.practice.world.skewMs += 5_000;
  for (const issue of desk.practice.world.issues()) desk.practice.world.comment(issue, 'mr-engineer', 'We look at it.');
  await sync();
  // Reports that are published.
  await desk.call('publish.save', { repository: team.repository, folder: 'reports' });
  const period = { period: '2026-10' };
  const { seen: looked } = await desk.call('reports.publication', period);
  await desk.call('reports.publish', { ...period, seen: looked });
  await sync();
  // A ticket nothing was heard of for days; and one whose repository has another name.
  desk.now += 3 * DAY_MS;
  await sync();
  const renamed = 'department-of-veterans-affairs/renamed';
  desk.practice.moves.renameRepository(team.repository, renamed);
  await desk.call('follow-up.comment', { id, verb: 'answer', text: 'Once more.' });
  await sync();
  await desk.call('publish.save', { repository: renamed, folder: 'reports' });
  const publication = await desk.call('reports.publication', {});
  await desk.call('reports.publish', { seen: publication.seen });
  await sync();
  const published = desk.practice.world.files().filter(({ repository }) => repository === renamed);
  const paths = publication.files.map(({ path }) => path);
  expect(published.slice(-paths.length).map(({ path }) => path)).toEqual(paths);
  expect(published).toHaveLength(2 * paths.length);

  const ours = [...made.keys()].filter((name) => name !== 'POST /graphql');
  expect(ours.toSorted()).toEqual(OPERATIONS.toSorted());
  expect([...made].filter(([, statuses]) => [400, 422, 500].some((status) => statuses.has(status)))).toEqual([]);
  expect(made.get('POST /graphql')).toEqual(new Set([200]));
});

it('signing in by device asks for nothing GitHub does not describe', async () => {
  // Signing in is no part of the REST description; the stand-in plays what GitHub documents (RFC 8628).
  const signedOut = await openTestDesk({ signedOut: true });
  const address = signedOut.practice.github;
  const code = await signedOut.call('services.askDevice', { clientId: PRACTICE_CLIENT, address });
  expect(code).toEqual({ code: 'WDJB-MJHT', address: 'https://github.com/login/device', waitMs: 1_000 });
  await signedOut.close();
});
