// What we send and what the stand-ins answer, against the services' own published descriptions.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildSchema, isInputObjectType, isObjectType, parse, validate } from 'graphql';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import * as documents from '../../electron/sync/zenhub/documents.ts';
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
      body: JSON.stringify({ title: 'x', labels: ['MHV-Tier-3', 'no such'], assignees: ['mr-engineer', 'nobody'] }),
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

describe('ZenHub', () => {
  const carried = readFileSync(join(DESCRIPTIONS, 'zenhub.graphql'), 'utf8');
  const published = join(ROOT, '..', 'shared', 'contracts', 'zenhub.schema.graphql');
  const schemas = [
    ['the carried part', carried],
    ...(existsSync(published) ? [['the whole published schema', readFileSync(published, 'utf8')]] : []),
  ] as [string, string][];

  it.each(schemas)('takes every document of ours: %s', (_, sdl) => {
    const schema = buildSchema(sdl);
    for (const [name, document] of Object.entries(documents))
      expect([name, validate(schema, parse(document))]).toEqual([name, []]);
  });

  it.each(schemas.slice(1))('has every name and type that we carry: %s', (_, sdl) => {
    const whole = buildSchema(sdl);
    const differing = Object.values(buildSchema(carried).getTypeMap())
      .filter((type) => !type.name.startsWith('__'))
      .flatMap((type) => {
        const real = whole.getType(type.name);
        if (real === undefined) return [type.name];
        if (!(isObjectType(type) || isInputObjectType(type)) || !(isObjectType(real) || isInputObjectType(real)))
          return [];
        return Object.entries(type.getFields())
          .filter(([name, field]) => String(real.getFields()[name]?.type) !== String(field.type))
          .map(([name]) => `${type.name}.${name}`);
      });
    expect(differing).toEqual([]);
  });

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
