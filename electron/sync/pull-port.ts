// The pull's interface to the store.
import type { TicketId } from '../core/domain/ids.ts';
import type { ChangedIssue } from './github/changed-issue.ts';
import type { PulledComment } from './github/changes.ts';
import type { IssueLocation } from './outcome.ts';

/** Something that carries the marker of one of our entries. */
export interface Marked {
  readonly entryId: string;
  /** Where the issue or comment is: numbers belong to one repository. */
  readonly repository: string;
  /** Number of the issue, or id of the comment. */
  readonly number: string;
  /** Set if it is an issue. */
  readonly issue: ChangedIssue | null;
}

export interface WatchedTicket {
  readonly id: TicketId;
  readonly number: number;
  /** Nothing of it was received yet: it may be older than what lists of changes show. */
  readonly isUnread?: boolean;
}

/** What a marker turned out to be. */
export interface Received {
  readonly isNews: boolean;
  /** The ticket now known to have been opened by it. */
  readonly adopted: TicketId | null;
}

/** A repository with tickets, or with new ones that are pending or lost. Times are ours, UTC ms. */
export interface WatchedRepository {
  readonly tickets: readonly WatchedTicket[];
  /** When the first of them was created. */
  readonly since: number;
  /** Since when an entry may have arrived that was not found, or arrived twice; null when there is none. */
  readonly sweepFrom: number | null;
}

/** The latest change read from a repository: the service's own timestamp, and the tag of its last response. */
export interface Cursor {
  readonly since: string;
  readonly etag: string | null;
}

/** The pull's interface to the store; each function is one transaction. */
export interface PullPort {
  watched(): ReadonlyMap<string, WatchedRepository>;
  cursor(repository: string): Cursor | null;
  /** Whether everything about the current version of an issue was received, comments included. */
  isKnown(ticketId: TicketId, issue: ChangedIssue): boolean;
  noteKnown(ticketId: TicketId, version: string): void;
  /** Stores the current content of a ticket. `skewMs` converts the service's time to ours. */
  receiveIssue(ticketId: TicketId, issue: ChangedIssue, skewMs: number): void;
  /** Stores comments on a ticket by others than `login`. */
  receiveComments(ticketId: TicketId, comments: readonly PulledComment[], login: string, skewMs: number): void;
  /** Something with our marker turned up: a lost entry is found, however late, and a second one is a duplicate. */
  receiveMark(marked: Marked): Received;
  /**
   * An issue that belongs to no entry of ours; true when it mentions a record number of one of our tickets, which is
   * news.
   */
  receiveOther(repository: string, issue: ChangedIssue): boolean;
  moveCursor(repository: string, to: Cursor): void;
  /** The open ticket polled least recently; list endpoints never report deletions or transfers. */
  stalestTicket(): (WatchedTicket & { readonly repository: string }) | null;
  relocate(ticketId: TicketId, to: IssueLocation): void;
  /** It was deleted, or the token may not see it now. */
  noteMissing(ticketId: TicketId, is: 'gone' | 'hidden'): void;
}
