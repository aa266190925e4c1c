// GitHub as the outbox needs it: create an issue, look for one by its mark. No retries of any kind: the outbox decides.
import { hasMarker, withMarker } from '../../core/compose/marker.ts';
import type { AddCommentPayload, CreateIssuePayload } from '../../core/words/outbox.ts';
import type { LookUp, Outcome } from '../outcome.ts';
import { describeGitHubError } from './errors.ts';
import { createOctokit, type GitHubConnection } from './octokit.ts';

export interface GitHubClient {
  createIssue(entryId: string, issue: CreateIssuePayload): Promise<Outcome>;
  addComment(entryId: string, issueNumber: number, comment: AddCommentPayload): Promise<Outcome>;
  /** Looks for the comment an entry may have made, among all of its issue: a wrong clock here must not hide it. */
  findComment(entryId: string, repository: string, issueNumber: number): Promise<LookUp>;
  /** Looks for the issue an entry may have made, among the user's own newest ones since `since` (UTC ms). */
  findIssue(entryId: string, repository: string, since: number): Promise<LookUp>;
}

/** Our clock and GitHub's may differ by this much, in ms: a wrong clock must not hide what arrived. */
const CLOCK_SKEW_MS = 24 * 3_600_000;
const PAGE = 100;

export function createGitHubClient(
  connection: GitHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): GitHubClient {
  const octokit = createOctokit(connection, sendingFetch);
  let login: string | null = null;

  async function findIn(owner: string, repo: string, creator: string, entryId: string, since: number): Promise<LookUp> {
    for (let page = 1; ; page += 1) {
      const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues', {
        owner,
        repo,
        creator,
        state: 'all',
        sort: 'created',
        direction: 'desc',
        per_page: PAGE,
        page,
      });
      // Oldest of several first: a body that was copied carries the mark too, and ours came before the copy.
      const match = data.filter((issue) => issue.pull_request === undefined && hasMarker(issue.body, entryId)).at(-1);
      if (match !== undefined) return { kind: 'found', number: match.number, url: match.html_url };
      const oldest = data.at(-1);
      if (oldest === undefined || data.length < PAGE || Date.parse(oldest.created_at) < since - CLOCK_SKEW_MS)
        return { kind: 'absent' };
    }
  }

  function lookLater(error: unknown): LookUp {
    const outcome = describeGitHubError(error, now());
    const reason = outcome.kind === 'arrived' ? '' : outcome.reason;
    return { kind: 'later', reason, offline: outcome.kind === 'later' && outcome.offline };
  }

  return {
    async createIssue(entryId, { repository, title, body, labels, assignees }) {
      const [owner = '', repo = ''] = repository.split('/');
      try {
        const { data } = await octokit.request('POST /repos/{owner}/{repo}/issues', {
          owner,
          repo,
          title,
          body: withMarker(body, entryId),
          labels: [...labels],
          assignees: [...assignees],
        });
        const gotLabels = data.labels.map((label) => (typeof label === 'string' ? label : (label.name ?? '')));
        const gotAssignees = (data.assignees ?? []).map((user) => user.login);
        return {
          kind: 'arrived',
          number: data.number,
          url: data.html_url,
          note: dropped(labels, gotLabels, assignees, gotAssignees),
        };
      } catch (error) {
        return describeGitHubError(error, now());
      }
    },
    async addComment(entryId, issueNumber, { repository, body }) {
      const [owner = '', repo = ''] = repository.split('/');
      try {
        await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          owner,
          repo,
          issue_number: issueNumber,
          body: withMarker(body, entryId),
        });
        return { kind: 'arrived', note: null };
      } catch (error) {
        return describeGitHubError(error, now(), 'comment');
      }
    },
    async findComment(entryId, repository, issueNumber) {
      const [owner = '', repo = ''] = repository.split('/');
      try {
        for (let page = 1; ; page += 1) {
          const { data } = await octokit.request('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
            owner,
            repo,
            issue_number: issueNumber,
            per_page: PAGE,
            page,
          });
          const match = data.find((comment) => hasMarker(comment.body, entryId));
          if (match !== undefined) return { kind: 'found', number: issueNumber, url: match.html_url };
          if (data.length < PAGE) return { kind: 'absent' };
        }
      } catch (error) {
        return lookLater(error);
      }
    },
    async findIssue(entryId, repository, since) {
      const [owner = '', repo = ''] = repository.split('/');
      try {
        login ??= (await octokit.request('GET /user')).data.login;
        return await findIn(owner, repo, login, entryId, since);
      } catch (error) {
        return lookLater(error);
      }
    },
  };
}

/** Labels and assignees are dropped silently without the right to set them; the lead should know. */
function dropped(
  labels: readonly string[],
  gotLabels: readonly string[],
  assignees: readonly string[],
  gotAssignees: readonly string[],
): string | null {
  const lower = (list: readonly string[]) => new Set(list.map((name) => name.toLowerCase()));
  const [haveLabels, haveAssignees] = [lower(gotLabels), lower(gotAssignees)];
  const missing = [
    ...labels.filter((name) => !haveLabels.has(name.toLowerCase())).map((name) => `label ${name}`),
    ...assignees.filter((name) => !haveAssignees.has(name.toLowerCase())).map((name) => `assignee ${name}`),
  ];
  return missing.length === 0 ? null : `GitHub did not take: ${missing.join(', ')}.`;
}
