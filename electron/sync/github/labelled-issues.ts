// Issues of a repository that carry given labels, as a source of cases: read only, never written to.
import { RequestError } from '@octokit/request-error';
import { markIn } from '../../core/compose/marker.ts';
import { boundedFetch, tooLarge } from '../bounded-answer.ts';
import { issueList, readAnswer } from './answers.ts';
import { describeGitHubError, isLimit } from './errors.ts';
import { createOctokit, type GitHubConnection, NotGitHubError, PAGE, split } from './octokit.ts';

/** Raw: somebody wrote it elsewhere. Times are the service's. */
export interface LabelledIssue {
  readonly number: number;
  readonly url: string;
  readonly title: string;
  readonly body: string;
  readonly isOpen: boolean;
  readonly labels: readonly string[];
  readonly createdAt: string;
  readonly updatedAt: string;
  /** Null while it is open. */
  readonly closedAt: string | null;
}

/**
 * Pages of issues that changed since a time of the service's own, that one included, oldest change first; `since` null
 * for all of them. Pull requests are left out, and what a desk sent.
 * @throws RequestError, NotGitHubError, or what the network threw
 */
export async function* labelledIssues(
  connection: GitHubConnection,
  fetcher: typeof fetch,
  {
    repository,
    labels,
    since,
  }: { readonly repository: string; readonly labels: string; readonly since: string | null },
): AsyncGenerator<readonly LabelledIssue[]> {
  const pages = createOctokit(connection, boundedFetch(fetcher)).paginate.iterator('GET /repos/{owner}/{repo}/issues', {
    ...split(repository),
    state: 'all',
    sort: 'updated',
    direction: 'asc',
    per_page: PAGE,
    labels,
    ...(since !== null && { since }),
  });
  for await (const page of pages)
    yield readAnswer(page, 200, issueList)
      .filter(({ body, pull_request }) => pull_request === undefined && markIn(body ?? '') === null)
      .map((issue) => ({
        number: issue.number,
        url: issue.html_url,
        title: issue.title,
        body: issue.body ?? '',
        isOpen: issue.state === 'open',
        labels: issue.labels.flatMap((label) => (typeof label === 'string' ? label : (label.name ?? []))),
        createdAt: issue.created_at,
        updatedAt: issue.updated_at,
        closedAt: issue.closed_at ?? null,
      }));
}

/** Why they could not be read, as a sentence. `now` is UTC ms. */
export function whyNotRead(error: unknown, now: number): string {
  const large = tooLarge(error);
  if (large !== null) return large;
  if (error instanceof RequestError && error.status === 403 && !isLimit(error))
    return 'The token may not read the issues of this repository.';
  const outcome = describeGitHubError(error, now);
  if (outcome.kind === 'indeterminate' && outcome.broke === true) return 'The connection broke while reading.';
  return 'reason' in outcome ? outcome.reason : 'The repository has moved. Write its new name here.';
}

/** True where no answer came at all. */
export function mayReadAgain(error: unknown): boolean {
  return !(error instanceof RequestError && error.response !== undefined) && !(error instanceof NotGitHubError);
}
