// Options read live from the services: boards for a team; labels, people and milestones for a ticket. Also creates
// missing labels there.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { EntryId } from '../../core/domain/ids.ts';
import { splitRepository } from '../../core/domain/repository-name.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import { type Connections, gitHubOf } from '../../sync/connections.ts';
import { validationDetail } from '../../sync/github/error-detail.ts';
import { listProjects } from '../../sync/github/list-projects.ts';
import { createOctokit, type GitHubConnection } from '../../sync/github/octokit.ts';
import { createLabel, readRepository } from '../../sync/github/repository.ts';
import { listWorkspaces } from '../../sync/zenhub/workspaces.ts';
import type { AppContext } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { requireTicket } from '../follow-up/follow-up.ts';
import { requireCase } from '../require-case.ts';
import { addLabels, lackingLabels } from './change-ticket.ts';

/** Access to the services for requests that are made right away rather than queued. */
export interface Line {
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
}

export async function asking<T>(what: string, ask: () => Promise<T>): Promise<T> {
  try {
    return await ask();
  } catch (error) {
    if (error instanceof AppError) throw error;
    const said = validationDetail(error);
    if (said !== '') throw new AppError('refused', `${what} refused it: ${said}`);
    throw new AppError('offline', `${what} cannot be reached now, or does not accept this token.`);
  }
}

/** @throws AppError `refused` */
export function requireGitHub({ connections }: Line, repository: string): GitHubConnection {
  const github = gitHubOf(connections(), repository);
  const where = splitRepository(repository).host ?? 'GitHub';
  if (github === null) throw new AppError('refused', `Sign in to ${where} first, under Services.`);
  return github;
}

/** @throws AppError `not-found` for an unknown owner, `offline` */
export async function listBoards(
  { now }: AppContext,
  line: Line,
  { owner, beside }: ParsedInput<'boards.list'>,
): Promise<Output<'boards.list'>> {
  const signedIn = line.connections();
  const { zenhub } = signedIn;
  const github = gitHubOf(signedIn, beside);
  const projects =
    github === null || owner === ''
      ? null
      : await asking('GitHub', async () => {
          const found = await listProjects(createOctokit(github, line.fetch), owner);
          if (found === null) throw new AppError('not-found', `GitHub has no "${owner}".`);
          return found;
        });
  const workspaces = zenhub === null ? null : await asking('ZenHub', () => listWorkspaces(zenhub, line.fetch, now));
  return {
    projects: projects?.map((one) => ({ ...one, statuses: [...one.statuses] })) ?? null,
    workspaces: workspaces?.map((one) => ({ ...one, pipelines: [...one.pipelines] })) ?? null,
  };
}

/** @throws AppError `refused`, `not-found`, `offline` */
export async function listChoices(
  ctx: AppContext,
  line: Line,
  { id }: ParsedInput<'tickets.choices'>,
): Promise<Output<'tickets.choices'>> {
  const { repository } = requireTicket(ctx.store.db, requireCase(ctx, id)).ticket;
  const facts = await asking('GitHub', () => readRepository(requireGitHub(line, repository), line.fetch, repository));
  if (facts === null) throw new AppError('not-found', `GitHub has no ${repository}, or the token may not see it.`);
  return { labels: [...facts.labels], people: [...facts.people], milestones: [...facts.milestones] };
}

/** Creates a label that the directory names. @throws AppError `refused`, `offline` */
export async function makeLabel(
  line: Line,
  { repository, label }: ParsedInput<'directory.makeLabel'>,
): Promise<Record<string, never>> {
  const octokit = createOctokit(requireGitHub(line, repository), line.fetch);
  await asking('GitHub', () => createLabel(octokit, repository, requireScrubbed(label, {}, 'the label')));
  return {};
}

/** Creates the labels GitHub refused on a new ticket, and queues them for it. @throws AppError `refused`, `offline` */
export async function makeLabels(ctx: AppContext, line: Line, id: EntryId): Promise<Output<'outbox.makeLabels'>> {
  const { repository, labels, ticket } = lackingLabels(ctx, id);
  for (const label of labels) await makeLabel(line, { repository, label });
  const cases = casesOfTicket(ctx.store.db, ticket.id).map((one) => one.id);
  addLabels(ctx, ticket, cases, labels);
  return { made: labels };
}
