// The calls about all open tickets of the desk: their teams, what was promised and said, and what to do next.
import { z } from 'zod';
import { actId, caseId, ticketId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import { scrubbedText } from './schemas.ts';
import { countdown } from './time-schemas.ts';

const openTicket = z.object({
  id: ticketId,
  team: z.string(),
  title: z.string(),
  repository: z.string(),
  /** Null while it is in the outbox. */
  number: z.number().nullable(),
  url: z.string().nullable(),
  pipeline: z.string().nullable(),
  openedAt: z.number(),
  /** What the team promised last; null if it promised nothing. */
  etaAt: z.number().nullable(),
  /** The clock that runs out first over all its cases. */
  countdown: countdown.nullable(),
  /** The pending escalation step; null for none. */
  step: z.enum(['request-status', 'escalate-pm']).nullable(),
  /** Whether the team's question waits for our answer. */
  asksUs: z.boolean(),
  lastWord: z.object({ author: z.string(), saidAt: z.number(), words: z.string(), isUnread: z.boolean() }).nullable(),
  cases: z.array(z.object({ id: caseId, reference: z.string() })),
});
export type OpenTicket = z.infer<typeof openTicket>;

export const DESK_TICKETS_CALLS = {
  'tickets.list': defineRead(z.object({}), z.object({ tickets: z.array(openTicket) }), ['cases', 'outbox', 'clock']),
  /**
   * The fix is live: every case of the ticket is done and its reporters can be informed; `text` says so and lists the
   * record numbers.
   */
  'tickets.fixed': defineAct(z.object({ id: ticketId }), z.object({ cases: z.number(), actId, text: scrubbedText }), [
    'cases',
  ]),
} as const;
