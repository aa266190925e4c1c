// An issue that changed, as read by the pull.
import { markIn } from '../../core/compose/marker.ts';
import type { RemoteTicket } from '../../core/domain/ticket.ts';
import type { IssueAnswer } from './answers.ts';
import { remoteTicket } from './remote-ticket.ts';

export interface ChangedIssue {
  readonly number: number;
  readonly url: string;
  /** The service's time. */
  readonly updatedAt: string;
  readonly comments: number;
  /** Its author; null if the account is gone. */
  readonly author: string | null;
  /** Id of the entry whose marker is in its body. */
  readonly mark: string | null;
  readonly ticket: RemoteTicket;
}

export function changedIssue(issue: IssueAnswer): ChangedIssue {
  return {
    number: issue.number,
    url: issue.html_url,
    updatedAt: issue.updated_at,
    comments: issue.comments,
    author: issue.user?.login ?? null,
    mark: markIn(issue.body ?? ''),
    ticket: remoteTicket(issue),
  };
}

/**
 * Timestamps have whole seconds, in which more than one thing can happen, so the comment count is part of the version.
 */
export function versionOf({ updatedAt, comments }: ChangedIssue): string {
  return `${updatedAt} ${comments}`;
}
