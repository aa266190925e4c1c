// The calls that bring reports in: previewing and importing an export, the samples of practice.
import { z } from 'zod';
import { caseId } from '../core/domain/ids.ts';
import { defineCall } from './define-call.ts';
import { givenFile, importPreview, importResult } from './intake-shapes.ts';
import * as shape from './schemas.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });

export const INTAKE_CALLS = {
  'cases.get': defineCall(one, shape.caseDetail),
  /** A person has the text as received before them: a line of activity, once a day for each case that holds something personal. */
  'cases.readRaw': defineCall(one, z.object({})),
  'intake.preview': defineCall(givenFile, importPreview),
  'intake.import': defineCall(givenFile.extend({ job: z.string().optional() }), importResult, ['cases']),
  'intake.samples': defineCall(nothing, z.object({ imported: z.number() }), ['cases']),
  'jobs.cancel': defineCall(z.object({ job: z.string() }), nothing),
} as const;
