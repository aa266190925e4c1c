// The calls of trends: problems with their cases, and what a person decides of them.
import { z } from 'zod';
import { activityId, caseId } from '../core/domain/ids.ts';
import { INFORM_STATES } from '../core/domain/inform-state.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';
import { caseStatus } from './schemas.ts';

const growth = {
  /** Reports a day, the last 14, oldest first. */
  days: z.array(z.number()),
  /** The whole life, by the day reported: `from` is noon UTC of the first day, `daysEach` how many days a number counts. */
  life: z.object({ from: z.number(), daysEach: z.number(), counts: z.array(z.number()) }),
  firstAt: z.number(),
  lastAt: z.number(),
  isTrend: z.boolean(),
  isUrgent: z.boolean(),
  /** Far faster than its own past. */
  jumps: z.boolean(),
};

/** Cases of the same problem. */
const problemGroup = z.object({
  id: z.string(),
  title: z.string(),
  size: z.number(),
  references: z.array(z.string()),
  team: z.string().nullable(),
  /** What agents are told while it lasts; it may be copied. */
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
  /** Its own and those of problems merged into it, open ones first; new cases go into the first one that is open. */
  tickets: z.array(z.object({ number: z.number().nullable(), url: z.string().nullable(), state: z.string() })),
  ...growth,
  pace: z.number().nullable(),
  sources: counted,
  /** Release notices within its life, oldest first. */
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
      /** Record numbers only where they are wanted: a large desk has many. */
      references: z.boolean().default(true),
    }),
    z.object({ trends: z.array(problemGroup) }),
    ['cases'],
  ),
  'trends.get': defineRead(one, trend, ['cases', 'outbox']),
  'trends.merge': defineAct(
    z.object({ from: z.string(), into: z.string() }),
    /** `openTickets` of the merged problem: more than one when both had one. */
    z.object({ activityId, moved: z.number(), openTickets: z.number() }),
    ['cases'],
  ),
  /** Without `into` the cases make a problem of their own. */
  'trends.move': defineAct(
    z.object({ caseIds: z.array(caseId).min(1), into: z.string().optional(), title: z.string().max(200).optional() }),
    z.object({ activityId, problem: z.string() }),
    ['cases'],
  ),
  'trends.rename': defineAct(
    one.extend({ title: z.string().trim().min(1, 'Give it a name.').max(200) }),
    z.object({ activityId }),
    ['cases'],
  ),
  'trends.known': defineAct(one.extend({ known: z.string().max(2_000) }), z.object({ activityId }), ['cases']),
  /** How it stands with a trend, for HRC; null takes it back. */
  'trends.setState': defineAct(one.extend({ state: z.enum(INFORM_STATES).nullable() }), z.object({ activityId }), [
    'settings',
    'cases',
  ]),
  /** What agents are told of it, judged. */
  'trends.inform': defineRead(
    one,
    z.object({
      state: z.enum(INFORM_STATES).nullable(),
      since: z.number().nullable(),
      text: shape.scrubbedText.nullable(),
      /** Channels that are set up. */
      channels: z.array(channel),
      /** Cases that came in since it was called resolved. */
      casesSince: z.number(),
    }),
    ['cases', 'settings'],
  ),
  /** Queues the note to a channel. */
  'trends.tell': defineAct(one.extend({ channel }), z.object({ activityId }), ['outbox']),
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
  /** The ticket as it would go, for the eyes; nothing is kept. */
  'trends.draft': defineRead(
    one.extend({ team: z.string().optional() }),
    z.object({ team: z.string(), title: z.string(), body: z.string(), caseIds: z.array(caseId) }),
    ['cases'],
  ),
  /** With the words of a draft and its cases, or as the desk writes it. */
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
    z.object({ cases: z.number(), activityId }),
    ['cases', 'outbox'],
  ),
  'trends.regroup': defineAct(z.object({}), z.object({ changed: z.number() }), ['cases']),
  'route.list': defineRead(
    z.object({}),
    z.object({ routes: z.array(shape.route.extend({ reference: z.string() })) }),
    [],
  ),
} as const;
