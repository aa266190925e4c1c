// The teams of a practice desk answer by themselves, in words that the clocks understand.
import { expect, it } from 'vitest';
import { readTeamComment } from '../../electron/core/follow-up/team-comment.ts';
import { createPracticeWorld, PRACTICE_LOGIN } from '../../electron/practice/state.ts';
import { answerAsTeams } from '../../electron/practice/teams-at-work.ts';
import { DIRECTORY } from '../support/desk.ts';

const MINUTE = 60_000;

it('asks, promises a day and fixes, each once and some minutes later; one in four stays silent until it is asked', () => {
  const world = createPracticeWorld(DIRECTORY, null);
  const [repository] = world.repositories;
  const fields = { title: 'Labs are missing', body: '', labels: [], assignees: [] };
  const issues = Array.from({ length: 3 }, () => world.add(repository!, fields));
  const strange = world.add(repository!, { ...fields, creator: 'somebody-else' });
  /** What each ticket was told by its team, by what the desk makes of it. */
  const said = () =>
    issues.map(({ comments }) =>
      comments
        .filter(({ login }) => login !== PRACTICE_LOGIN)
        .map(({ body, createdAt }) => readTeamComment(body, Date.parse(createdAt)).meaning),
    );
  const later = (minutes: number) => {
    world.skewMs += minutes * MINUTE;
    answerAsTeams(world);
    answerAsTeams(world);
  };
  later(1);
  expect(said()).toEqual([[], [], []]);
  later(2);
  expect(said()).toEqual([['question-asked'], ['set-eta'], []]);
  for (const issue of issues) world.comment(issue, PRACTICE_LOGIN, 'Firefox 140. Is there an ETA?');
  later(3);
  expect(said()).toEqual([['question-asked', 'set-eta'], ['set-eta'], ['set-eta']]);
  later(7);
  expect(issues.map(({ state }) => state)).toEqual(['closed', 'closed', 'closed']);
  expect(said().map((each) => each.at(-1))).toEqual(['team-answered', 'team-answered', 'team-answered']);
  later(60);
  expect(said().flat()).toHaveLength(7);
  expect(strange.comments).toEqual([]);
});
