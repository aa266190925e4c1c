// The shapes of what comes in: files, what would come of them, what came.
import { z } from 'zod';
import { IMPORT_GROUPS } from '../core/domain/import-groups.ts';
import { DATE_ORDERS } from '../core/domain/mapping.ts';
import { mapping } from './mapping-shapes.ts';
import { source } from './schemas.ts';

/** A file to import: its bytes (in base64 where the way takes only text), or text that is decoded already. */
export const givenFile = z.object({
  name: z.string(),
  /** Where it lies on this machine: it is read there, bit by bit. */
  path: z.string().optional(),
  text: z.string().optional(),
  bytes: z.union([z.instanceof(Uint8Array), z.base64()]).optional(),
  source: source.optional(),
  timeZone: z.string().optional(),
  /** Which number of its dates is the month, where the dates do not tell. */
  dateOrder: z.enum(DATE_ORDERS).optional(),
  /** What its columns mean, while that is being said; those said before are known. */
  mapping: mapping.optional(),
});

/** A row that cannot be a case: where and why, never what it says. */
export const rejectedRow = z.object({
  row: z.number(),
  column: z.string(),
  reason: z.string(),
  /** Where the row stands in a file of several tables: sheet 2, file 3. */
  part: z.string().optional(),
});
export type RejectedRow = z.infer<typeof rejectedRow>;

/** A row that was kept to be mended, with what it says. Raw. */
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
  /** Number of the import; left out for a file that came in before. */
  importId: z.int().optional(),
  imported: z.number(),
  duplicates: z.number(),
  /** Cases that were there and that the file changed; left out where it changed none. */
  updated: z.number().optional(),
  /** Records of the export before that are not in this one any more; left out where there are none. */
  left: z.number().optional(),
  rejected: z.array(rejectedRow),
  rejectedCount: z.int(),
  /** What was found out about the file and is not the usual; left out where nothing is. */
  notes: z.array(z.string()).optional(),
});
export type ImportResult = z.infer<typeof importResult>;

/** One import, as it can be opened and taken back. */
export const importSummary = z.object({
  id: z.int(),
  /** UTC ms. */
  at: z.number(),
  source,
  /** The file's name; empty for an import of an older desk. */
  name: z.string(),
  /** Every row was looked at. */
  isWhole: z.boolean(),
  isUndone: z.boolean(),
  /** Why it cannot be taken back, as a sentence; null where it can. */
  obstacle: z.string().nullable(),
  /** Cases by what came of them. */
  counts: z.record(z.enum(IMPORT_GROUPS), z.int()),
});
export type ImportSummary = z.infer<typeof importSummary>;

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
