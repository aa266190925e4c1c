// Reads from GitHub: issues that changed since a given time on its clock, and their comments.
import { RequestError } from '@octokit/request-error';
import { commentList, issueList, readAnswer, userAnswer } from './answers.ts';
import { type ChangedIssue, changedIssue } from './changed-issue.ts';
import { isLimit } from './errors.ts';
import { type IssueLookup, lookUpIssue } from './issue-location.ts';
import { createOctokit, type GitHubConnection, PAGE, split } from './octokit.ts';

export interface PulledComment {
  readonly id: string;
  /** Number of its issue. */
  readonly issue: number;
  readonly author: string;
  readonly body: string;
  /** The service's time. */
  readonly createdAt: string;
  /** When it was last edited, or created if it was never edited. */
  readonly editedAt: string;
  /** MEMBER, OWNER, COLLABORATOR …: the author's relation to the repository. */
  readonly association: string;
}

export interface RemoteChanges {
  /**
   * Pages of issues that changed since, oldest change first. `etag` is that of the last request; if nothing changed
   * since then, there are no pages. Returns the tag for the next request, or that the token has no access.
   * @throws RequestError, or a network error
   */
  changedIssues(
    repository: string,
    since: string,
    etag: string | null,
  ): AsyncGenerator<readonly ChangedIssue[], { readonly etag: string | null } | 'unreadable'>;
  /** Pages of comments since, of one issue or of the whole repository. */
  comments(repository: string, issue: number | null, since: string): AsyncGenerator<readonly PulledComment[]>;
  /** The location and content of one ticket that has had no news for a long time. */
  lookUpIssue(repository: string, issue: number): Promise<IssueLookup>;
  login(): Promise<string>;
  /** Our clock minus the service's, by its last response, in ms. */
  skewMs(): number;
}

const NOT_MODIFIED = 304;
/** No permission, no such repository, issues disabled, or taken down. */
const UNREADABLE: ReadonlySet<number> = new Set([403, 404, 410, 451]);

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

  return {
    async *changedIssues(repository, since, etag) {
      const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues', {
        ...split(repository),
        state: 'all',
        sort: 'updated',
        direction: 'asc',
        since,
        per_page: PAGE,
        ...(etag !== null && { headers: { 'if-none-match': etag } }),
      });
      let count = 0;
      let first: string | null = null;
      try {
        for await (const answer of pages) {
          heard(answer);
          count += 1;
          if (count === 1) first = answer.headers.etag ?? null;
          yield readAnswer(answer, 200, issueList)
            .filter((issue) => issue.pull_request === undefined)
            .map(changedIssue);
        }
      } catch (error) {
        // A 304 response does not count against the hourly limit.
        if (error instanceof RequestError && error.status === NOT_MODIFIED) return { etag };
        if (error instanceof RequestError && UNREADABLE.has(error.status) && !isLimit(error)) return 'unreadable';
        throw error;
      }
      // The tag covers the first page only: with more pages, it says nothing about the others.
      return { etag: count === 1 ? first : null };
    },
    async *comments(repository, issue, since) {
      const where = { ...split(repository), since, per_page: PAGE };
      const pages =
        issue === null
          ? octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/comments', {
              ...where,
              sort: 'updated',
              direction: 'asc',
            })
          : octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
              ...where,
              issue_number: issue,
            });
      for await (const answer of pages)
        yield readAnswer(heard(answer), 200, commentList).map((one) => ({
          id: String(one.id),
          issue: Number(/\d+$/.exec(one.issue_url)?.[0]),
          author: one.user?.login ?? 'ghost',
          body: one.body ?? '',
          createdAt: one.created_at,
          editedAt: one.updated_at,
          association: one.author_association ?? 'NONE',
        }));
    },
    lookUpIssue: (repository, issue) => lookUpIssue(octokit, repository, issue),
    async login() {
      self ??= readAnswer(heard(await octokit.request('GET /user')), 200, userAnswer).login;
      return self;
    },
    skewMs: () => skew,
  };
}
