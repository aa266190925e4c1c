// What a repository offers to a ticket: labels, assignees, open milestones; and creating labels.
import { RequestError } from '@octokit/request-error';
import type { Milestone } from '../../core/domain/ticket.ts';
import { existsAlready } from './error-detail.ts';
import { createOctokit, type GitHub, type GitHubConnection, PAGE, split } from './octokit.ts';

export interface RepositoryFacts {
  readonly labels: readonly string[];
  readonly people: readonly string[];
  readonly milestones: readonly Milestone[];
}

/** Null when there is no such repository or the token may not see it. @throws RequestError, or a network error */
export async function readRepository(
  connection: GitHubConnection,
  fetcher: typeof fetch,
  repository: string,
): Promise<RepositoryFacts | null> {
  const octokit = createOctokit(connection, fetcher);
  const where = { ...split(repository), per_page: PAGE };
  try {
    return {
      labels: (await octokit.paginate('GET /repos/{owner}/{repo}/labels', where)).map((label) => label.name),
      people: (await octokit.paginate('GET /repos/{owner}/{repo}/assignees', where)).map((user) => user.login),
      milestones: (await octokit.paginate('GET /repos/{owner}/{repo}/milestones', where)).map(({ number, title }) => ({
        number,
        title,
      })),
    };
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

/** GitHub's default label color. */
const GREY = 'ededed';

/**
 * Creates a label; an existing one is not an error.
 * @throws RequestError 403 or 404 without permission, 422 for a name that GitHub does not accept
 */
export async function createLabel(octokit: GitHub, repository: string, name: string): Promise<void> {
  try {
    await octokit.request('POST /repos/{owner}/{repo}/labels', { ...split(repository), name, color: GREY });
  } catch (error) {
    const isThere = error instanceof RequestError && error.status === 422 && existsAlready(error.response?.data);
    if (!isThere) throw error;
  }
}
