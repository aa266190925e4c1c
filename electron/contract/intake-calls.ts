// The calls that bring reports in: previewing and importing an export, the samples of practice.
import { z } from 'zod';
import { caseId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import { givenFile, importPreview, importResult } from './intake-shapes.ts';
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
  'jobs.cancel': defineAct(z.object({ job: z.string() }), nothing, []),
} as const;
