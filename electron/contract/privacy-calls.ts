// The calls of a privacy incident on a case that has left already, and of details handed over by secure mail.
import { z } from 'zod';
import { activityId, caseId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const one = z.object({ id: caseId });
/** Words that must go, as they stand in the ticket, beside what the scrubber finds. They stay in this desk. */
const withWords = one.extend({ words: z.array(z.string().trim().min(2).max(300)).max(20).default([]) });

export const PRIVACY_CALLS = {
  /** What a redaction would make of the ticket, and the entry of the incident log; nothing is changed. */
  'incident.plan': defineRead(
    withWords,
    z.object({
      log: shape.scrubbedText,
      /** The ticket as it would read; null where there is none at GitHub, or nothing of it would change. */
      redacted: z.object({ title: shape.scrubbedText, body: shape.scrubbedText }).nullable(),
      /** Of the words that must go, those that do not stand in the ticket. */
      absent: z.array(z.string()),
      /** Kinds that stand in the ticket. */
      kinds: z.array(z.string()),
      url: z.string().nullable(),
    }),
    ['cases', 'outbox'],
  ),
  /** Holds the cases, and queues the redaction of their ticket. */
  'incident.redact': defineAct(withWords, z.object({ activityId, queued: z.boolean() }), ['cases', 'outbox']),
  /** Notes that details were handed over by encrypted mail: when (UTC ms) and to whom, never what. */
  'details.handedOver': defineAct(
    one.extend({ to: z.string().trim().min(1, 'Say to whom.').max(100), at: z.number().optional() }),
    z.object({ activityId }),
    ['cases'],
  ),
} as const;
