// What a bundle of cases contains: each case as it was imported, and what was decided and written about it.
import { z } from 'zod';
import { CASE_STATUSES } from '../../core/domain/case.ts';
import { caseRecord, teamFinding } from '../../core/team/changes.ts';

const bundledCase = z.object({
  record: caseRecord,
  status: z.enum(CASE_STATUSES),
  team: z.string().nullable(),
  /** UTC ms; null until a decision is made. */
  decidedAt: z.number().nullable(),
  tags: z.array(z.string()),
  findings: z.array(teamFinding),
  draft: z.object({ title: z.string(), body: z.string() }).nullable(),
  /** Internal notes, oldest first. */
  notes: z.array(z.object({ at: z.number(), text: z.string() })),
});
export type BundledCase = z.output<typeof bundledCase>;

export const bundleContent = z.object({
  /** Whose desk it came from, as its machine names the account. */
  from: z.string(),
  madeAt: z.number(),
  cases: z.array(bundledCase),
});
export type BundleContent = z.output<typeof bundleContent>;
