// Reading GitHub: issues that changed since a time of its own, and their comments.
import { createOctokit, type GitHubConnection } from './octokit.ts';

export interface ChangedIssue {
  readonly number: number;
  readonly state: 'open' | 'closed';
  readonly updatedAt: string;
  readonly comments: number;
}

export interface PulledComment {
  readonly id: string;
  readonly author: string;
  readonly body: string;
  /** The service's time. */
  readonly createdAt: string;
}

export interface RemoteChanges {
  /** Oldest change first. @throws RequestError, or what the network threw */
  changedIssues(repository: string, since: string | null): AsyncIterable<ChangedIssue>;
  comments(repository: string, number: number, since: string | null): Promise<PulledComment[]>;
  login(): Promise<string>;
  /** Our clock minus the service's, by its last answer, in ms. */
  skewMs(): number;
}

const PAGE = 100;

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

  return {
    async *changedIssues(repository, since) {
      for (let page = 1; ; page += 1) {
        const { data } = heard(
          await octokit.request('GET /repos/{owner}/{repo}/issues', {
            ...split(repository),
            state: 'all',
            sort: 'updated',
            direction: 'asc',
            ...(since !== null && { since }),
            per_page: PAGE,
            page,
          }),
        );
        for (const { number, state, updated_at, comments, pull_request } of data)
          if (pull_request === undefined)
            yield { number, state: state === 'closed' ? 'closed' : 'open', updatedAt: updated_at, comments };
        if (data.length < PAGE) return;
      }
    },
    async comments(repository, number, since) {
      const found: PulledComment[] = [];
      for (let page = 1; ; page += 1) {
        const { data } = heard(
          await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            ...split(repository),
            issue_number: number,
            ...(since !== null && { since }),
            per_page: PAGE,
            page,
          }),
        );
        for (const one of data)
          found.push({
            id: String(one.id),
            author: one.user?.login ?? 'ghost',
            body: one.body ?? '',
            createdAt: one.created_at,
          });
        if (data.length < PAGE) return found;
      }
    },
    async login() {
      self ??= heard(await octokit.request('GET /user')).data.login;
      return self;
    },
    skewMs: () => skew,
  };
}
