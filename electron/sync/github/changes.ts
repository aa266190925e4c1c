// Reading GitHub: issues that changed since a time of its own, and their comments.
import { RequestError } from '@octokit/request-error';
import { createOctokit, type GitHubConnection } from './octokit.ts';

export interface ChangedIssue {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly updatedAt: string;
  readonly comments: number;
}

export interface PulledComment {
  readonly id: string;
  /** Number of the issue it stands on. */
  readonly issue: number;
  readonly author: string;
  readonly body: string;
  /** The service's time. */
  readonly createdAt: string;
}

export interface RemoteChanges {
  /**
   * Pages of issues that changed since, oldest change first; `etag` is that of the last look, and when nothing changed
   * since then there is no page at all. What it returns is the tag for the next look.
   * @throws RequestError, or what the network threw
   */
  changedIssues(
    repository: string,
    since: string,
    etag: string | null,
  ): AsyncGenerator<readonly ChangedIssue[], string | null>;
  /** Pages of comments since, of one issue or of the whole repository. */
  comments(repository: string, issue: number | null, since: string): AsyncGenerator<readonly PulledComment[]>;
  login(): Promise<string>;
  /** Our clock minus the service's, by its last answer, in ms. */
  skewMs(): number;
}

const PAGE = 100;
const NOT_MODIFIED = 304;

export function createRemoteChanges(
  connection: GitHubConnection,
  fetcher: typeof fetch,
  now: () => number,
): RemoteChanges {
  const octokit = createOctokit(connection, fetcher);
  let skew = 0;
  let self: string | null = null;
  const heard = <T extends { headers: { date?: string | undefined } }>(answer: T): T => {
    const at = Date.parse(answer.headers.date ?? '');
    if (Number.isFinite(at)) skew = now() - at;
    return answer;
  };
  const split = (repository: string) => {
    const [owner = '', repo = ''] = repository.split('/');
    return { owner, repo };
  };

  function issuesPage(repository: string, since: string, page: number, etag: string | null) {
    return octokit.request('GET /repos/{owner}/{repo}/issues', {
      ...split(repository),
      state: 'all',
      sort: 'updated',
      direction: 'asc',
      since,
      per_page: PAGE,
      page,
      ...(etag !== null && { headers: { 'if-none-match': etag } }),
    });
  }

  return {
    async *changedIssues(repository, since, etag) {
      let first: string | null = null;
      for (let page = 1; ; page += 1) {
        let answer: Awaited<ReturnType<typeof issuesPage>>;
        try {
          answer = heard(await issuesPage(repository, since, page, page === 1 ? etag : null));
        } catch (error) {
          // An answer of the conditional kind costs nothing of the hourly limit.
          if (error instanceof RequestError && error.status === NOT_MODIFIED) return etag;
          throw error;
        }
        if (page === 1) first = answer.headers.etag ?? null;
        yield answer.data
          .filter((issue) => issue.pull_request === undefined)
          .map(({ number, state, updated_at, comments }) => ({
            number,
            state: state === 'closed' ? 'closed' : 'open',
            updatedAt: updated_at,
            comments,
          }));
        if (answer.data.length < PAGE) return page === 1 ? first : null;
      }
    },
    async *comments(repository, issue, since) {
      for (let page = 1; ; page += 1) {
        const where = { ...split(repository), since, per_page: PAGE, page };
        const { data } = heard(
          issue === null
            ? await octokit.request('GET /repos/{owner}/{repo}/issues/comments', {
                ...where,
                sort: 'updated',
                direction: 'asc',
              })
            : await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
                ...where,
                issue_number: issue,
              }),
        );
        yield data.map((one) => ({
          id: String(one.id),
          issue: Number(/\d+$/.exec(one.issue_url)?.[0]),
          author: one.user?.login ?? 'ghost',
          body: one.body ?? '',
          createdAt: one.created_at,
        }));
        if (data.length < PAGE) return;
      }
    },
    async login() {
      self ??= heard(await octokit.request('GET /user')).data.login;
      return self;
    },
    skewMs: () => skew,
  };
}
