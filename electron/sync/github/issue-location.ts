// Where a ticket is now: repositories are renamed, tickets are transferred or deleted. Reads follow GitHub's redirects;
// writes never do on their own.
import { RequestError } from '@octokit/request-error';
import { onSameHost, withoutHost } from '../../core/domain/repository-name.ts';
import { type IssueLocation, type Outcome, rejected } from '../outcome.ts';
import { issueAnswer, readAnswer, repositoryAnswer } from './answers.ts';
import { type ChangedIssue, changedIssue } from './changed-issue.ts';
import { type GitHub, split } from './octokit.ts';

export type IssueLookup =
  | { readonly kind: 'there'; readonly issue: ChangedIssue }
  | { readonly kind: 'moved'; readonly to: IssueLocation }
  | { readonly kind: 'gone' }
  /** The token may not see it now. */
  | { readonly kind: 'hidden' };

const isSame = (one: string, other: string) => one.toLowerCase() === other.toLowerCase();

/** @throws RequestError, or a network error */
export async function lookUpIssue(octokit: GitHub, repository: string, issueNumber: number): Promise<IssueLookup> {
  try {
    const answer = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}', {
      ...split(repository),
      issue_number: issueNumber,
    });
    const data = readAnswer(answer, 200, issueAnswer);
    const now = /[^/]+\/[^/]+$/.exec(data.repository_url)?.[0] ?? repository;
    if (isSame(now, withoutHost(repository))) return { kind: 'there', issue: changedIssue(data) };
    const name = await nameOf(octokit, repository);
    // If the whole repository was renamed, so were the locations of all its tickets.
    if (name !== null && isSame(name, now))
      return { kind: 'moved', to: { repository: onSameHost(repository, now), ticket: null } };
    const there = onSameHost(repository, now);
    return { kind: 'moved', to: { repository: there, ticket: { number: data.number, url: data.html_url } } };
  } catch (error) {
    if (!(error instanceof RequestError)) throw error;
    if (error.status === 410) return { kind: 'gone' };
    if (error.status === 404) return { kind: 'hidden' };
    throw error;
  }
}

/** The current name of a repository; null when the token may not see it. @throws RequestError, or a network error */
export async function nameOf(octokit: GitHub, repository: string): Promise<string | null> {
  try {
    const answer = await octokit.request('GET /repos/{owner}/{repo}', split(repository));
    return readAnswer(answer, 200, repositoryAnswer).full_name;
  } catch (error) {
    if (error instanceof RequestError && error.status === 404) return null;
    throw error;
  }
}

/**
 * What to do with an entry whose target has moved. Within one owner the desk follows; nothing is sent to another owner
 * until a person says so.
 * @throws RequestError, or a network error
 */
export async function followMove(octokit: GitHub, repository: string, issueNumber: number | null): Promise<Outcome> {
  let to: IssueLocation | null = null;
  if (issueNumber !== null) {
    const found = await lookUpIssue(octokit, repository, issueNumber);
    if (found.kind === 'gone') return rejected('The ticket was deleted. Look for it at GitHub.');
    if (found.kind === 'moved') to = found.to;
  } else {
    const name = await nameOf(octokit, repository);
    if (name !== null && !isSame(name, withoutHost(repository)))
      to = { repository: onSameHost(repository, name), ticket: null };
  }
  if (to === null)
    return rejected('The repository was renamed or moved. Write its new name in the directory, then try again.');
  if (!isSame(split(to.repository).owner, split(repository).owner))
    return {
      kind: 'rejected',
      reason: `It was moved to another owner, as ${to.repository}. Nothing was sent. Open its case to follow the ticket there, then try again.`,
      movedTo: to,
    };
  return { kind: 'moved', to };
}
