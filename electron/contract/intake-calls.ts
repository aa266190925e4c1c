// The calls that bring reports in: previewing and importing an export, the samples of practice.
import { z } from 'zod';
import { caseId } from '../core/domain/ids.ts';
import { IMPORT_GROUPS } from '../core/domain/import-groups.ts';
import { defineAct, defineRead } from './define-call.ts';
import { givenFile, importPreview, importResult, importSummary } from './intake-shapes.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });

export const INTAKE_CALLS = {
  'cases.get': defineRead(one, shape.caseDetail, ['cases', 'outbox', 'settings', 'clock']),
  /** A person has the text as received before them: a line of activity, once a day for each case that holds something personal. */
  'cases.readRaw': defineAct(one, z.object({}), []),
  'intake.preview': defineRead(givenFile, importPreview, ['cases']),
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
  'jobs.cancel': defineAct(z.object({ job: z.string() }), nothing, []),
} as const;
