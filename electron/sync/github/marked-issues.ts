// The issues of a repository that carry a marker of a desk, whoever opened them: a migration assigns them to other
// accounts.
import { issueList, readAnswer } from './answers.ts';
import { type ChangedIssue, changedIssue } from './changed-issue.ts';
import { type GitHub, PAGE, split } from './octokit.ts';

/** Clocks differ; a day is enough for any of them. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

/**
 * Issues by their marker, among those created since `since` (UTC ms). After each page, `goOn` gets how many issues were
 * read and how many there may be; returning false stops.
 * @throws RequestError, or a network error
 */
export async function issuesByMark(
  octokit: GitHub,
  repository: string,
  since: number,
  goOn: (read: number, all: number) => boolean,
): Promise<ReadonlyMap<string, readonly ChangedIssue[]>> {
  const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues', {
    ...split(repository),
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: PAGE,
  });
  // Keyed by number: an issue opened in the meantime pushes another onto the next page, where it is seen again.
  const found = new Map<number, ChangedIssue>();
  let read = 0;
  let newest = 0;
  for await (const page of pages) {
    const issues = readAnswer(page, 200, issueList);
    for (const issue of issues) {
      const one = issue.pull_request === undefined ? changedIssue(issue) : null;
      if (one !== null && one.mark !== null) found.set(one.number, one);
    }
    read += issues.length;
    newest = Math.max(newest, ...issues.map(({ number }) => number));
    const oldest = issues.at(-1)?.created_at;
    if (oldest === undefined || Date.parse(oldest) < since - CLOCK_SKEW_MS) break;
    if (!goOn(read, newest)) break;
  }
  return Map.groupBy(found.values(), ({ mark }) => mark ?? '');
}
