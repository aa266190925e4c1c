// The calls about trends: problems with their cases, and a person's decisions about them.
import { z } from 'zod';
import { actId, caseId } from '../core/domain/ids.ts';
import { INFORM_STATES } from '../core/domain/inform-state.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';
import { caseStatus } from './schemas.ts';

const growth = {
  /** Reports per day, the last 14 days, oldest first. */
  days: z.array(z.number()),
  /**
   * The whole lifetime, by day reported: `from` is noon UTC of the first day, `daysEach` how many days a number covers.
   */
  life: z.object({ from: z.number(), daysEach: z.number(), counts: z.array(z.number()) }),
  firstAt: z.number(),
  lastAt: z.number(),
  isTrend: z.boolean(),
  isUrgent: z.boolean(),
  /** Growing far faster than its usual rate. */
  jumps: z.boolean(),
};

/** Cases of the same problem. */
const problemGroup = z.object({
  id: z.string(),
  title: z.string(),
  size: z.number(),
  references: z.array(z.string()),
  team: z.string().nullable(),
  /** What agents are told while it lasts; may be copied. */
  known: shape.scrubbedText.nullable(),
  ...growth,
});
export type ProblemRow = z.infer<typeof problemGroup>;

const counted = z.array(z.object({ name: z.string(), n: z.number() }));
const trend = z.object({
  id: z.string(),
  title: z.string(),
  size: z.number(),
  known: shape.scrubbedText.nullable(),
  team: z.string().nullable(),
  /** Its own and those of problems merged into it, open ones first; new cases go into the first open one. */
  tickets: z.array(z.object({ number: z.number().nullable(), url: z.string().nullable(), state: z.string() })),
  ...growth,
  pace: z.number().nullable(),
  sources: counted,
  /** Release notices within its lifetime, oldest first. */
  releases: z.array(z.object({ at: z.number(), title: z.string() })),
  teams: counted,
  cases: z.array(
    z.object({ id: caseId, reference: z.string(), receivedAt: z.number(), status: caseStatus, text: z.string() }),
  ),
});
export type Trend = z.infer<typeof trend>;

const one = z.object({ id: z.string() });
const channel = z.enum(['post-note', 'post-teams-note']);

export const TREND_CALLS = {
  'trends.list': defineRead(
    z.object({
      all: z.boolean().default(false),
      /** Record numbers only when requested: a large desk has many. */
      references: z.boolean().default(true),
    }),
    z.object({ trends: z.array(problemGroup) }),
    ['cases'],
  ),
  'trends.get': defineRead(one, trend, ['cases', 'outbox']),
  'trends.merge': defineAct(
    z.object({ from: z.string(), into: z.string() }),
    /** `openTickets` of the merged problem: more than one when both had one. */
    z.object({ actId, moved: z.number(), openTickets: z.number() }),
    ['cases'],
  ),
  /** Without `into` the cases become a problem of their own. */
  'trends.move': defineAct(
    z.object({ caseIds: z.array(caseId).min(1), into: z.string().optional(), title: z.string().max(200).optional() }),
    z.object({ actId, problem: z.string() }),
    ['cases'],
  ),
  'trends.rename': defineAct(
    one.extend({ title: z.string().trim().min(1, 'Give it a name.').max(200) }),
    z.object({ actId }),
    ['cases'],
  ),
  'trends.known': defineAct(one.extend({ known: z.string().max(2_000) }), z.object({ actId }), ['cases']),
  /** The state of a trend, for HRC; null clears it. */
  'trends.setState': defineAct(one.extend({ state: z.enum(INFORM_STATES).nullable() }), z.object({ actId }), [
    'settings',
    'cases',
  ]),
  /** What agents are told about it, checked for PII. */
  'trends.inform': defineRead(
    one,
    z.object({
      state: z.enum(INFORM_STATES).nullable(),
      since: z.number().nullable(),
      text: shape.scrubbedText.nullable(),
      /** Channels that are set up. */
      channels: z.array(channel),
      /** Cases that came in since it was marked resolved. */
      casesSince: z.number(),
    }),
    ['cases', 'settings'],
  ),
  /** Queues the note to a channel. */
  'trends.tell': defineAct(one.extend({ channel }), z.object({ actId }), ['outbox']),
  'trends.sheet': defineAct(
    one,
    z.object({
      name: shape.scrubbedText,
      cells: z.array(z.array(shape.scrubbedText)),
      csv: shape.fileText,
      masked: z.array(shape.maskedColumn),
    }),
    ['cases'],
  ),
  /** A preview of the ticket; nothing is stored. */
  'trends.draft': defineRead(
    one.extend({ team: z.string().optional() }),
    z.object({ team: z.string(), title: z.string(), body: z.string(), caseIds: z.array(caseId) }),
    ['cases'],
  ),
  /** With the text of a draft and its cases, or as the desk composes it. */
  'trends.ticket': defineAct(
    one.extend({
      team: z.string().optional(),
      words: z
        .object({
          title: z.string().min(1, 'A ticket needs a title.').max(256),
          body: z.string(),
          caseIds: z.array(caseId),
        })
        .optional(),
    }),
    z.object({ cases: z.number(), actId }),
    ['cases', 'outbox'],
  ),
  'trends.regroup': defineAct(z.object({}), z.object({ changed: z.number() }), ['cases']),
  'route.list': defineRead(
    z.object({}),
    z.object({ routes: z.array(shape.route.extend({ reference: z.string() })) }),
    [],
  ),
} as const;
