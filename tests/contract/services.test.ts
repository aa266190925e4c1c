// What we send and what the stand-ins answer, against the services' own published descriptions.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { schema } from '@octokit/graphql-schema';
import {
  buildSchema,
  type GraphQLArgument,
  type GraphQLNamedType,
  isEnumType,
  isUnionType,
  parse,
  validate,
} from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as githubDocuments from '../../electron/sync/github/documents.ts';
import * as zenhubDocuments from '../../electron/sync/zenhub/documents.ts';
import { openTestDesk, ROOT, type TestDesk } from '../support/desk.ts';

const DESCRIPTIONS = join(ROOT, 'electron', 'practice', 'descriptions');
const REPO = '/repos/department-of-veterans-affairs/va.gov-team';
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const github = (path: string, init: RequestInit = {}) =>
  fetch(desk.practice.github + path, {
    ...init,
    headers: { authorization: 'token t', 'content-type': 'application/json', ...init.headers },
  });

describe('the GitHub stand-in', () => {
  it.each([
    ['no title', {}],
    ['labels that are no list', { title: 'x', labels: 5 }],
    ['assignees that are no names', { title: 'x', assignees: [1] }],
  ])('refuses an issue with %s, as GitHub would', async (_, body) => {
    expect((await github(`${REPO}/issues`, { method: 'POST', body: JSON.stringify(body) })).status).toBe(422);
    expect(desk.practice.world.issues()).toHaveLength(0);
  });

  it.each([
    ['assignees', { title: 'x', assignees: ['nobody42'] }, { value: 'nobody42', code: 'invalid' }],
    ['milestone', { title: 'x', milestone: 99 }, { value: 99, code: 'invalid' }],
    ['title', { title: 'x'.repeat(257) }, { message: 'title is too long (maximum is 256 characters)' }],
    ['body', { title: 'x', body: 'x'.repeat(65_537) }, { message: 'body is too long (maximum is 65536 characters)' }],
  ])('says which %s it refuses and why, as GitHub does', async (field, body, detail) => {
    const answer = await github(`${REPO}/issues`, { method: 'POST', body: JSON.stringify(body) });
    expect(answer.status).toBe(422);
    expect(await answer.json()).toMatchObject({ message: 'Validation Failed', errors: [{ field, ...detail }] });
  });

  it('numbers the issues of each repository by themselves, and never twice', () => {
    const { world } = desk.practice;
    const words = { title: 'x', body: '', labels: [], assignees: [] };
    const [first, second, other] = ['a/one', 'a/one', 'a/two'].map((repository) => world.add(repository, words));
    expect([first, second, other].map((issue) => issue?.number)).toEqual([1, 2, 1]);
    world.drop(second!);
    expect(world.add('a/one', words).number).toBe(3);
    for (const issue of world.issues().filter(({ repository }) => repository.startsWith('a/'))) world.drop(issue);
  });

  it('lists comments by when they last changed, and keeps the method of a write to what has moved', async () => {
    const { world, moves } = desk.practice;
    const issue = world.add(REPO.slice('/repos/'.length), { title: 'x', body: '', labels: [], assignees: [] });
    const { id } = world.comment(issue, 'mr-engineer', 'first');
    world.comment(issue, 'mr-engineer', 'second');
    world.skewMs += 10_000;
    const since = world.now().toISOString();
    world.skewMs += 10_000;
    world.editComment(issue, id, 'edited');
    const list = async (path: string) => (await (await github(`${path}?since=${since}`)).json()) as { body: string }[];
    for (const path of [`${REPO}/issues/comments`, `${REPO}/issues/${issue.number}/comments`])
      expect((await list(path)).map(({ body }) => body)).toEqual(['edited']);
    const copy = moves.transfer(issue, 'department-of-veterans-affairs/elsewhere');
    const at = `${REPO}/issues/${issue.number}`;
    expect((await github(at, { redirect: 'manual' })).status).toBe(301);
    const write = await github(at, { method: 'PATCH', body: '{"state":"closed"}', redirect: 'manual' });
    expect([write.status, write.headers.get('location')]).toEqual([
      307,
      expect.stringContaining('/repos/department-of-veterans-affairs/elsewhere/issues/1'),
    ]);
    world.drop(copy);
  });

  it('refuses unknown states and pages, and strangers', async () => {
    expect((await github(`${REPO}/issues?state=odd`)).status).toBe(422);
    expect((await github(`${REPO}/issues?per_page=many`)).status).toBe(422);
    expect((await github(`${REPO}/issues`, { headers: { authorization: '' } })).status).toBe(401);
    expect((await github('/repos/nobody/nothing/issues')).status).toBe(404);
  });

  it('answers every operation in the published shape', async () => {
    // The stand-in checks each of its own answers and turns a wrong one into 500.
    const made = await github(`${REPO}/issues`, {
      method: 'POST',
      body: JSON.stringify({ title: 'x', labels: ['MHV-Tier-3', 'no such'], assignees: ['mr-engineer'] }),
    });
    expect(made.status).toBe(201);
    const issue = (await made.json()) as { number: number; labels: { name: string }[]; assignees: { login: string }[] };
    expect(issue.labels.map((label) => label.name)).toEqual(['MHV-Tier-3']);
    expect(issue.assignees.map((user) => user.login)).toEqual(['mr-engineer']);
    const calls: [string, RequestInit?][] = [
      ['/user'],
      [`${REPO}/issues?state=all&creator=tier3-lead&sort=created&direction=desc&per_page=100`],
      [`${REPO}/issues/${issue.number}`],
      [`${REPO}/issues/${issue.number}`, { method: 'PATCH', body: '{"state":"closed"}' }],
      [`${REPO}/issues/${issue.number}/comments`, { method: 'POST', body: '{"body":"hello"}' }],
      [`${REPO}/issues/${issue.number}/comments`],
      [`${REPO}/labels`],
      [`${REPO}/assignees`],
    ];
    for (const [path, init] of calls)
      expect([path, (await github(path, init)).status]).toEqual([path, init?.method === 'POST' ? 201 : 200]);
  });
});

const read = (file: string) => readFileSync(file, 'utf8');
/** May not be passed on; where it is at hand it is checked against. */
const ZENHUB_WHOLE = join(ROOT, '..', 'shared', 'contracts', 'zenhub.schema.graphql');

/** GitHub publishes a schema in which a field stands twice. */
const AS_PUBLISHED = { assumeValidSDL: true };

describe.each([
  {
    name: 'ZenHub',
    carried: 'zenhub.graphql',
    documents: zenhubDocuments,
    whole: existsSync(ZENHUB_WHOLE) ? read(ZENHUB_WHOLE) : null,
  },
  { name: 'GitHub boards', carried: 'github.graphql', documents: githubDocuments, whole: schema.idl },
])('$name', ({ carried, documents, whole }) => {
  const ours = read(join(DESCRIPTIONS, carried));
  const schemas = [['the carried part', ours], ...(whole === null ? [] : [['the whole schema', whole]])];

  it.each(schemas)('takes every document of ours: %s', (_, sdl) => {
    const built = buildSchema(sdl ?? '', AS_PUBLISHED);
    for (const [name, document] of Object.entries(documents))
      expect([name, validate(built, parse(document))]).toEqual([name, []]);
  });

  it.each(schemas.slice(1))('has every name, type, argument and choice that we carry: %s', (_, sdl) => {
    const all = buildSchema(sdl ?? '', AS_PUBLISHED);
    const differing = Object.values(buildSchema(ours).getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) => differences(type, all.getType(type.name)));
    expect(differing).toEqual([]);
  });
});

/** Where a carried type says something else than the real one of its name. */
function differences(type: GraphQLNamedType, real: GraphQLNamedType | undefined): string[] {
  if (real === undefined || real.constructor !== type.constructor) return [type.name];
  const missing = (ours: readonly string[], theirs: readonly string[]) =>
    ours.filter((one) => !theirs.includes(one)).map((one) => `${type.name} ${one}`);
  if (isEnumType(type) && isEnumType(real))
    return missing(
      type.getValues().map((value) => value.name),
      real.getValues().map((value) => value.name),
    );
  if (isUnionType(type) && isUnionType(real)) return missing(type.getTypes().map(String), real.getTypes().map(String));
  if (!('getFields' in type && 'getFields' in real)) return [];
  const theirs = real.getFields();
  return Object.entries(type.getFields()).flatMap(([name, field]) => {
    const other = theirs[name];
    if (other === undefined || String(other.type) !== String(field.type)) return [`${type.name}.${name}`];
    const argsOf = (one: object) =>
      'args' in one ? (one.args as readonly GraphQLArgument[]).map((arg) => `${name}(${arg.name}: ${arg.type})`) : [];
    return missing(argsOf(field), argsOf(other));
  });
}

describe('the ZenHub stand-in', () => {
  it('refuses a field it does not have, with status 200 as the real one', async () => {
    const response = await fetch(desk.practice.zenhub, {
      method: 'POST',
      headers: { authorization: 'Bearer k', 'content-type': 'application/json' },
      body: JSON.stringify({ query: '{ viewer { shoeSize } }' }),
    });
    expect(response.status).toBe(200);
    expect(await response.json()).toMatchObject({ errors: [{ message: expect.stringContaining('shoeSize') }] });
  });
});
