// The calls about ticket conversations: threads, unread ones first, one whole thread, and marking it as read.
import { z } from 'zod';
import { actId, caseId, ticketId } from '../core/domain/ids.ts';
import { ENTRY_STATES } from '../core/domain/outbox.ts';
import { defineAct, defineRead } from './define-call.ts';

const ticketCase = z.object({ id: caseId, reference: z.string(), title: z.string() });

const thread = z.object({
  ticketId,
  team: z.string(),
  title: z.string(),
  repository: z.string(),
  number: z.number().nullable(),
  url: z.string().nullable(),
  state: z.string(),
  /** Unread comments. */
  unread: z.number(),
  /** The newest comment. */
  author: z.string(),
  saidAt: z.number(),
  /** Its beginning; raw text from the service, shown on this machine only. */
  words: z.string(),
});
export type Thread = z.infer<typeof thread>;

const said = z.object({
  id: z.string(),
  author: z.string(),
  body: z.string(),
  saidAt: z.number(),
  isUnread: z.boolean(),
  /** How far a comment by Tier 3 is on its way; null for other people's. */
  sending: z.enum(ENTRY_STATES).nullable(),
});
export type Said = z.infer<typeof said>;

const one = z.object({ ticketId });

export const REPLY_CALLS = {
  /** Unread ones first, then the newest. */
  'replies.list': defineRead(
    z.object({ most: z.int().min(1).max(1_000).default(200) }),
    z.object({ threads: z.array(thread), unread: z.number() }),
    ['cases'],
  ),
  'replies.thread': defineRead(
    one,
    z.object({
      /** Oldest first. */
      said: z.array(said),
      cases: z.array(ticketCase),
      /** Whom an answer can mention: those who commented, the ticket's assignees, the team's people. */
      people: z.array(z.string()),
    }),
    ['cases', 'outbox'],
  ),
  /** Marks a whole thread as read. Null if all of it was. */
  'replies.done': defineAct(one, z.object({ actId: actId.nullable() }), ['cases']),
} as const;
