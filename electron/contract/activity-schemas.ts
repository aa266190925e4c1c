// The shapes of activity, undoable acts, and text that was typed and kept.
import { z } from 'zod';
import { actId, activityId, caseId } from '../core/domain/ids.ts';

export const activityEntry = z.object({
  actId,
  at: z.number(),
  actor: z.string(),
  summary: z.string(),
  canUndo: z.boolean(),
  undoneAt: z.number().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

/** An act on the undo stack: what was done to how many cases. */
export const undoableAct = z.object({
  id: actId,
  at: z.number(),
  summary: z.string(),
  cases: z.number(),
  /** Record number of the act's first case; null for an act of the whole desk. */
  reference: z.string().nullable(),
  caseId: caseId.nullable(),
  /** Why it cannot be undone, as a message; null when it can. */
  obstacle: z.string().nullable(),
});

/** An internal note on a case, as typed. */
/** `by`: the team member who wrote it; null for this desk. */
export const internalNote = z.object({ actId, at: z.number(), by: z.string().nullable(), text: z.string() });
export type InternalNote = z.infer<typeof internalNote>;

/** What a text was typed for: a new ticket, a comment, a change of a ticket. */
export const KEPT_KINDS = ['ticket', 'comment', 'change'] as const;

/** Text that was not sent, kept with a case. */
export const keptWords = z.object({
  id: activityId,
  keptAt: z.number(),
  kind: z.enum(KEPT_KINDS),
  title: z.string().nullable(),
  body: z.string(),
});
export type KeptWords = z.infer<typeof keptWords>;
