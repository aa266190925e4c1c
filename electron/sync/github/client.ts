// GitHub as the outbox needs it: create an issue or a comment, look for one by its mark. No retries of any kind: the outbox
// decides.
import type { z } from 'zod';
import { hasMarker, withMarker } from '../../core/compose/marker.ts';
import type { GitHubText } from '../../core/compose/outgoing.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import type {
  AddCommentPayload,
  CreateIssuePayload,
  EditIssuePayload,
  SetProjectPayload,
} from '../../core/words/outbox.ts';
import type { RemoteTicket } from '../../core/words/ticket.ts';
import type { LookUp, Outcome } from '../outcome.ts';
import { commentAnswer, commentList, issueAnswer, issueList, readAnswer, userAnswer } from './answers.ts';
import { editIssue } from './edit-issue.ts';
import { describeGitHubError, hasMoved } from './errors.ts';
import { createOctokit, type GitHub, type GitHubConnection, PAGE, split } from './octokit.ts';
import { setProject } from './projects.ts';
import { remoteTicket } from './remote-ticket.ts';
import { followMove } from './whereabouts.ts';

type Escaped<K extends string> = Readonly<Record<K, GitHubText>>;
type EscapedChanges = { readonly [K in 'title' | 'body']?: { readonly becomes: GitHubText } | undefined };

export interface GitHubClient {
  createIssue(entryId: string, issue: CreateIssuePayload & Escaped<'title' | 'body'>): Promise<Outcome>;
  editIssue(issueNumber: number, edit: EditIssuePayload & { readonly changes: EscapedChanges }): Promise<Outcome>;
  /** Puts the issue onto a board and sets its fields there. */
  setProject(issueNumber: number, place: SetProjectPayload): Promise<Outcome>;
  addComment(entryId: string, issueNumber: number, comment: AddCommentPayload & Escaped<'body'>): Promise<Outcome>;
  /** Looks for the comment an entry may have made, among all of its issue: a wrong clock here must not hide it. */
  findComment(entryId: string, repository: string, issueNumber: number): Promise<LookUp>;
  /** Looks for the issue an entry may have made, among the user's own newest ones since `since` (UTC ms). */
  findIssue(entryId: string, repository: string, since: number): Promise<LookUp>;
}

/** Our clock and GitHub's may differ by this much, in ms: a wrong clock must not hide what arrived. */
const CLOCK_SKEW_MS = 24 * 3_600_000;

export function createGitHubClient(
  connection: GitHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): GitHubClient {
  const octokit = createOctokit(connection, sendingFetch);
  let login: string | null = null;

  /** Marks count only in what our own account wrote: anybody may copy one. */
  async function whoAmI(): Promise<string> {
    login ??= readAnswer(await octokit.request('GET /user'), 200, userAnswer).login;
    return login;
  }

  function lookLater(error: unknown): LookUp {
    const outcome = describeGitHubError(error, now());
    if (outcome.kind === 'later') return outcome;
    return { kind: 'later', reason: 'reason' in outcome ? outcome.reason : '', offline: false };
  }

  /** What a failed write means; where what it writes to has moved, GitHub is asked where. */
  async function failed(
    error: unknown,
    what: 'ticket' | 'comment' | 'edit',
    repository: string,
    issueNumber: number | null,
  ): Promise<Outcome> {
    if (!hasMoved(error)) return describeGitHubError(error, now(), what);
    try {
      return await followMove(octokit, repository, issueNumber);
    } catch {
      return { kind: 'later', reason: 'It has moved, and GitHub did not say where yet.', offline: false };
    }
  }

  return {
    async createIssue(entryId, { repository, title, body, labels, assignees }) {
      try {
        const answer = await octokit.request('POST /repos/{owner}/{repo}/issues', {
          ...split(repository),
          title,
          body: withMarker(body, entryId),
          labels: [...labels],
          assignees: [...assignees],
        });
        const data = readAnswer(answer, 201, issueAnswer);
        const remote = remoteTicket(data);
        return {
          kind: 'arrived',
          number: data.number,
          url: data.html_url,
          remote,
          note: dropped({ labels, assignees }, remote),
        };
      } catch (error) {
        return failed(error, 'ticket', repository, null);
      }
    },
    editIssue: async (issueNumber, edit) => {
      try {
        return await editIssue(octokit, issueNumber, edit);
      } catch (error) {
        return failed(error, 'edit', edit.repository, issueNumber);
      }
    },
    setProject: (issueNumber, place) => setProject(octokit, issueNumber, place, now),
    async addComment(entryId, issueNumber, { repository, body }) {
      try {
        const answer = await octokit.request('POST /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...split(repository),
          issue_number: issueNumber,
          body: withMarker(body, entryId),
        });
        const { id } = readAnswer(answer, 201, commentAnswer);
        return { kind: 'arrived', commentId: String(id), note: null };
      } catch (error) {
        return failed(error, 'comment', repository, issueNumber);
      }
    },
    async findComment(entryId, repository, issueNumber) {
      try {
        const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues/{issue_number}/comments', {
          ...split(repository),
          issue_number: issueNumber,
          per_page: PAGE,
        });
        const self = await whoAmI();
        for await (const page of pages) {
          const isOurs = ({ user, body }: z.infer<typeof commentAnswer>) =>
            user?.login === self && hasMarker(body, entryId);
          const match = readAnswer(page, 200, commentList).find(isOurs);
          if (match !== undefined)
            return { kind: 'found', number: issueNumber, url: match.html_url, commentId: String(match.id) };
        }
        return { kind: 'absent' };
      } catch (error) {
        return lookLater(error);
      }
    },
    async findIssue(entryId, repository, since) {
      try {
        return await findIn(octokit, repository, await whoAmI(), entryId, since);
      } catch (error) {
        return lookLater(error);
      }
    },
  };
}

async function findIn(
  octokit: GitHub,
  repository: string,
  creator: string,
  entryId: string,
  since: number,
): Promise<LookUp> {
  const pages = octokit.paginate.iterator('GET /repos/{owner}/{repo}/issues', {
    ...split(repository),
    creator,
    state: 'all',
    sort: 'created',
    direction: 'desc',
    per_page: PAGE,
  });
  for await (const page of pages) {
    const data = readAnswer(page, 200, issueList);
    // Oldest of several first: a body that was copied carries the mark too, and ours came before the copy.
    const match = data.filter((issue) => issue.pull_request === undefined && hasMarker(issue.body, entryId)).at(-1);
    if (match !== undefined)
      return { kind: 'found', number: match.number, url: match.html_url, remote: remoteTicket(match) };
    const oldest = data.at(-1);
    if (oldest === undefined || Date.parse(oldest.created_at) < since - CLOCK_SKEW_MS) break;
  }
  return { kind: 'absent' };
}

/** Labels and assignees are dropped silently without the right to set them; the lead should know. */
function dropped(wanted: Pick<CreateIssuePayload, 'labels' | 'assignees'>, got: RemoteTicket): string | null {
  const missing = [
    ...missingOf(wanted.labels, got.labels).map((name) => `label ${name}`),
    ...missingOf(wanted.assignees, got.assignees).map((name) => `assignee ${name}`),
  ];
  return missing.length === 0 ? null : `GitHub did not take: ${missing.join(', ')}.`;
}
