// The shapes of imports: files, previews, results.
import { z } from 'zod';
import { IMPORT_GROUPS } from '../core/domain/import-groups.ts';
import { DATE_ORDERS } from '../core/domain/mapping.ts';
import { mapping } from './mapping-shapes.ts';
import { source } from './schemas.ts';

/** A file to import: its bytes (base64 where the transport only allows text), or decoded text. */
export const givenFile = z.object({
  name: z.string(),
  /** Its path on this machine: it is read there, in chunks. */
  path: z.string().optional(),
  text: z.string().optional(),
  bytes: z.union([z.instanceof(Uint8Array), z.base64()]).optional(),
  source: source.optional(),
  timeZone: z.string().optional(),
  /** Which number in its dates is the month, if the dates are ambiguous. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
  /** Names of channels, if only some of a packed Slack export are wanted. */
  channels: z.array(z.string()).optional(),
  /** The mapping being edited for its columns; saved mappings are known already. */
  mapping: mapping.optional(),
});

/** A row that cannot become a case: where and why, never its content. */
const rejectedRow = z.object({
  row: z.number(),
  column: z.string(),
  reason: z.string(),
  /** Where the row is in a file with several tables: sheet 2, file 3. */
  part: z.string().optional(),
});
export type RejectedRow = z.infer<typeof rejectedRow>;

/** A row kept for correction, with its content. Raw. */
export const keptReject = z.object({
  id: z.int(),
  file: z.string(),
  source,
  /** UTC ms. */
  at: z.number(),
  part: z.string().nullable(),
  row: z.int(),
  column: z.string(),
  reason: z.string(),
  cells: z.array(z.object({ name: z.string(), value: z.string() })),
});
export type KeptReject = z.infer<typeof keptReject>;

export const importResult = z.object({
  /** Number of the import; omitted for a file that was imported before. */
  importId: z.int().optional(),
  imported: z.number(),
  duplicates: z.number(),
  /** Existing cases that the file changed; omitted for none. */
  updated: z.number().optional(),
  /** Records of the previous export that are missing from this one; omitted for none. */
  left: z.number().optional(),
  rejected: z.array(rejectedRow),
  rejectedCount: z.int(),
  /** Anything unusual found about the file; omitted for nothing. */
  notes: z.array(z.string()).optional(),
});
export type ImportResult = z.infer<typeof importResult>;

/** One import, as it can be opened and undone. */
export const importSummary = z.object({
  id: z.int(),
  /** UTC ms. */
  at: z.number(),
  source,
  /** The file's name; empty for an import by an older desk. */
  name: z.string(),
  /** Every row was processed. */
  isWhole: z.boolean(),
  isUndone: z.boolean(),
  /** Why it cannot be undone, as a sentence; null if it can. */
  obstacle: z.string().nullable(),
  /** Cases by result. */
  counts: z.record(z.enum(IMPORT_GROUPS), z.int()),
});
export type ImportSummary = z.infer<typeof importSummary>;

/** Places from which cases come in by themselves, by the source their cases are of. */
export const LIVE_SOURCES = [
  // One a line: each is a part of the setting too.
  'slack',
  'sheet',
  'github',
  'servicenow',
  'dynamics',
  'salesforce',
] as const;
export type LiveKind = (typeof LIVE_SOURCES)[number];

/** The token of a source: not needed, missing, stored, or stored for another address. */
export const LIVE_TOKENS = ['none', 'missing', 'kept', 'elsewhere'] as const;

/** A live source and what it did. Times are UTC ms. */
export const liveSource = z.object({
  kind: z.enum(LIVE_SOURCES),
  isOn: z.boolean(),
  /** Null for never. */
  lastAt: z.number().nullable(),
  /** Null while it is off or has no token; later than usual where the service asked to wait, earlier where more waits there. */
  nextAt: z.number().nullable(),
  /** What was wrong at the last look; null where it went well. */
  error: z.string().nullable(),
  /** What else there is to know about the last look; null for nothing. */
  note: z.string().nullable(),
  token: z.enum(LIVE_TOKENS),
  /** Cases that were new or changed at the last look, and ever. */
  rows: z.int(),
  allRows: z.int(),
});
export type LiveSourceStatus = z.infer<typeof liveSource>;

export const importPreview = z.object({
  source,
  rows: z.number(),
  columns: z.array(z.object({ name: z.string(), becomes: z.string().nullable() })),
  sample: z.array(
    z.object({ row: z.number(), reference: z.string().nullable(), reportedAt: z.number(), text: z.string() }),
  ),
  rejected: z.array(rejectedRow),
  rejectedCount: z.int(),
  duplicates: z.number(),
  updated: z.number(),
  notes: z.array(z.string()),
});
export type ImportPreview = z.infer<typeof importPreview>;
