// What a repository has that the directory names: its labels, and who can be assigned there.
import { RequestError } from '@octokit/request-error';
import { createOctokit, type GitHubConnection } from './octokit.ts';

export interface RepositoryFacts {
  readonly labels: ReadonlySet<string>;
  readonly people: ReadonlySet<string>;
}

const PAGE = 100;

/** In small letters, as GitHub compares them; null when there is no such repository or the token may not see it. */
export async function readRepository(
  connection: GitHubConnection,
  fetcher: typeof fetch,
  repository: string,
): Promise<RepositoryFacts | null> {
  const octokit = createOctokit(connection, fetcher);
  const [owner = '', repo = ''] = repository.split('/');
  const all = async (read: (page: number) => Promise<readonly string[]>): Promise<Set<string>> => {
    const found = new Set<string>();
    for (let page = 1; ; page += 1) {
      const names = await read(page);
      for (const name of names) found.add(name.toLowerCase());
      if (names.length < PAGE) return found;
    }
  };
  try {
    const labels = await all(async (page) => {
      const where = { owner, repo, per_page: PAGE, page };
      return (await octokit.request('GET /repos/{owner}/{repo}/labels', where)).data.map((label) => label.name);
    });
    const people = await all(async (page) => {
      const where = { owner, repo, per_page: PAGE, page };
      return (await octokit.request('GET /repos/{owner}/{repo}/assignees', where)).data.map((user) => user.login);
    });
    return { labels, people };
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}
