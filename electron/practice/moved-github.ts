// The GitHub that practice moves to, another host and owner. What stands at the old one is there as a migration leaves
// it: the same words with the mark in them, other numbers, and the oldest ticket left behind, so that a lead sees what
// stays.
import type { Team } from '../contract/schemas.ts';
import { createPracticeWorld, type PracticeIssue, type PracticeWorld } from './state.ts';

export const MOVED_HOST = 'va.ghe.com';
const OWNER = 'software';
export const MOVED_REPOSITORY = `${OWNER}/va.gov-team`;
/**
 * Ids are one series over both places, as ZenHub knows an issue by its id; a copy has that of its original and so much.
 */
const [FIRST_ID, FIRST_COPY] = [1_000_000, 2_000_000];

export interface MovedGitHub {
  readonly world: PracticeWorld;
  /** Copies what is new at the old place. */
  migrate(): void;
}

/** @param file where its issues are kept; null for in memory only */
export function createMovedGitHub(old: PracticeWorld, directory: readonly Team[], file: string | null): MovedGitHub {
  const there = directory.map((team) => ({
    ...team,
    repository: MOVED_REPOSITORY,
    project: team.project && { ...team.project, owner: OWNER },
  }));
  const world = createPracticeWorld(there, file, FIRST_ID);
  world.host = { api: `https://api.${MOVED_HOST}`, web: `https://${MOVED_HOST}` };
  const isThere = ({ id }: PracticeIssue) => world.issues().some((one) => one.id === FIRST_COPY + id);
  const copy = (one: PracticeIssue) => {
    const { id, repository: _, number: __, comments, ...fields } = one;
    const made = world.add(MOVED_REPOSITORY, fields);
    world.change(made, { ...fields, id: FIRST_COPY + id });
    for (const { login, body } of comments) world.comment(made, login, body);
  };
  return {
    world,
    migrate() {
      const [oldest, ...others] = old.issues();
      const coming = others.length === 0 && oldest !== undefined ? [oldest] : others;
      // The newest first: no ticket keeps its number but by chance.
      for (const one of coming.toReversed()) if (!isThere(one)) copy(one);
    },
  };
}

/** Both places as one, for a service that knows the issues of both. */
export function bothPlaces(one: PracticeWorld, other: PracticeWorld): PracticeWorld {
  return {
    ...one,
    // A rename is seen too.
    get repositories() {
      return [...one.repositories, ...other.repositories];
    },
    issues: () => [...one.issues(), ...other.issues()],
    place: (issue, change) => (other.issues().includes(issue) ? other : one).place(issue, change),
  };
}
