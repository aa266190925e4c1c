// What can be sent, and the states an entry goes through on the way.
import type { ScrubbedText } from './pii.ts';

export const ENTRY_KINDS = ['create-issue', 'move-pipeline', 'add-comment', 'post-note'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Kinds that make content at GitHub, of which there may only be so many an hour. */
export const CONTENT_KINDS: readonly EntryKind[] = ['create-issue', 'add-comment'];

/** What an entry sends. Words of a person are scrubbed text; the rest comes from the directory. */
export interface CreateIssuePayload {
  readonly repository: string;
  readonly title: ScrubbedText;
  readonly body: ScrubbedText;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

export interface MovePipelinePayload {
  readonly repository: string;
  readonly workspaceId: string;
  readonly pipeline: string;
}

export interface AddCommentPayload {
  readonly repository: string;
  readonly body: ScrubbedText;
}

export interface PostNotePayload {
  readonly text: ScrubbedText;
}

/** An entry's kind with what it sends. */
export type Sending =
  | { readonly kind: 'create-issue'; readonly payload: CreateIssuePayload }
  | { readonly kind: 'move-pipeline'; readonly payload: MovePipelinePayload }
  | { readonly kind: 'add-comment'; readonly payload: AddCommentPayload }
  | { readonly kind: 'post-note'; readonly payload: PostNotePayload };

/**
 * queued: waits for its turn. sending: claimed by a worker. unknown: may have arrived, being looked for.
 * undecided: looked for long enough, the lead decides. blocked: the last gate found PII. failed: refused by the
 * service. sent: arrived. withdrawn: pulled back before it was sent.
 */
export const ENTRY_STATES = [
  'queued',
  'sending',
  'unknown',
  'undecided',
  'blocked',
  'failed',
  'sent',
  'withdrawn',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];
