// The directory: changed and taken in as a whole or not at all, held against GitHub, undone with a key.
import { afterAll, beforeAll, expect, it } from 'vitest';
import { DIRECTORY, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
beforeAll(async () => {
  desk = await openTestDesk();
});
afterAll(() => desk.close());

const labels = async () => (await desk.call('directory.list', {})).teams.map((team) => team.label);
const [first] = DIRECTORY;

it('finds nothing wrong with the directory it came with', async () => {
  expect(await desk.call('directory.check', {})).toEqual({ teams: DIRECTORY.length, problems: [] });
});

it('says what GitHub lacks of a changed team: label, person, repository', async () => {
  const changed = { ...first!, label: 'no-such-label', assignees: ['nobody-here'] };
  await desk.call('directory.save', { was: first!.label, team: changed });
  const { problems } = await desk.call('directory.check', {});
  expect(problems.map((one) => one.problem)).toEqual([
    expect.stringContaining('has no label "no-such-label"'),
    expect.stringContaining('@nobody-here cannot be assigned'),
  ]);
  await desk.call('directory.save', { was: 'no-such-label', team: { ...changed, repository: 'nobody/nothing' } });
  expect((await desk.call('directory.check', {})).problems[0]?.problem).toContain(
    'there is no repository nobody/nothing',
  );
});

it('takes changes back one by one', async () => {
  await desk.call('activity.undo', {});
  await desk.call('activity.undo', {});
  expect(await labels()).toEqual(DIRECTORY.map((team) => team.label));
});

it.each([
  ['no JSON', '{', 'not JSON'],
  ['a missing field', JSON.stringify([{ ...first, covers: undefined }]), /covers/],
  ['two teams of one label', JSON.stringify([first, { ...first, name: 'Another' }]), 'is of another team already'],
  ['two teams of one name', JSON.stringify([first, { ...first, label: 'another' }]), 'another team is called'],
  ['a repository without owner', JSON.stringify([{ ...first, repository: 'va.gov-team' }]), 'owner/name'],
  ['a team that covers nothing', JSON.stringify([{ ...first, covers: [] }]), 'say what it covers'],
])('refuses a directory with %s and keeps the one there', async (_, text, message) => {
  await expect(desk.call('directory.import', { text })).rejects.toThrow(message);
  expect(await labels()).toHaveLength(DIRECTORY.length);
});

it('takes in what it gave out', async () => {
  const { teams } = await desk.call('directory.list', {});
  await desk.call('directory.drop', { label: teams[0]!.label });
  expect(await labels()).toHaveLength(DIRECTORY.length - 1);
  await desk.call('directory.import', { text: JSON.stringify(teams) });
  expect((await desk.call('directory.list', {})).teams).toEqual(teams);
});
