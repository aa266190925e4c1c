// GitHub as the outbox needs it: create an issue or a comment, or find one by its marker. No retries of any kind: the
// outbox decides.
import type { z } from 'zod';
import { hasMarker, withMarker } from '../../core/compose/marker.ts';
import type { GitHubText } from '../../core/compose/outgoing.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import type {
  AddCommentPayload,
  CreateIssuePayload,
  EditIssuePayload,
  PutFilesPayload,
  SetProjectPayload,
} from '../../core/domain/outbox.ts';
import type { RemoteTicket } from '../../core/domain/ticket.ts';
import type { LookUp, Outcome, Retryable } from '../outcome.ts';
import type { Track } from '../track.ts';
import { commentAnswer, commentList, issueAnswer, readAnswer, userAnswer } from './answers.ts';
import { editIssue } from './edit-issue.ts';
import { describeGitHubError, hasMoved } from './errors.ts';
import { followMove } from './issue-location.ts';
import { createOctokit, type GitHubConnection, PAGE, split } from './octokit.ts';
import { createOpenTickets, type OpenTicket } from './open-tickets.ts';
import { createOwnIssues } from './own-issues.ts';
import { setProject } from './projects.ts';
import { putFiles } from './put-files.ts';
import { remoteTicket } from './remote-ticket.ts';

type Escaped<K extends string> = Readonly<Record<K, GitHubText>>;
type EscapedChanges = { readonly [K in 'title' | 'body']?: { readonly becomes: GitHubText } | undefined };

export interface GitHubClient {
  createIssue(entryId: string, issue: CreateIssuePayload & Escaped<'title' | 'body'>): Promise<Outcome>;
  editIssue(
    issueNumber: number,
    edit: EditIssuePayload & { readonly changes: EscapedChanges },
    track: Track,
  ): Promise<Outcome>;
  /** Puts the issue on a board and sets its fields there. */
  setProject(issueNumber: number, place: SetProjectPayload, track: Track): Promise<Outcome>;
  /** Puts files into a repository as they are: nothing in a file calls anybody. */
  putFiles(put: PutFilesPayload & Escaped<'message'>, track: Track): Promise<Outcome>;
  addComment(entryId: string, issueNumber: number, comment: AddCommentPayload & Escaped<'body'>): Promise<Outcome>;
  /** Searches all comments of the issue for the one an entry may have created: a wrong clock here must not hide it. */
  findComment(entryId: string, repository: string, issueNumber: number): Promise<LookUp>;
  /**
   * Searches the user's own latest issues since `since` (UTC ms) for the one an entry may have created. `anew` when it
   * may have been created since this client last searched.
   */
  findIssue(entryId: string, repository: string, since: number, anew?: boolean): Promise<LookUp>;
  /** Someone else's open ticket, or another entry's, with one of these record numbers; null for none. */
  findSameRecord(
    entryId: string,
    repository: string,
    records: readonly string[],
  ): Promise<OpenTicket | Retryable | null>;
}

export function createGitHubClient(
  connection: GitHubConnection,
  sendingFetch: typeof fetch,
  now: () => number,
): GitHubClient {
  const octokit = createOctokit(connection, sendingFetch);
  let login: string | null = null;
  const ownIssues = createOwnIssues(octokit, whoAmI);
  const openTickets = createOpenTickets(octokit);

  /** Markers only count in text our own account wrote: anyone may copy one. */
  async function whoAmI(): Promise<string> {
    login ??= readAnswer(await octokit.request('GET /user'), 200, userAnswer).login;
    return login;
  }

  function retryableSearch(error: unknown): Retryable {
    const outcome = describeGitHubError(error, now());
    if (outcome.kind === 'retryable') return outcome;
    const failing = outcome.kind === 'indeterminate';
    const offline = outcome.kind === 'indeterminate' && outcome.broke === true;
    return { kind: 'retryable', reason: 'reason' in outcome ? outcome.reason : '', offline, failing };
  }

  /** The outcome of a failed write; if the target has moved, GitHub is asked where to. */
  async function failed(
    error: unknown,
    what: 'ticket' | 'comment' | 'edit' | 'files',
    repository: string,
    issueNumber: number | null,
  ): Promise<Outcome> {
    if (!hasMoved(error)) return describeGitHubError(error, now(), what);
    try {
      return await followMove(octokit, repository, issueNumber);
    } catch {
      return { kind: 'retryable', reason: 'It has moved, and GitHub has not said where to yet.', offline: false };
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
    editIssue: async (issueNumber, edit, track) => {
      try {
        return await editIssue(octokit, issueNumber, edit, track);
      } catch (error) {
        return track.end(await failed(error, 'edit', edit.repository, issueNumber));
      }
    },
    putFiles: async (put, track) => {
      try {
        return await putFiles(octokit, put, track);
      } catch (error) {
        return track.end(await failed(error, 'files', put.repository, null));
      }
    },
    setProject: (issueNumber, place, track) => setProject(octokit, issueNumber, place, { track, now }),
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
        return retryableSearch(error);
      }
    },
    async findIssue(entryId, repository, since, anew = false) {
      try {
        return (await ownIssues.find(entryId, repository, since, anew)) ?? { kind: 'absent' };
      } catch (error) {
        return retryableSearch(error);
      }
    },
    async findSameRecord(entryId, repository, records) {
      try {
        return await openTickets.naming(repository, records, entryId);
      } catch (error) {
        return retryableSearch(error);
      }
    },
  };
}

/** Without permission, GitHub silently drops labels and assignees; the lead should know. */
function dropped(wanted: Pick<CreateIssuePayload, 'labels' | 'assignees'>, got: RemoteTicket): string | null {
  const missing = [
    ...missingOf(wanted.labels, got.labels).map((name) => `label ${name}`),
    ...missingOf(wanted.assignees, got.assignees).map((name) => `assignee ${name}`),
  ];
  return missing.length === 0 ? null : `GitHub did not accept: ${missing.join(', ')}.`;
}
