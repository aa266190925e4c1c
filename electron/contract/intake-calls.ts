// The calls that bring in reports: previewing and importing an export, and the practice samples.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { IMPORT_GROUPS } from '../core/domain/import-groups.ts';
import { defineAct, defineRead } from './define-call.ts';
import {
  givenFile,
  importPreview,
  importResult,
  importSummary,
  keptReject,
  LIVE_SOURCES,
  liveSource,
} from './intake-shapes.ts';
import { guessedTable } from './mapping-shapes.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });

export const INTAKE_CALLS = {
  'cases.get': defineRead(one, shape.caseDetail, ['cases', 'outbox', 'settings', 'clock']),
  /** A person views the text as received: recorded as activity, once a day for each case that contains PII. */
  'cases.readRaw': defineAct(one, z.object({}), []),
  /** What engineers need from a report, and what this one says about it, scrubbed. */
  'cases.completeness': defineRead(
    one,
    z.object({ fields: z.array(z.object({ name: z.string(), value: z.string().nullable() })) }),
    ['cases'],
  ),
  /** The request to Tier 2 for what is missing, for the clipboard. */
  'cases.askForMore': defineAct(one, z.object({ text: shape.scrubbedText, missing: z.int(), actId }), ['cases']),
  'intake.preview': defineRead(givenFile, importPreview, ['cases', 'settings']),
  /** What the columns of an unknown export may mean. */
  'intake.columns': defineRead(givenFile, guessedTable, []),
  /**
   * How an export is read, as a file for a colleague. `noNames`: a person confirms that its terms are not people's
   * names.
   */
  'mappings.file': defineRead(
    z.object({ name: z.string(), noNames: z.boolean().default(false) }),
    z.object({ name: shape.scrubbedText, content: shape.fileText }),
    [],
  ),
  'intake.import': defineAct(givenFile.extend({ job: z.string().optional() }), importResult, ['cases']),
  'intake.samples': defineAct(nothing, z.object({ imported: z.number() }), ['cases']),
  /** The latest imports, newest first. */
  'imports.list': defineRead(nothing, z.object({ imports: z.array(importSummary) }), ['cases']),
  /** The first cases of one group of an import, in order of arrival. */
  'imports.cases': defineRead(
    z.object({ id: z.int(), group: z.enum(IMPORT_GROUPS) }),
    z.object({ ids: z.array(caseId), total: z.int() }),
    ['cases'],
  ),
  /** Undoes a whole import. `kept` counts its cases that stay because someone has worked on them. */
  'imports.undo': defineAct(
    z.object({ id: z.int() }),
    z.object({ withdrawn: z.int(), restored: z.int(), kept: z.int() }),
    ['cases', 'outbox'],
  ),
  /** Rows that could not become cases, with their content; oldest first. */
  'rejects.list': defineRead(nothing, z.object({ rejects: z.array(keptReject) }), ['cases']),
  /** Reads a row again; `values` are its current cells, in order. */
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
  /** New files in the watched folder, oldest first. */
  'watched.list': defineRead(
    nothing,
    z.object({ files: z.array(z.object({ path: z.string(), name: z.string(), changedAt: z.number() })) }),
    ['settings', 'cases', 'clock'],
  ),
  /** Checks the folder now rather than within the minute. */
  'watched.look': defineAct(nothing, nothing, ['cases']),
  /** A file was imported or is not wanted: it is not offered again. */
  'watched.settle': defineAct(z.object({ path: z.string() }), nothing, ['cases']),
  /** What each live source did last. */
  'liveSources.list': defineRead(nothing, z.object({ sources: z.array(liveSource) }), ['settings', 'cases', 'clock']),
  /**
   * Looks now instead of at its next time. `waitsUntil`, UTC ms: the service lets nobody read on before; null where it does.
   * @throws `refused` with what is wrong with it
   */
  'liveSources.look': defineAct(
    z.object({ kind: z.enum(LIVE_SOURCES) }),
    z.object({ rows: z.int(), waitsUntil: z.number().nullable() }),
    ['cases', 'settings'],
  ),
  /** Keeps the token of a source, for the address that is set. @throws `invalid` with what is wrong with it */
  'liveSources.keepToken': defineAct(
    z.object({ kind: z.enum(LIVE_SOURCES), token: z.string().trim().min(1).max(20_000) }),
    nothing,
    ['settings'],
  ),
  'liveSources.forgetToken': defineAct(z.object({ kind: z.enum(LIVE_SOURCES) }), nothing, ['settings']),
  'jobs.cancel': defineAct(z.object({ job: z.string() }), nothing, []),
} as const;
