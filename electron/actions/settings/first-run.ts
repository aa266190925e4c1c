// How far setup has come, read from the desk itself; only the services' answers and the dismissal of the checklist are
// stored.
import { z } from 'zod';
import type { Output } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Team } from '../../contract/schemas.ts';
import { splitRepository } from '../../core/domain/repository-name.ts';
import { countTickets } from '../../store/first-run.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import { allGitHubs } from '../../sync/connections.ts';
import type { AppContext } from '../app-context.ts';
import { type Line, listBoards } from '../tickets/choices.ts';
import { checkDirectory } from './directory.ts';

const KEY = 'first-run';
const kept = z.object({
  teamsFound: z.boolean().default(false),
  boardsFound: z.boolean().default(false),
  isHidden: z.boolean().default(false),
});

export function readFirstRun({ store: { db }, queue }: AppContext, { connections }: Line): Output<'first.get'> {
  const { status, words, size } = queue.all();
  const escalated = ['escalated', 'ticketed'].map((name) => words.status.find(name));
  return {
    ...readSetting(db, KEY, kept, kept.parse({})),
    ...countTickets(db),
    signedIn: allGitHubs(connections()).length > 0,
    cases: size,
    escalated: status.subarray(0, size).some((code) => escalated.includes(code)),
  };
}

export function keepFirstRun({ store }: AppContext, change: Partial<z.infer<typeof kept>>): Record<string, never> {
  store.transaction((db) => writeSetting(db, KEY, { ...readSetting(db, KEY, kept, kept.parse({})), ...change }));
  return {};
}

/** By label: a team matches if its repository has all of its labels. @throws AppError `refused`, `offline` */
export async function findTeams(ctx: AppContext, line: Line): Promise<Output<'first.findTeams'>> {
  const { teams, problems } = await checkDirectory(ctx, line);
  const lacking = problems.filter(({ lacksPerson }) => !lacksPerson);
  keepFirstRun(ctx, { teamsFound: lacking.length === 0 });
  const found = teams - new Set(lacking.map(({ team }) => team)).size;
  return { found, missing: lacking.map(({ team, problem }) => `${team}: ${problem}`) };
}

/** @throws AppError `refused` when nobody is signed in, `not-found` for an unknown owner, `offline` */
export async function findBoards(ctx: AppContext, line: Line): Promise<Output<'first.findBoards'>> {
  if (allGitHubs(line.connections()).length === 0)
    throw new AppError('refused', 'Sign in to GitHub first, so that its boards can be found.');
  const asked = new Map<string, Output<'boards.list'>>();
  const boards = new Map<string, boolean>();
  for (const team of listTeams(ctx.store.db)) {
    const owner = team.project?.owner ?? splitRepository(team.repository).owner;
    const listed = asked.get(owner) ?? (await listBoards(ctx, line, { owner, beside: team.repository }));
    asked.set(owner, listed);
    for (const [name, isThere] of boardsOf(team, listed)) boards.set(name, isThere);
  }
  const missing = [...boards].filter(([, isThere]) => !isThere).map(([name]) => `there is no ${name}`);
  keepFirstRun(ctx, { boardsFound: missing.length === 0 });
  return { found: boards.size - missing.length, missing };
}

/** The boards a team's new tickets go to, and whether the services have them. */
function boardsOf({ project, zenhub }: Team, { projects, workspaces }: Output<'boards.list'>): [string, boolean][] {
  const workspace = workspaces?.find(({ id }) => id === zenhub?.workspaceId);
  const hasPipeline = zenhub !== null && (workspace?.pipelines.includes(zenhub.pipeline) ?? false);
  const boards: [string, boolean][] = [];
  if (project?.on)
    boards.push([
      `board ${project.number} of ${project.owner}`,
      projects?.some(({ number }) => number === project.number) ?? false,
    ]);
  if (zenhub?.on)
    boards.push([`pipeline "${zenhub.pipeline}" in ${workspace?.name ?? 'its ZenHub workspace'}`, hasPipeline]);
  return boards;
}
