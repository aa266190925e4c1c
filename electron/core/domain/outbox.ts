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
/** Notes to a channel; they carry no mark, so none is ever sent again by itself. */
export const NOTE_KINDS: readonly EntryKind[] = ['post-note', 'post-teams-note'];
export const SERVICES = ['github', 'zenhub', 'slack', 'teams', 'google'] as const;
export type Service = (typeof SERVICES)[number];
/** Where each kind goes. */
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

/**
 * How far an entry is that sets several things one by one. What is done is not written again; what was tried without an
 * answer is written again only where it still stands as it was found then.
 */
export interface Progress {
  readonly done: readonly string[];
  readonly tried: Tried | null;
}

export interface Tried {
  readonly step: string;
  /** What stood there right before, in words; null for nothing. */
  readonly found: string | null;
  /** The service's own sign of when it last changed; null where it gives none. */
  readonly version: string | null;
}

/** A place in a ZenHub workspace. What is left out stays as it is; null takes it off. */
export interface MovePipelinePayload {
  readonly repository: string;
  readonly workspaceId: string;
  readonly pipeline: string;
  /** Story points. */
  readonly estimate?: number | null | undefined;
  readonly priority?: string | null | undefined;
  /** Title of the epic it belongs to. */
  readonly epic?: string | undefined;
  /** Where the lead saw it last; left out where nobody knows. */
  readonly was?:
    | {
        readonly pipeline?: string | null | undefined;
        readonly estimate?: number | null | undefined;
        readonly priority?: string | null | undefined;
      }
    | undefined;
  readonly progress?: Progress | undefined;
}

/** A place on a GitHub board. Names and values of its fields, as they stand on the board; "Status" is its column. */
export interface SetProjectPayload {
  readonly repository: string;
  readonly owner: string;
  readonly number: number;
  readonly fields: Readonly<Record<string, string>>;
  /** What the lead saw there last; a field that is left out nobody knew of. */
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

/** Files that stand in a repository as the desk last wrote them; whatever was at their paths before is in its history. */
export interface PutFilesPayload {
  readonly repository: string;
  /** What its history says of it. */
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
 * queued: waits for its turn. held: waits until the lead lets it go. sending: claimed by a worker. unknown: may have arrived, being looked for.
 * undecided: looked for long enough, or changed by somebody else too: the lead decides. blocked: the last gate found PII. failed: refused by the
 * service. sent: arrived. withdrawn: pulled back before it was sent.
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

/** States in which it is not known of an entry that it is done with. */
export const OPEN_STATES: readonly EntryState[] = ENTRY_STATES.filter((one) => one !== 'sent' && one !== 'withdrawn');

/** States in which an entry lies on the desk and nobody works on it. */
export const RESTING_STATES: readonly EntryState[] = ['queued', 'held', 'undecided', 'blocked', 'failed'];

/** What says whether an entry can have arrived. `leftAt` is null as long as no attempt of it can have. */
export interface DeliveryStatus {
  readonly state: EntryState;
  readonly leftAt: number | null;
}

/** True while an entry has certainly not left: only then can it be changed or pulled back. */
export function isStillHere({ state, leftAt }: DeliveryStatus): boolean {
  return leftAt === null && RESTING_STATES.includes(state);
}

/** True for an entry that may have arrived and that nobody looks for any more: a person says whether it did. */
export function awaitsAnswer({ state, leftAt }: DeliveryStatus): boolean {
  return leftAt !== null && RESTING_STATES.includes(state);
}
