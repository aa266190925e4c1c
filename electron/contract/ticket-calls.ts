// The calls that decide a case and write its ticket, and the one that undoes them.
import { z } from 'zod';
import { TRIAGE_ACTIONS } from '../core/domain/case.ts';
import { TICKET_KINDS } from '../core/domain/ticket-kinds.ts';
import { defineCall } from './define-call.ts';
import { activityId, caseId, ticketId } from './ids.ts';
import * as shape from './schemas.ts';

const one = z.object({ id: caseId });

export const TICKET_CALLS = {
  'triage.act': defineCall(
    z.object({
      caseIds: z.array(caseId).min(1),
      action: z.enum(TRIAGE_ACTIONS),
      team: z.string().optional(),
      /** Escalates each case to the team that is suggested for it; those without a suggestion stay as they are. */
      eachSuggested: z.boolean().default(false),
      job: z.string().optional(),
    }),
    z.object({ changed: z.number(), activityId: activityId.nullable(), left: z.number(), unsure: z.number() }),
    ['cases'],
  ),
  'tickets.draft': defineCall(one, shape.ticketDraft),
  'tickets.edit': defineCall(
    z.object({ caseId, title: z.string().max(256), body: z.string().max(60_000) }),
    shape.ticketDraft,
    ['cases'],
  ),
  /** Gives the ticket the form of another kind, or of that which team and source say; what was typed stays with the case. */
  'tickets.chooseKind': defineCall(
    one.extend({ kind: z.enum(TICKET_KINDS).nullable() }),
    shape.ticketDraft.extend({ activityId }),
    ['cases'],
  ),
  'tickets.startOver': defineCall(one, shape.ticketDraft.extend({ activityId: activityId.nullable() }), ['cases']),
  /** Puts words that were kept with a case into the draft of its ticket. */
  'words.use': defineCall(z.object({ id: activityId }), z.object({ activityId }), ['cases']),
  'words.discard': defineCall(z.object({ id: activityId }), z.object({ activityId }), ['cases']),
  'tickets.queue': defineCall(
    /** `job` names it, for progress and cancel. */
    z.object({ caseIds: z.array(caseId).min(1), job: z.string().optional() }),
    z.object({ queued: z.array(ticketId), activityId }),
    ['cases', 'outbox'],
  ),
  'activity.undo': defineCall(
    z.object({ id: activityId.optional() }),
    z.object({ undone: z.string().nullable(), caseId: caseId.nullable() }),
    ['cases', 'outbox', 'settings', 'directory'],
  ),
} as const;
