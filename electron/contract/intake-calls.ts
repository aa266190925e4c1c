// The calls that bring reports in: previewing and importing an export, the samples of practice.
import { z } from 'zod';
import { defineCall } from './define-call.ts';
import { caseId } from './ids.ts';
import * as shape from './shapes.ts';

const nothing = z.object({});
const one = z.object({ id: caseId });

export const INTAKE_CALLS = {
  'cases.get': defineCall(one, shape.caseDetail),
  'intake.preview': defineCall(
    z.object({ name: z.string(), text: z.string(), source: shape.source.optional(), timeZone: z.string().optional() }),
    shape.importPreview,
  ),
  'intake.import': defineCall(
    z.object({
      name: z.string(),
      text: z.string(),
      source: shape.source.optional(),
      timeZone: z.string().optional(),
      job: z.string().optional(),
    }),
    shape.importResult,
    ['cases'],
  ),
  'intake.samples': defineCall(nothing, z.object({ imported: z.number() }), ['cases']),
  'jobs.cancel': defineCall(z.object({ job: z.string() }), nothing),
} as const;
