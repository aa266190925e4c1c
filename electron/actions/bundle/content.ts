// What a bundle of cases says: each case as it was read in, and what was decided and written of it.
import { z } from 'zod';
import { CASE_STATUSES } from '../../core/domain/case.ts';
import { caseRecord, teamFinding } from '../../core/team/changes.ts';

export const bundledCase = z.object({
  record: caseRecord,
  status: z.enum(CASE_STATUSES),
  team: z.string().nullable(),
  /** UTC ms; null while nothing is decided. */
  decidedAt: z.number().nullable(),
  tags: z.array(z.string()),
  findings: z.array(teamFinding),
  draft: z.object({ title: z.string(), body: z.string() }).nullable(),
  /** Internal notes, oldest first. */
  notes: z.array(z.object({ at: z.number(), text: z.string() })),
});
export type BundledCase = z.output<typeof bundledCase>;

export const bundleContent = z.object({
  /** Whose desk, in the words of its machine. */
  from: z.string(),
  madeAt: z.number(),
  cases: z.array(bundledCase),
});
export type BundleContent = z.output<typeof bundleContent>;
