// The calls of an open case: ETA, pauses, priority, comments on its ticket, release notices.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { PAUSES, PRIORITIES } from '../core/domain/obligation.ts';
import { RELEASE_SCOPES } from '../core/domain/release-scope.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const one = z.object({ id: caseId });

export const FOLLOW_UP_CALLS = {
  'follow-up.act': defineAct(
    z.object({
      caseIds: z.array(caseId).min(1),
      act: z.discriminatedUnion('verb', [
        z.object({ verb: z.literal('set-eta'), etaAt: z.number() }),
        z.object({ verb: z.literal('pause'), reason: z.enum(PAUSES) }),
        z.object({ verb: z.literal('resume') }),
        z.object({ verb: z.literal('set-priority'), priority: z.enum(PRIORITIES).nullable() }),
        z.object({ verb: z.literal('snooze'), until: z.number() }),
      ]),
    }),
    z.object({ actId }),
    ['cases'],
  ),
  'follow-up.requestMore': defineAct(one, z.object({ text: shape.scrubbedText }), ['cases']),
  'follow-up.preview': defineRead(
    one.extend({ verb: z.enum(['request-status', 'escalate-pm']) }),
    /** `heading` says why it is asked. */
    z.object({ heading: z.string(), text: z.string() }),
    [],
  ),
  'follow-up.comment': defineAct(
    one.extend({
      verb: z.enum(['request-status', 'escalate-pm', 'answer']),
      text: z.string().max(60_000).optional(),
      /** The saved text, as the window knows it, from which an answer was made. Refused if it has changed since. */
      typedOf: z.record(z.string().max(20), z.string().max(100_000)).nullable().optional(),
    }),
    z.object({ actId }),
    ['cases', 'outbox'],
  ),
  'follow-up.seen': defineAct(one, z.object({ seen: z.number() }), ['cases']),
  'release.note': defineAct(
    z.object({
      direction: z.enum(['in', 'out']),
      title: z.string().min(1).max(200),
      body: z.string().min(1).max(50_000),
      scope: z.enum(RELEASE_SCOPES).default('feature'),
      /** The day it goes live; null if unknown. */
      goesLiveOn: z.iso.date('Write the date like 2026-11-30.').nullable().default(null),
    }),
    /** Whether it is filed later than the form asks for, or came in after going live. */
    z.object({ id: caseId, reference: z.string(), late: z.string().nullable(), actId }),
    ['cases', 'outbox'],
  ),
  'release.review': defineAct(one, z.object({ actId }), ['cases']),
} as const;
