// The calls that bring reports in: previewing and importing an export, the samples of practice.
import { z } from 'zod';
import { activityId, caseId } from '../core/domain/ids.ts';
import { IMPORT_GROUPS } from '../core/domain/import-groups.ts';
import { defineAct, defineRead } from './define-call.ts';
import { givenFile, importPreview, importResult, importSummary, keptReject } from './intake-shapes.ts';
import { guessedTable } from './mapping-shapes.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });

export const INTAKE_CALLS = {
  'cases.get': defineRead(one, shape.caseDetail, ['cases', 'outbox', 'settings', 'clock']),
  /** A person has the text as received before them: a line of activity, once a day for each case that holds something personal. */
  'cases.readRaw': defineAct(one, z.object({}), []),
  /** What engineers ask of a report, and what this one says of it, scrubbed. */
  'cases.completeness': defineRead(
    one,
    z.object({ fields: z.array(z.object({ name: z.string(), value: z.string().nullable() })) }),
    ['cases'],
  ),
  /** The request to Tier 2 for what is missing, for the clipboard. */
  'cases.askForMore': defineAct(one, z.object({ text: shape.scrubbedText, missing: z.int(), activityId }), ['cases']),
  'intake.preview': defineRead(givenFile, importPreview, ['cases', 'settings']),
  /** What the columns of an export that the desk does not know may mean. */
  'intake.columns': defineRead(givenFile, guessedTable, []),
  /** How an export is read, as a file for a colleague. `noNames`: a person says that its words are no names of people. */
  'mappings.file': defineRead(
    z.object({ name: z.string(), noNames: z.boolean().default(false) }),
    z.object({ name: shape.scrubbedText, content: shape.fileText }),
    [],
  ),
  'intake.import': defineAct(givenFile.extend({ job: z.string().optional() }), importResult, ['cases']),
  'intake.samples': defineAct(nothing, z.object({ imported: z.number() }), ['cases']),
  /** The newest imports, newest first. */
  'imports.list': defineRead(nothing, z.object({ imports: z.array(importSummary) }), ['cases']),
  /** The first cases of one group of an import, in the order they came in. */
  'imports.cases': defineRead(
    z.object({ id: z.int(), group: z.enum(IMPORT_GROUPS) }),
    z.object({ ids: z.array(caseId), total: z.int() }),
    ['cases'],
  ),
  /** Takes a whole import back. `kept` counts its cases that stay because somebody has worked on them. */
  'imports.undo': defineAct(
    z.object({ id: z.int() }),
    z.object({ withdrawn: z.int(), restored: z.int(), kept: z.int() }),
    ['cases', 'outbox'],
  ),
  /** Rows that could not be cases, with what they say; oldest first. */
  'rejects.list': defineRead(nothing, z.object({ rejects: z.array(keptReject) }), ['cases']),
  /** Reads one once more; `values` are its cells as they are now, in their order. */
  'rejects.retry': defineAct(
    z.object({ id: z.int(), values: z.array(z.string().max(1_000_000)) }),
    z.object({
      came: z.enum(['new', 'changed', 'known']).nullable(),
      column: z.string().nullable(),
      reason: z.string().nullable(),
    }),
    ['cases'],
  ),
  'rejects.drop': defineAct(z.object({ ids: z.array(z.int()) }), nothing, ['cases']),
  /** All of them as a file, scrubbed. */
  'rejects.file': defineRead(
    nothing,
    z.object({ name: shape.scrubbedText, csv: shape.fileText, masked: z.array(shape.maskedColumn) }),
    [],
  ),
  /** New files of the watched folder, oldest first. */
  'watched.list': defineRead(
    nothing,
    z.object({ files: z.array(z.object({ path: z.string(), name: z.string(), changedAt: z.number() })) }),
    ['settings', 'cases', 'clock'],
  ),
  /** Looks into the folder now instead of within the minute. */
  'watched.look': defineAct(nothing, nothing, ['cases']),
  /** A file of it was imported or is not wanted: it is not offered again. */
  'watched.settle': defineAct(z.object({ path: z.string() }), nothing, ['cases']),
  'jobs.cancel': defineAct(z.object({ job: z.string() }), nothing, []),
} as const;
