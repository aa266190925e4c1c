// The calls about a privacy incident on a case that has already left, and about details handed over by secure mail.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const one = z.object({ id: caseId });
/** Text to remove, exactly as it is in the ticket, in addition to what the scrubber finds. It stays in this desk. */
const withWords = one.extend({ words: z.array(z.string().trim().min(2).max(300)).max(20).default([]) });

export const PRIVACY_CALLS = {
  /** A preview of the redacted ticket, and the entry for the incident log; nothing is changed. */
  'incident.plan': defineRead(
    withWords,
    z.object({
      log: shape.scrubbedText,
      /** The redacted ticket; null if there is none at GitHub, or nothing would change. */
      redacted: z.object({ title: shape.scrubbedText, body: shape.scrubbedText }).nullable(),
      /** Text to remove that is not in the ticket. */
      absent: z.array(z.string()),
      /** Kinds of PII in the ticket. */
      kinds: z.array(z.string()),
      url: z.string().nullable(),
    }),
    ['cases', 'outbox'],
  ),
  /** Places a hold on the cases, and queues the redaction of their ticket. */
  'incident.redact': defineAct(withWords, z.object({ actId, queued: z.boolean() }), ['cases', 'outbox']),
  /** Records that details were handed over by encrypted mail: when (UTC ms) and to whom, never what. */
  'details.handedOver': defineAct(
    one.extend({ to: z.string().trim().min(1, 'Say to whom.').max(100), at: z.number().optional() }),
    z.object({ actId }),
    ['cases'],
  ),
} as const;
