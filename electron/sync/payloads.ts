// What an entry sends, read back from the store. Its texts are plain strings again until they pass the outbound PII
// check.
import { z } from 'zod';
import { type EntryKind, NOTE_KINDS } from '../core/domain/outbox.ts';
import { FILE_PATH, REPOSITORY } from '../core/domain/repository-name.ts';

const repository = z.string().regex(REPOSITORY);

export const createIssuePayload = z.object({
  repository,
  title: z.string(),
  body: z.string(),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  /** An open ticket with the same record number, once one was found; `isAllowed` when the lead wants both. */
  sameRecord: z.object({ number: z.int(), url: z.string(), isAllowed: z.boolean() }).optional(),
});

export const addCommentPayload = z.object({ repository, body: z.string() });

const progress = z
  .object({
    done: z.array(z.string()),
    tried: z.object({ step: z.string(), found: z.string().nullable(), version: z.string().nullable() }).nullable(),
  })
  .optional();

export const movePipelinePayload = z.object({
  repository,
  workspaceId: z.string(),
  pipeline: z.string(),
  estimate: z.number().nullable().optional(),
  priority: z.string().nullable().optional(),
  epic: z.string().optional(),
  was: z
    .object({
      pipeline: z.string().nullable().optional(),
      estimate: z.number().nullable().optional(),
      priority: z.string().nullable().optional(),
    })
    .optional(),
  progress,
});

export const setProjectPayload = z.object({
  repository,
  owner: z.string(),
  number: z.int(),
  fields: z.record(z.string(), z.string()),
  was: z.record(z.string(), z.string().nullable()).optional(),
  progress,
});

const change = <T extends z.ZodType>(of: T) => z.object({ was: of, becomes: of });
const set = z.object({ add: z.array(z.string()), drop: z.array(z.string()) });
const milestone = z.object({ number: z.int(), title: z.string() });

export const editIssuePayload = z.object({
  repository,
  changes: z.object({
    title: change(z.string()).optional(),
    body: change(z.string()).optional(),
    state: change(z.enum(['open', 'closed'])).optional(),
    milestone: z.object({ was: z.string().nullable(), becomes: milestone.nullable() }).optional(),
    labels: set.optional(),
    assignees: set.optional(),
  }),
  progress,
});

export const postNotePayload = z.object({ text: z.string() });

export const putFilesPayload = z.object({
  repository,
  message: z.string(),
  files: z.array(z.object({ path: z.string().regex(FILE_PATH), text: z.string() })).min(1),
  progress,
});

const index = z.int().min(0);
export const setCellsPayload = z.object({
  spreadsheet: z.string().regex(/^[\w-]{10,100}$/),
  title: z.string(),
  header: z.object({ row: index, status: index, ticket: index }),
  rows: z
    .array(
      z.object({
        row: index,
        proof: z.string(),
        cells: z.array(z.object({ column: index, was: z.string(), becomes: z.string() })),
      }),
    )
    .min(1),
  progress,
});

const PAYLOADS: Readonly<Record<EntryKind, z.ZodType>> = {
  'create-issue': createIssuePayload,
  'move-pipeline': movePipelinePayload,
  'set-project': setProjectPayload,
  'edit-issue': editIssuePayload,
  'add-comment': addCommentPayload,
  'post-note': postNotePayload,
  'post-teams-note': postNotePayload,
  'put-files': putFilesPayload,
  'set-cells': setCellsPayload,
};

/** The message for such an entry. */
export const DAMAGED_ENTRY =
  'The content of this entry cannot be read because the store was damaged. Nothing more of it will be sent. Do it again if it is still needed.';

/** False for an entry with a damaged payload: it is shown as such, and never sent. */
export function isReadable({ kind, payload }: { readonly kind: EntryKind; readonly payload: unknown }): boolean {
  return PAYLOADS[kind].safeParse(payload).success;
}

/** A payload with some of its fields replaced. */
export function withFields(payload: unknown, fields: object): object {
  return Object.assign({}, payload, fields);
}

/** A payload with another text. Only a ticket has a title; null leaves it as it is. */
export function withText(
  { kind, payload }: { readonly kind: EntryKind; readonly payload: unknown },
  { title, body }: { readonly title: string | null; readonly body: string },
): object {
  if (NOTE_KINDS.includes(kind)) return withFields(payload, { text: body });
  return withFields(payload, title === null ? { body } : { title, body });
}
