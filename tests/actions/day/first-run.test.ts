// How far a new desk has come: read from what it holds, and from what the services said they have.
import { afterEach, expect, it } from 'vitest';
import { escalatedCase, openTestDesk, type TestDesk } from '../../support/desk.ts';

let desk: TestDesk;
afterEach(() => desk.close());

it('goes on with each step, finds teams by label and boards by number, and stays put away', async () => {
  desk = await openTestDesk();
  const first = () => desk.call('first.get', {});
  expect(await first()).toEqual({
    signedIn: true,
    teamsFound: false,
    boardsFound: false,
    cases: 0,
    escalated: false,
    queued: false,
    opened: false,
    isHidden: false,
  });

  const { teams } = await desk.call('directory.list', {});
  expect(await desk.call('first.findTeams', {})).toEqual({ found: teams.length, missing: [] });
  expect(await desk.call('first.findBoards', {})).toMatchObject({ missing: [] });
  expect(await first()).toMatchObject({ teamsFound: true, boardsFound: true });

  const [team] = teams;
  await desk.call('directory.save', { was: team!.label, team: { ...team!, label: 'TEAM-nobody' } });
  const lacking = await desk.call('first.findTeams', {});
  expect(lacking.found).toBe(teams.length - 1);
  expect(lacking.missing.join()).toContain('no label "TEAM-nobody"');
  expect(await first()).toMatchObject({ teamsFound: false });

  const id = await escalatedCase(desk, '26-HRC-HD-18-36871001', 'The list of records stays blank');
  expect(await first()).toMatchObject({ cases: 1, escalated: true, queued: false });
  await desk.call('tickets.queue', { caseIds: [id] });
  expect(await first()).toMatchObject({ queued: true, opened: false });
  await desk.call('sync.now', {});
  expect(await first()).toMatchObject({ opened: true });

  await desk.call('first.hide', { isHidden: true });
  expect(await first()).toMatchObject({ isHidden: true, teamsFound: false, boardsFound: true });
});
