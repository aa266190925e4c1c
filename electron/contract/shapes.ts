// The shapes that cross between window and back office. Times end in At: UTC milliseconds.
import { z } from 'zod';
import { CASE_STATUSES, SOURCES } from '../core/words/case.ts';
import { OBLIGATION_KINDS } from '../core/words/obligation.ts';
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
export type DeskRuleRow = z.infer<typeof deskRule>;

/** One promise with its time left. `leftMinutes` are business minutes, negative when missed. */
export const countdown = z.object({
  kind: z.enum(OBLIGATION_KINDS),
  startedAt: z.number(),
  dueAt: z.number(),
  metAt: z.number().nullable(),
  targetMinutes: z.number(),
  leftMinutes: z.number(),
  meaning: z.enum(['fine', 'soon', 'due', 'missed', 'met']),
});
export type Countdown = z.infer<typeof countdown>;

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

export const syncState = z.object({
  online: z.boolean().nullable(),
  lastSyncAt: z.number().nullable(),
  waiting: z.number(),
  attention: z.number(),
});
export type SyncState = z.infer<typeof syncState>;
