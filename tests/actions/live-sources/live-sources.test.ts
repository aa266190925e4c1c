// Issues with a label come in as cases by themselves: read from the strict stand-in, scrubbed, linked, never written to.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DEFAULT_DIRECTORY, openTestDesk, type TestDesk } from '../../support/desk.ts';

const LABEL = 'from-the-field';
const [REPOSITORY = ''] = DEFAULT_DIRECTORY.map((team) => team.repository);
const PERSON = 'Zebulon Quillfeather';
let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
  desk.practice.world.addLabel(LABEL);
});
afterAll(() => desk.close());

const add = (title: string, body: string, labels: string[] = [LABEL]) =>
  desk.practice.world.add(REPOSITORY, { title, body, labels, assignees: [], creator: 'somebody' });
const set = (github: { isOn: boolean; repository: string; labels: string }) =>
  desk.call('liveSources.save', { github, everyMinutes: 15 });
const look = async () => (await desk.call('liveSources.look', { kind: 'github' })).rows;
const status = async () => (await desk.call('liveSources.list', {})).sources.find(({ kind }) => kind === 'github');
const all = async () => (await desk.call('cases.list', {})).cases;

it('is off until somebody switches it on, and says what is wrong', async () => {
  expect(await status()).toMatchObject({ isOn: false, lastAt: null, nextAt: null });
  await expect(look()).rejects.toThrow('Switch this source on first.');
  await set({ isOn: true, repository: REPOSITORY, labels: '' });
  await expect(look()).rejects.toThrow('Name at least one label');
  await set({ isOn: true, repository: 'nobody/nothing', labels: LABEL });
  await expect(look()).rejects.toThrow('There is no such repository at GitHub');
  expect(await status()).toMatchObject({ error: expect.stringContaining('no such repository'), rows: 0 });
  await desk.fault({ method: 'GET', what: 500, times: 9 });
  await expect(look()).rejects.toThrow(/^GitHub /);
  await desk.clearFaults();
});

it('takes in what carries the label, scrubbed and linked, once', async () => {
  const issue = add('Labs page is blank', `<!-- who? -->\nVeteran ${PERSON} sees no labs since Monday.`);
  add('Not a report', 'a task of the team', []);
  add('Sent by a desk', 'x\n\n<!-- tier3-desk:0199a000-0000-7000-8000-000000000000 -->');
  await set({ isOn: true, repository: REPOSITORY, labels: LABEL });
  expect(await look()).toBe(1);
  const [row] = await all();
  expect(row?.reference).toBe(`${REPOSITORY}#${issue.number}`);
  const one = await desk.call('cases.get', { id: row!.id });
  expect(one.source).toBe('github');
  expect(one.scrubbedText).not.toContain('Quillfeather');
  expect(one.rawText).not.toContain('who?');
  expect(one.fields.find(({ name }) => name === 'link')?.value).toMatch(new RegExp(`/${REPOSITORY}/issues/`));
  expect(one.activity.at(-1)?.summary).toMatch(/^Read from .*#\d+ at GitHub/);
  expect(await look()).toBe(0);
  expect((await desk.call('imports.list', {})).imports).toHaveLength(1);
  expect(await status()).toMatchObject({ isOn: true, error: null, rows: 0, allRows: 1, lastAt: desk.now });
  expect((await status())?.nextAt).toBe(desk.now + 15 * 60_000);
});

it('takes up what is closed and open again there, and changes nothing there', async () => {
  const { world } = desk.practice;
  const issue = world.issues().find(({ title }) => title === 'Labs page is blank')!;
  const said = () => JSON.stringify([issue.title, issue.body, issue.labels, issue.comments]);
  const before = said();
  const reference = `${REPOSITORY}#${issue.number}`;
  for (const [state, becomes] of [
    ['closed', 'resolved'],
    ['open', 'undecided'],
    ['closed', 'resolved'],
  ] as const) {
    world.skewMs += 5_000;
    desk.now += 60_000;
    world.change(issue, { state });
    expect(await look()).toBe(1);
    expect((await desk.call('cases.find', { reference })).cases[0]?.status).toBe(becomes);
  }
  expect(said()).toBe(before);
});
