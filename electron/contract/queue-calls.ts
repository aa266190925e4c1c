// The calls about the queue: paged lists of cases, counts, tags, the quick log, templates, and what the window
// remembers.

import { z } from 'zod';
import { actId, caseId, templateId } from '../core/domain/ids.ts';
import { FILTER_FIELDS, GROUPINGS } from '../core/domain/queue.ts';
import { recordOf } from '../core/domain/records.ts';
import { undoableAct } from './activity-schemas.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const values = z.array(z.string().max(200)).max(200).readonly().optional();
const caseFilter = z.strictObject(recordOf(FILTER_FIELDS, () => values));

const query = z.object({ filter: caseFilter.default({}), search: z.string().max(200).default('') });
const grouped = query.extend({
  group: z.enum(GROUPINGS).default('time'),
  /** Last first. */
  reversed: z.boolean().default(false),
});
/** At most this many ids are returned at once: a larger bulk act is done in parts. */
const MOST_IDS = 5_000;

const savedView = z.object({
  id: z.string(),
  name: z.string().trim().min(1, 'A view needs a name.').max(60),
  filter: caseFilter,
  search: z.string().max(200),
  group: z.enum(GROUPINGS),
  reversed: z.boolean().default(false),
});
export type SavedView = z.infer<typeof savedView>;

const savedViews = z.array(savedView).max(50);
/** Command → its keys, where the lead has changed them. */
const keysOfCommands = z.record(z.string(), z.array(z.string().min(1)).max(3));
export const windowSettings = z.object({ views: savedViews.default([]), keys: keysOfCommands.default({}) });
/** Without a default: what is not given stays as it is. */
const windowChange = z.object({ views: savedViews.optional(), keys: keysOfCommands.optional() });

const template = z.object({
  id: templateId,
  name: z.string(),
  body: z.string(),
  problem: z.string().nullable(),
  uses: z.number(),
});
export type Template = z.infer<typeof template>;

const logLine = z.object({
  line: z.string().min(1).max(20_000, 'This is longer than 20,000 characters. Save it as a text file and import that.'),
});
/** What is known of the problem a line tells of. */
const loggedProblem = z.object({
  title: z.string(),
  /** Its cases of the last seven days, including this one if it is logged. */
  thisWeek: z.number(),
  /** What helps, as text; null for nothing. */
  guide: z.string().nullable(),
});
export type LoggedProblem = z.infer<typeof loggedProblem>;
/** How the desk understands a quick log line. */
const loggedLine = {
  source: shape.source,
  topic: z.string().nullable(),
  spentMinutes: z.number().nullable(),
  text: z.string(),
  /** How often its topic was logged within seven days, including this one if it is logged. */
  thisWeek: z.number(),
  problem: loggedProblem.nullable(),
};

export const QUEUE_CALLS = {
  'cases.list': defineRead(
    grouped.extend({ from: z.int().min(0).default(0), count: z.int().min(0).optional() }),
    z.object({
      cases: z.array(shape.caseRow),
      total: z.number(),
      groups: z.array(z.object({ key: z.string(), name: z.string(), count: z.number() })),
      counts: z.record(shape.caseStatus, z.number()),
    }),
    ['cases', 'settings', 'clock'],
  ),
  /** The suggested team for each; null if nothing indicates one. */
  'cases.suggest': defineRead(
    z.object({ ids: z.array(caseId).max(200) }),
    z.object({ suggestions: z.array(z.object({ id: caseId, team: z.string().nullable() })) }),
    ['directory'],
  ),
  'cases.counts': defineRead(
    query,
    z.object({
      counts: z.record(
        z.enum(FILTER_FIELDS),
        z.array(z.object({ value: z.string(), name: z.string(), n: z.number() })),
      ),
    }),
    ['cases'],
  ),
  'cases.place': defineRead(grouped.extend({ id: caseId }), z.object({ at: z.number().nullable() }), []),
  /**
   * The next position in a list whose case has an open question: after the given one, then from the top. Null for none.
   */
  'cases.nextQuestion': defineRead(
    grouped.extend({ after: z.int().min(-1).default(-1) }),
    z.object({ at: z.number().nullable() }),
    [],
  ),
  'cases.ids': defineRead(
    grouped.extend({ from: z.int().min(0), to: z.int().min(0) }).refine(({ from, to }) => to - from <= MOST_IDS, {
      message: `At most ${MOST_IDS} cases at once.`,
    }),
    z.object({ ids: z.array(caseId) }),
    [],
  ),
  'cases.find': defineRead(z.object({ reference: z.string() }), z.object({ cases: z.array(shape.caseRow) }), []),
  'cases.board': defineRead(
    query.extend({ lanes: z.enum(['none', 'team', 'time']), most: z.int().min(1).max(200) }),
    z.object({
      lanes: z.array(
        z.object({
          key: z.string(),
          name: z.string(),
          columns: z.array(z.object({ status: shape.caseStatus, total: z.number(), cases: z.array(shape.caseRow) })),
        }),
      ),
    }),
    ['cases', 'settings', 'clock'],
  ),
  'cases.tag': defineAct(
    z.object({ caseIds: z.array(caseId).min(1), tag: z.string(), job: z.string().optional() }),
    z.object({ changed: z.number(), added: z.boolean(), actId: actId.nullable() }),
    ['cases'],
  ),
  'cases.readLog': defineRead(logLine, z.object(loggedLine), []),
  'cases.topics': defineRead(
    z.object({}),
    z.object({ topics: z.array(z.object({ topic: z.string(), name: z.string(), n: z.number() })) }),
    ['cases'],
  ),
  'cases.log': defineAct(logLine, z.object({ ...loggedLine, id: caseId, reference: z.string(), actId }), ['cases']),
  /** Answers whether a case is a duplicate of its possible original. */
  'cases.answerSame': defineAct(z.object({ id: caseId, isSame: z.boolean() }), z.object({ actId }), ['cases']),
  'templates.list': defineRead(z.object({}), z.object({ templates: z.array(template) }), ['settings']),
  'templates.save': defineAct(
    z.object({
      id: templateId.optional(),
      name: z.string().trim().min(1, 'A template needs a name.').max(80),
      body: z.string().trim().min(1, 'A template needs words.').max(10_000),
      problem: z.string().nullable().default(null),
    }),
    z.object({ id: templateId }),
    ['settings'],
  ),
  'templates.drop': defineAct(z.object({ id: templateId }), z.object({}), ['settings']),
  'templates.fill': defineRead(
    z.object({ id: templateId, caseId }),
    z.object({ text: z.string(), missing: z.array(z.string()) }),
    ['cases'],
  ),
  'templates.use': defineAct(z.object({ id: templateId, caseId }), z.object({ text: shape.scrubbedText, actId }), [
    'cases',
    'settings',
  ]),
  'activity.stack': defineRead(z.object({}), z.object({ acts: z.array(undoableAct) }), ['cases', 'outbox', 'settings']),
  'window.get': defineRead(z.object({}), windowSettings, ['settings']),
  'window.save': defineAct(windowChange, z.object({ actId: actId.nullable() }), ['settings']),
} as const;
