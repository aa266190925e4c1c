// The shapes that cross between window and back office. Times end in At: UTC milliseconds.
import { z } from 'zod';
import { CASE_STATUSES, SOURCES } from '../core/words/case.ts';
import { CLOCK_EVENTS, PAUSES, PRIORITIES, WHEN_MISSED } from '../core/words/obligation.ts';
import { ENTRY_KINDS, ENTRY_STATES } from '../core/words/outbox.ts';
import { PII_TYPE_LIST } from '../core/words/pii.ts';
import { activityId, caseId, entryId, ruleId, ticketId } from './ids.ts';

export const source = z.enum(SOURCES);
export const caseStatus = z.enum(CASE_STATUSES);
export const piiType = z.enum(PII_TYPE_LIST as [(typeof PII_TYPE_LIST)[number]]);

export const finding = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  type: piiType,
  confidence: z.number(),
  detector: z.string(),
});

/** A finding as the reviewer sees it: `decision` says what a person made of it. */
export const reviewedFinding = finding.extend({ decision: z.enum(['none', 'confirmed', 'cleared', 'added']) });
export type ReviewedFinding = z.infer<typeof reviewedFinding>;

/** A rule of the reviewer for the whole desk. */
export const deskRule = z.object({
  id: ruleId,
  kind: z.enum(['allow', 'deny']),
  value: z.string(),
  type: piiType,
  createdAt: z.number(),
});

/** One promise with its time left. `leftMinutes` are business minutes, negative when missed. */
export const countdown = z.object({
  /** Id of the policy. */
  policy: z.string(),
  name: z.string(),
  startedAt: z.number(),
  dueAt: z.number(),
  metAt: z.number().nullable(),
  targetMinutes: z.number(),
  leftMinutes: z.number(),
  meaning: z.enum(['fine', 'soon', 'due', 'missed', 'paused', 'met']),
  whenMissed: z.enum(WHEN_MISSED),
  /** For whom it stands still, and since when. */
  paused: z.object({ since: z.number(), reason: z.enum(PAUSES) }).nullable(),
});
export type Countdown = z.infer<typeof countdown>;

const hours = z
  .array(z.tuple([z.int().min(0).max(1440), z.int().min(0).max(1440)]))
  .refine((pairs) => pairs.every(([from, to], at) => from < to && (at === 0 || (pairs[at - 1]?.[1] ?? 0) <= from)), {
    message: 'Hours of a day must follow each other: 8:00-12:00, 13:00-17:00.',
  });

export const calendarSpec = z.object({
  name: z.string().min(1).max(80),
  timeZone: z.string().min(1),
  week: z.tuple([hours, hours, hours, hours, hours, hours, hours]),
  federalHolidays: z.boolean(),
  closed: z.array(z.iso.date('A closure is a date like 2026-12-24.')),
});
export type CalendarRow = z.infer<typeof calendarSpec>;

export const policy = z.object({
  id: z.string(),
  name: z.string().min(1).max(60),
  priority: z.enum(PRIORITIES).nullable(),
  start: z.enum(CLOCK_EVENTS),
  stop: z.array(z.enum(CLOCK_EVENTS)).min(1),
  pausedBy: z.array(z.enum(PAUSES)),
  targetMinutes: z
    .int('A target is a whole number of minutes.')
    .min(1, 'A target is at least one minute.')
    .max(525_600),
  calendar: z.string(),
  soonAt: z.number().min(0).max(1),
  dueAt: z.number().min(0).max(1),
  whenMissed: z.enum(WHEN_MISSED),
  on: z.boolean(),
});
export type PolicyRow = z.infer<typeof policy>;

export const caseRow = z.object({
  id: caseId,
  source,
  reference: z.string(),
  title: z.string(),
  status: caseStatus,
  team: z.string().nullable(),
  reportedAt: z.number(),
  receivedAt: z.number(),
  countdown: countdown.nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const ticketState = z.object({
  id: ticketId,
  title: z.string(),
  repository: z.string(),
  number: z.number().nullable(),
  url: z.string().nullable(),
  pipeline: z.string().nullable(),
  openedAt: z.number().nullable(),
});

export const activityEntry = z.object({
  id: activityId,
  at: z.number(),
  actor: z.string(),
  summary: z.string(),
  canUndo: z.boolean(),
  undoneAt: z.number().nullable(),
});
export type ActivityEntry = z.infer<typeof activityEntry>;

export const caseDetail = caseRow.extend({
  rawText: z.string(),
  scrubbedText: z.string(),
  reporter: z.string().nullable(),
  fields: z.array(z.object({ name: z.string(), value: z.string() })),
  findings: z.array(reviewedFinding),
  countdowns: z.array(countdown),
  ticket: ticketState.nullable(),
  suggestion: z.lazy(() => route),
  comments: z.array(z.lazy(() => comment)),
  priority: z.enum(PRIORITIES).nullable(),
  /** Business minutes the case waited for each party so far. */
  waited: z.array(z.object({ reason: z.enum(PAUSES), minutes: z.number() })),
  activity: z.array(activityEntry),
});
export type CaseDetail = z.infer<typeof caseDetail>;

export const team = z.object({
  label: z.string(),
  name: z.string(),
  repository: z.string(),
  extraLabels: z.array(z.string()),
  assignees: z.array(z.string()),
  productManager: z.string(),
  slackChannel: z.string(),
  zenhub: z.object({ workspaceId: z.string(), pipeline: z.string() }).nullable(),
  covers: z.array(z.string()),
  inScope: z.boolean(),
  audience: z.enum(['veteran', 'staff']),
});
export type Team = z.infer<typeof team>;

/** Where in the ticket something personal still stands; never what it says. */
export const gateFinding = z.object({
  place: z.enum(['title', 'body']),
  type: piiType,
  start: z.number(),
  end: z.number(),
});
export type GateFinding = z.infer<typeof gateFinding>;

export const ticketDraft = z.object({
  caseId,
  title: z.string(),
  body: z.string(),
  repository: z.string().nullable(),
  labels: z.array(z.string()),
  assignees: z.array(z.string()),
  pipeline: z.string().nullable(),
  edited: z.boolean(),
  questions: z.number(),
  found: z.array(gateFinding),
  problem: z.string().nullable(),
});
export type TicketDraft = z.infer<typeof ticketDraft>;

export const outboxEntry = z.object({
  id: entryId,
  ticketId,
  kind: z.enum(ENTRY_KINDS),
  title: z.string(),
  destination: z.string(),
  state: z.enum(ENTRY_STATES),
  attempts: z.number(),
  reason: z.string().nullable(),
  nextTryAt: z.number().nullable(),
  createdAt: z.number(),
  sentAt: z.number().nullable(),
  url: z.string().nullable(),
  references: z.array(z.string()),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

export const rejectedRow = z.object({ row: z.number(), column: z.string(), reason: z.string() });
export type RejectedRow = z.infer<typeof rejectedRow>;

export const importResult = z.object({
  imported: z.number(),
  duplicates: z.number(),
  rejected: z.array(rejectedRow),
});
export type ImportResult = z.infer<typeof importResult>;

export const importPreview = z.object({
  source,
  rows: z.number(),
  columns: z.array(z.object({ name: z.string(), becomes: z.string().nullable() })),
  sample: z.array(z.object({ row: z.number(), reference: z.string(), reportedAt: z.number(), text: z.string() })),
  rejected: z.array(rejectedRow),
  duplicates: z.number(),
});
export type ImportPreview = z.infer<typeof importPreview>;

/** Minutes after local midnight. */
const quietHours = z.object({ from: z.int().min(0).max(1439), to: z.int().min(0).max(1439) });

export const followUpSettings = z.object({
  /** The status request at the missed ETA goes out without a lead's key. */
  requestStatusByItself: z.boolean().default(false),
  escalateByItself: z.boolean().default(false),
  notify: z.boolean().default(true),
  /** Only what is critical is told in these hours; null for none. */
  quiet: quietHours.nullable().default({ from: 18 * 60, to: 8 * 60 }),
});
export type FollowUpSettings = z.infer<typeof followUpSettings>;

export const tray = z.object({
  worst: countdown.shape.meaning,
  count: z.number(),
  nearest: z.array(z.object({ caseId: z.string(), reference: z.string(), title: z.string(), countdown })),
});

/** A team suggested for a case, with the reason; none goes to Triage, or is out of scope. */
export const route = z.object({
  team: z.string().nullable(),
  confidence: z.number(),
  outOfScope: z.boolean(),
  because: z.string(),
});

/** Cases of the same problem. */
export const problemGroup = z.object({
  id: z.string(),
  title: z.string(),
  size: z.number(),
  references: z.array(z.string()),
  team: z.string().nullable(),
});

/** What a lead looks at first in the morning. */
export const day = z.object({
  counts: z.object({ missed: z.number(), due: z.number(), soon: z.number(), paused: z.number(), running: z.number() }),
  next: z.array(caseRow),
  /** Steps of the ladder that wait for a key. */
  steps: z.array(
    z.object({
      caseId,
      reference: z.string(),
      title: z.string(),
      step: z.enum(['request-status', 'escalate-pm']),
      text: z.string(),
    }),
  ),
  answers: z.array(
    z.object({
      id: z.string(),
      caseId,
      reference: z.string(),
      author: z.string(),
      body: z.string(),
      saidAt: z.number(),
    }),
  ),
  arrived: z.array(caseRow),
});
export type Day = z.infer<typeof day>;

export const comment = z.object({
  id: z.string(),
  author: z.string(),
  body: z.string(),
  saidAt: z.number(),
  seenAt: z.number().nullable(),
});

export const policyPreview = z.object({
  before: z.record(z.string(), z.number()),
  after: z.record(z.string(), z.number()),
  changed: z.number(),
  examples: z.array(
    z.object({ reference: z.string(), name: z.string(), before: countdown.nullable(), after: countdown.nullable() }),
  ),
});

export const syncState = z.object({
  online: z.boolean().nullable(),
  lastSyncAt: z.number().nullable(),
  waiting: z.number(),
  attention: z.number(),
});
export type SyncState = z.infer<typeof syncState>;
