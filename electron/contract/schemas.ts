// The shapes exchanged between window and backend. Names ending in At are UTC milliseconds.
import { z } from 'zod';
import { CASE_STATUSES, SOURCES } from '../core/domain/case.ts';
import { caseId, entryId, ruleId, ticketId } from '../core/domain/ids.ts';
import { PRIORITIES, STANDS_STILL } from '../core/domain/obligation.ts';
import { ENTRY_KINDS, ENTRY_STATES, SERVICES } from '../core/domain/outbox.ts';
import { type FileText, PII_TYPE_LIST, type PrintedFile, type ScrubbedText } from '../core/domain/pii.ts';
import { TICKET_KINDS } from '../core/domain/ticket-kinds.ts';
import { activityEntry, internalNote, keptWords } from './activity-schemas.ts';
import { countdown } from './time-schemas.ts';

export const source = z.enum(SOURCES);
export const caseStatus = z.enum(CASE_STATUSES);
export const piiType = z.enum(PII_TYPE_LIST);

/** Text that passed the PII check: files and the clipboard accept nothing else. */
export const scrubbedText = z.custom<ScrubbedText>((value) => typeof value === 'string');
export const fileText = z.custom<FileText>((value) => typeof value === 'string');
export const printedFile = z.custom<PrintedFile>((value) => typeof value === 'string');
/** A column of a file in which cells were masked. */
export const maskedColumn = z.object({ column: z.string(), cells: z.number() });
export type MaskedColumn = z.infer<typeof maskedColumn>;

export const finding = z.object({
  start: z.int().min(0),
  end: z.int().min(0),
  type: piiType,
  confidence: z.number(),
  detector: z.string(),
});

/** A finding as the reviewer sees it; `decision` is the person's decision. */
export const reviewedFinding = finding.extend({ decision: z.enum(['none', 'confirmed', 'cleared', 'added']) });
export type ReviewedFinding = z.infer<typeof reviewedFinding>;

/** A desk-wide rule of the reviewer. */
export const deskRule = z.object({
  id: ruleId,
  kind: z.enum(['allow', 'deny']),
  value: z.string(),
  type: piiType,
  createdAt: z.number(),
});

export const caseRow = z.object({
  id: caseId,
  source,
  reference: z.string(),
  title: z.string(),
  status: caseStatus,
  team: z.string().nullable(),
  reportedAt: z.number(),
  receivedAt: z.number(),
  tags: z.array(z.string()),
  priority: z.enum(PRIORITIES).nullable(),
  /** Number of the scrubber's open questions. */
  questions: z.number(),
  /** Scrubbed text around a search match that is not in the title. */
  excerpt: z.string().nullable(),
  countdown: countdown.nullable(),
});
export type CaseRow = z.infer<typeof caseRow>;

export const milestone = z.object({ number: z.int(), title: z.string() });

/** A ticket as last returned by the service. */
export const remoteTicket = z.object({
  title: z.string(),
  body: z.string(),
  state: z.enum(['open', 'closed']),
  labels: z.array(z.string()).readonly(),
  assignees: z.array(z.string()).readonly(),
  milestone: milestone.nullable(),
});

export const ticketState = z.object({
  id: ticketId,
  team: z.string(),
  title: z.string(),
  repository: z.string(),
  number: z.number().nullable(),
  url: z.string().nullable(),
  pipeline: z.string().nullable(),
  openedAt: z.number().nullable(),
  remote: remoteTicket.nullable(),
  /** Its repository at another owner, if it was moved there and the desk has not followed; null if it was not moved. */
  movedTo: z.string().nullable(),
});

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
  /** Unsent text typed for tickets of this case, newest first. */
  keptWords: z.array(keptWords),
  /** Raw; newest first. */
  notes: z.array(internalNote),
  /** The case it duplicates, and its duplicates. */
  sameAs: z.object({ id: caseId, reference: z.string() }).nullable(),
  /** The case it may duplicate: a question for the lead. */
  maybeSame: z.object({ id: caseId, reference: z.string() }).nullable(),
  alsoKnownAs: z.array(z.object({ id: caseId, source, reference: z.string() })),
  /** Its problem, and how many cases have the same one. */
  problem: z
    .object({
      id: z.string(),
      title: z.string(),
      size: z.number(),
      /**
       * For an error code: who can help, what agents can tell the person, and whether the person can solve it alone.
       */
      help: z.object({ helper: z.string(), remedy: z.string(), byUser: z.boolean() }).nullable(),
    })
    .nullable(),
  /** Business minutes the case has waited for each party so far. */
  waited: z.array(z.object({ reason: z.enum(STANDS_STILL), minutes: z.number() })),
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
  /** Its boards; one that is not `on` is remembered, but nothing is sent to it. */
  zenhub: z.object({ workspaceId: z.string(), pipeline: z.string(), on: z.boolean().default(true) }).nullable(),
  /** At GitHub, with the fields a new ticket gets there; "Status" is the column. */
  project: z
    .object({
      owner: z.string(),
      number: z.int().min(1),
      fields: z.record(z.string(), z.string()),
      on: z.boolean().default(true),
    })
    .nullable()
    .default(null),
  covers: z.array(z.string()),
  inScope: z.boolean(),
  audience: z.enum(['veteran', 'staff']),
});
export type Team = z.infer<typeof team>;

/** Where the ticket still contains PII; never what it says. */
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
  /** Its future places on the boards of its team, as text. */
  places: z.array(z.string()),
  boardFields: z.array(z.object({ name: z.string(), value: z.string() })),
  kind: z.enum(TICKET_KINDS),
  /** If its text suggests another kind. */
  suggestedKind: z.enum(TICKET_KINDS).nullable(),
  /**
   * Whether its text can still be edited here, waits to be sent, or is the ticket's, possibly with a pending change.
   */
  state: z.enum(['draft', 'queued', 'open', 'changing']),
  edited: z.boolean(),
  questions: z.number(),
  found: z.array(gateFinding),
  problem: z.string().nullable(),
});
export type TicketDraft = z.infer<typeof ticketDraft>;

/** What a lead can currently do with an entry. */
export const ENTRY_ACTS = ['join', 'retry', 'hold', 'edit', 'drop', 'answer', 'choose', 'make-labels'] as const;
export type EntryAct = (typeof ENTRY_ACTS)[number];

/** What the directory names and GitHub lacks; a label can be created. */
export const directoryProblem = z.object({
  team: z.string(),
  problem: z.string(),
  label: z.object({ repository: z.string(), name: z.string() }).nullable(),
  /** It only concerns an assignee; tickets can be opened anyway. */
  lacksPerson: z.boolean(),
});

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
  acts: z.array(z.enum(ENTRY_ACTS)),
  /** Its text, while it can still be edited; no title if it has none. */
  words: z.object({ title: z.string().nullable(), body: z.string() }).nullable(),
  conflicts: z.array(z.object({ field: z.string(), was: z.string(), ours: z.string(), theirs: z.string() })),
});
export type OutboxEntry = z.infer<typeof outboxEntry>;

/** Damage found when the desk was opened: what is lost, and what to do. */
export const damageNotice = z.object({ at: z.number(), title: z.string(), lines: z.array(z.string()) });
export type DamageNotice = z.infer<typeof damageNotice>;

export const tray = z.object({
  worst: countdown.shape.state,
  count: z.number(),
  nearest: z.array(z.object({ caseId, reference: z.string(), title: z.string(), countdown })),
});

/** A team suggested for a case, with the reason; without a team it goes to Triage, or is out of scope. */
export const route = z.object({
  team: z.string().nullable(),
  confidence: z.number(),
  outOfScope: z.boolean(),
  /** Who handles it instead if it is out of scope, as text. */
  belongsTo: z.string().nullable(),
  because: z.string(),
});

export const comment = z.object({
  id: z.string(),
  author: z.string(),
  body: z.string(),
  saidAt: z.number(),
  seenAt: z.number().nullable(),
});

export const syncState = z.object({
  /** The desk's own time: practice may have changed it. */
  at: z.number(),
  /** Whether there is a token for GitHub. */
  signedIn: z.boolean(),
  /** How long a queued entry stays here before it may leave; until then undo reverts it. */
  sendingDelayMs: z.number(),
  online: z.boolean().nullable(),
  lastSyncAt: z.number().nullable(),
  /** Why nothing can be sent to GitHub, as a message; null when it can. */
  trouble: z.string().nullable(),
  /** Services that fail as a whole: nothing is sent to them except one probe from `retryAt` on. */
  failing: z.array(
    z.object({ service: z.enum(SERVICES), reason: z.string(), retryAt: z.number(), needsSignIn: z.boolean() }),
  ),
  /** Repositories with our tickets that the token may not read. */
  unreadable: z.array(z.string()),
  /** Until when GitHub asked not to be called; null when it may be. */
  limitedUntil: z.number().nullable(),
  waiting: z.number(),
  attention: z.number(),
  /** Issues and comments created within the last minute and hour. */
  sentLately: z.object({ minute: z.number(), hour: z.number() }),
  /**
   * Progress of what was queued together, and when it will be done at this pace and within the limits; null when
   * nothing is pending.
   */
  progress: z.object({ done: z.number(), total: z.number(), doneAt: z.number() }).nullable(),
});
export type SyncState = z.infer<typeof syncState>;
