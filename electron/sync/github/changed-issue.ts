// An issue that changed, as the pull takes it in.
import { markIn } from '../../core/compose/marker.ts';
import type { RemoteTicket } from '../../core/words/ticket.ts';
import { type PlainIssue, remoteTicket } from './remote-ticket.ts';

export interface ChangedIssue {
  readonly number: number;
  readonly url: string;
  /** The service's time. */
  readonly updatedAt: string;
  readonly comments: number;
  /** Id of the entry whose mark its body carries. */
  readonly mark: string | null;
  readonly ticket: RemoteTicket;
}

/** The part of GitHub's issue that the pull needs. */
interface AnyIssue extends PlainIssue {
  readonly number: number;
  readonly html_url: string;
  readonly updated_at: string;
  readonly comments: number;
}

export function changedIssue(issue: AnyIssue): ChangedIssue {
  return {
    number: issue.number,
    url: issue.html_url,
    updatedAt: issue.updated_at,
    comments: issue.comments,
    mark: markIn(issue.body ?? ''),
    ticket: remoteTicket(issue),
  };
}
