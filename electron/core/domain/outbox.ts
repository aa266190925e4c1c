// What can be sent, and the states an entry goes through on the way.
import type { FileText, ScrubbedText } from './pii.ts';
import type { TicketChanges } from './ticket.ts';

export const ENTRY_KINDS = [
  'create-issue',
  'move-pipeline',
  'set-project',
  'edit-issue',
  'add-comment',
  'post-note',
  'post-teams-note',
  'put-files',
  'set-cells',
] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];
/** Kinds that set something to a value: what stands there is read before each write, so none is ever looked for. */
export const REPEATABLE_KINDS: readonly EntryKind[] = [
  'move-pipeline',
  'set-project',
  'edit-issue',
  'put-files',
  'set-cells',
];
/** Kinds that put a ticket onto a board; nothing of another kind waits for them. */
export const BOARD_KINDS: readonly EntryKind[] = ['move-pipeline', 'set-project'];
/** Notes to a channel. They carry no marker, so they are never resent automatically. */
export const NOTE_KINDS: readonly EntryKind[] = ['post-note', 'post-teams-note'];
export const SERVICES = ['github', 'zenhub', 'slack', 'teams', 'google'] as const;
export type Service = (typeof SERVICES)[number];
/** The service each kind is sent to. */
export const SERVICE_OF: Readonly<Record<EntryKind, Service>> = {
  'create-issue': 'github',
  'move-pipeline': 'zenhub',
  'set-project': 'github',
  'edit-issue': 'github',
  'add-comment': 'github',
  'post-note': 'slack',
  'post-teams-note': 'teams',
  'put-files': 'github',
  'set-cells': 'google',
};
/** Kinds that create content at GitHub, which limits how much may be created per hour. */
export const CONTENT_KINDS: readonly EntryKind[] = ['create-issue', 'add-comment'];

/** What an entry sends. Text by a person is scrubbed; the rest comes from the directory. */
export interface CreateIssuePayload {
  readonly repository: string;
  readonly title: ScrubbedText;
  readonly body: ScrubbedText;
  readonly labels: readonly string[];
  readonly assignees: readonly string[];
}

/**
 * The progress of an entry that sets several values one by one. A finished step is not repeated; a step that got no
 * answer is repeated only if the value is still what it was before that attempt.
 */
export interface Progress {
  readonly done: readonly string[];
  readonly tried: Tried | null;
}

export interface Tried {
  readonly step: string;
  /** The value right before, as text; null for none. */
  readonly found: string | null;
  /** The service's version of it; null if the service gives none. */
  readonly version: string | null;
}

/** A place in a ZenHub workspace. An omitted field stays as it is; null clears it. */
export interface MovePipelinePayload {
  readonly repository: string;
  readonly workspaceId: string;
  readonly pipeline: string;
  /** Story points. */
  readonly estimate?: number | null | undefined;
  readonly priority?: string | null | undefined;
  /** Title of the epic it belongs to. */
  readonly epic?: string | undefined;
  /** The values the lead last saw; an unknown one is omitted. */
  readonly was?:
    | {
        readonly pipeline?: string | null | undefined;
        readonly estimate?: number | null | undefined;
        readonly priority?: string | null | undefined;
      }
    | undefined;
  readonly progress?: Progress | undefined;
}

/** A place on a GitHub board: names and values of its fields as shown there; "Status" is its column. */
export interface SetProjectPayload {
  readonly repository: string;
  readonly owner: string;
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
  /** The values the lead last saw; an unknown one is omitted. */
  readonly was?: Readonly<Record<string, string | null>> | undefined;
  readonly progress?: Progress | undefined;
}

export interface EditIssuePayload {
  readonly repository: string;
  readonly changes: TicketChanges;
  readonly progress?: Progress | undefined;
}

export interface AddCommentPayload {
  readonly repository: string;
  readonly body: ScrubbedText;
}

export interface PostNotePayload {
  readonly text: ScrubbedText;
}

/** Files to write to a repository. What was at their paths before stays in its history. */
export interface PutFilesPayload {
  readonly repository: string;
  /** The commit message. */
  readonly message: ScrubbedText;
  readonly files: readonly { readonly path: string; readonly text: FileText }[];
  readonly progress?: Progress | undefined;
}

/** Cells of a Google Sheet, each in a row that is known by what else it says. Rows and columns from 0 on. */
export interface SetCellsPayload {
  readonly spreadsheet: string;
  /** Of the sheet in it. */
  readonly title: string;
  /** The row of the headings, and the columns that say Status and Ticket there. */
  readonly header: { readonly row: number; readonly status: number; readonly ticket: number };
  readonly rows: readonly {
    readonly row: number;
    /** A hash of the other cells of the row. */
    readonly proof: string;
    readonly cells: readonly { readonly column: number; readonly was: string; readonly becomes: ScrubbedText }[];
  }[];
  readonly progress?: Progress | undefined;
}

/** An entry's kind with what it sends. */
export type Sending =
  | { readonly kind: 'create-issue'; readonly payload: CreateIssuePayload }
  | { readonly kind: 'move-pipeline'; readonly payload: MovePipelinePayload }
  | { readonly kind: 'set-project'; readonly payload: SetProjectPayload }
  | { readonly kind: 'edit-issue'; readonly payload: EditIssuePayload }
  | { readonly kind: 'add-comment'; readonly payload: AddCommentPayload }
  | { readonly kind: 'post-note' | 'post-teams-note'; readonly payload: PostNotePayload }
  | { readonly kind: 'put-files'; readonly payload: PutFilesPayload }
  | { readonly kind: 'set-cells'; readonly payload: SetCellsPayload };

/**
 * - queued: waits for its turn
 * - held: waits until the lead releases it
 * - sending: claimed by a worker
 * - unknown: may have arrived; the service is searched for it
 * - undecided: not found, or someone else changed the same fields: the lead decides
 * - blocked: the outbound PII check found something
 * - failed: rejected by the service
 * - sent: arrived
 * - withdrawn: canceled before it was sent
 */
export const ENTRY_STATES = [
  'queued',
  'held',
  'sending',
  'unknown',
  'undecided',
  'blocked',
  'failed',
  'sent',
  'withdrawn',
] as const;
export type EntryState = (typeof ENTRY_STATES)[number];

/** States of an entry that is not finished. */
export const OPEN_STATES: readonly EntryState[] = ENTRY_STATES.filter((one) => one !== 'sent' && one !== 'withdrawn');

/** States in which no worker handles an entry. */
export const RESTING_STATES: readonly EntryState[] = ['queued', 'held', 'undecided', 'blocked', 'failed'];

/** Tells whether an entry can have arrived. `leftAt` (UTC ms) is null while no attempt can have. */
export interface DeliveryStatus {
  readonly state: EntryState;
  readonly leftAt: number | null;
}

/** True while an entry has certainly not left: only then can it be edited or canceled. */
export function isStillHere({ state, leftAt }: DeliveryStatus): boolean {
  return leftAt === null && RESTING_STATES.includes(state);
}

/** True for an entry that may have arrived and is no longer searched for: a person says whether it did. */
export function awaitsAnswer({ state, leftAt }: DeliveryStatus): boolean {
  return leftAt !== null && RESTING_STATES.includes(state);
}
