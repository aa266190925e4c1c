// The shapes of My day: what needs the lead now, and charts of the queue. Names ending in At are UTC milliseconds.
import { z } from 'zod';
import { caseId, entryId, ticketId } from '../core/domain/ids.ts';
import { ENTRY_STATES } from '../core/domain/outbox.ts';
import { caseRow } from './schemas.ts';

/** An escalation step that waits for a key press, with the text it would send. */
const waitingStep = z.object({
  caseId,
  reference: z.string(),
  title: z.string(),
  step: z.enum(['request-status', 'escalate-pm']),
  /** Why it is asked. */
  heading: z.string(),
  text: z.string(),
});
export type WaitingStep = z.infer<typeof waitingStep>;

/** The unread part of one ticket: the newest comment, and how many there are. */
const unreadAnswer = z.object({
  id: z.string(),
  ticketId,
  caseId,
  reference: z.string(),
  title: z.string(),
  author: z.string(),
  body: z.string(),
  saidAt: z.number(),
  n: z.number(),
});

/** An outbox entry that needs a person to continue. */
const decision = z.object({
  id: entryId,
  state: z.enum(ENTRY_STATES),
  title: z.string(),
  references: z.array(z.string()),
  reason: z.string().nullable(),
});

/** A report the desk drafted when its period was over. */
export const reportDraft = z.object({
  /** `2026-10` or `2026-W44`. */
  period: z.string(),
  madeAt: z.number(),
  /** What it says, a figure a line. */
  lines: z.array(z.string()),
  /** What was counted otherwise before, a sentence each. */
  changes: z.array(z.string()),
});
export type ReportDraft = z.infer<typeof reportDraft>;

/** What a lead checks first in the morning. */
export const day = z.object({
  counts: z.object({ missed: z.number(), due: z.number(), soon: z.number(), paused: z.number(), running: z.number() }),
  decisions: z.array(decision),
  answers: z.array(unreadAnswer),
  steps: z.array(waitingStep),
  /** Escalated cases whose ticket is not queued. */
  drafts: z.array(caseRow),
  /** Missed and due cases that wait for the lead rather than a team, least time left first. */
  next: z.array(caseRow),
  reports: z.array(reportDraft),
  /** How many there are of each, including those not shown. */
  totals: z.object({
    decisions: z.number(),
    answers: z.number(),
    steps: z.number(),
    drafts: z.number(),
    next: z.number(),
  }),
  arrived: z.array(caseRow),
  /** The week with fields to fill in, like `2026-W43`; null from Thursday until the next week is over. */
  lastWeek: z.string().nullable(),
  load: z.object({
    /** Days in Eastern Time, oldest first. */
    days: z.array(z.object({ at: z.number(), arrived: z.number(), decided: z.number() })),
    /**
     * Running cases that are due within this many hours of wall clock time and not in an earlier bar; 0 for missed,
     * null for later. Their states go by the promises, in business hours: added up over all bars they are what `counts`
     * says.
     */
    left: z.array(
      z.object({
        hours: z.number().nullable(),
        missed: z.number(),
        due: z.number(),
        soon: z.number(),
        fine: z.number(),
      }),
    ),
  }),
});
export type Day = z.infer<typeof day>;
