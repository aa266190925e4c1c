// Every table of the store. Times end in At (UTC ms), business durations in Minutes. Raw text lives only here, in a
// file that is encrypted as a whole; the full-text index (a migration of its own) holds scrubbed text only.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CaseStatus, Source } from '../electron/core/domain/case.ts';
import type { ActivityId, CaseId, EntryId, RuleId, TemplateId, TicketId } from '../electron/core/domain/ids.ts';
import type { EntryKind, EntryState } from '../electron/core/domain/outbox.ts';
import type { DeskRule, PiiType, ReviewDecision } from '../electron/core/domain/pii.ts';
import type { TicketKind } from '../electron/core/domain/ticket-kinds.ts';
import type { TypedForm } from '../electron/core/domain/typed-form.ts';
import type { Stamp } from '../electron/core/team/stamp.ts';

export const cases = sqliteTable(
  'cases',
  {
    /** The full-text index refers to it; unlike a bare rowid it survives VACUUM. */
    seq: integer().primaryKey({ autoIncrement: true }),
    id: text().$type<CaseId>().notNull().unique(),
    source: text().$type<Source>().notNull(),
    reference: text().notNull(),
    reportedAt: integer().notNull(),
    receivedAt: integer().notNull(),
    importedAt: integer().notNull(),
    rawText: text().notNull(),
    reporter: text(),
    /** Name, phone and email columns of the source, as JSON: what the scrubber looks for in the text. */
    hints: text().notNull(),
    /** Every column as it came, as JSON. */
    fields: text().notNull(),
    scrubbedTitle: text().notNull(),
    scrubbedText: text().notNull(),
    scrubbedArea: text(),
    scrubberVersion: integer().notNull(),
    /** How many questions of the scrubber nobody has answered; null where an older desk scrubbed it and did not count. */
    questions: integer(),
    status: text().$type<CaseStatus>().notNull(),
    team: text(),
    ticketId: text()
      .$type<TicketId>()
      .references(() => tickets.id),
    /** Words the lead gave it, small letters, with a space between. */
    tags: text().notNull().default(''),
    /** Id of the problem it tells of; null while nobody knows. */
    problem: text(),
    /** Who reported, as a hash: the same person again is found without comparing names. Null where the source says nobody. */
    person: text(),
    /** Id of the case it is the same as. */
    sameAs: text().$type<CaseId>(),
    /** Id of the case it perhaps is the same as, until somebody says. */
    maybeSame: text().$type<CaseId>(),
    /** What a row without a record number is known by: a hash of its time, requester and request. */
    contentKey: text(),
    /** What the contact took, where somebody wrote it down. */
    spentMinutes: integer(),
    /** The kind of its ticket, where the lead chose one; null where the team and the source say it. */
    ticketKind: text().$type<TicketKind>(),
    /** When the import that brought it was undone: nothing but its activity is left of it. */
    withdrawnAt: integer(),
  },
  (table) => [
    uniqueIndex('cases_source_reference').on(table.source, table.reference),
    index('cases_ticket').on(table.ticketId),
    index('cases_scrubber').on(table.scrubberVersion),
    index('cases_problem').on(table.problem),
    index('cases_person').on(table.person),
    index('cases_reference').on(table.reference),
    index('cases_same_as').on(table.sameAs),
    index('cases_content_key').on(table.contentKey),
    index('cases_asked').on(table.seq).where(sql`questions > 0`),
  ],
);

/**
 * A case as the lists know it: what they filter, group and order by, so that reading all of them touches no long text; and
 * when its clocks say something new. Worked out from the case and its activity; can be worked out anew at any time.
 */
export const standings = sqliteTable('standings', {
  seq: integer()
    .primaryKey()
    .references(() => cases.seq),
  id: text().$type<CaseId>().notNull(),
  status: text().$type<CaseStatus>().notNull(),
  team: text().notNull(),
  source: text().$type<Source>().notNull(),
  receivedAt: integer().notNull(),
  problem: text().notNull(),
  tags: text().notNull(),
  clock: text().notNull(),
  dueAt: integer().notNull(),
  soonFrom: integer().notNull(),
  dueFrom: integer().notNull(),
  stepAt: integer(),
  lookAt: integer(),
});

/** Cases whose standing or place in the lists is to be worked out anew; triggers fill it, so no writer can forget. */
export const staleCases = sqliteTable('stale_cases', { seq: integer().primaryKey() });

/** A problem that cases tell of. Those of the lexicon stand here only once something is known of them. */
export const problems = sqliteTable('problems', {
  id: text().primaryKey(),
  title: text().notNull(),
  /** Rare words by which others are told to be of it, scrubbed, with a space between; empty where the lexicon tells. */
  words: text().notNull().default(''),
  /** What was joined into another problem. */
  mergedInto: text(),
  /** What agents are told of it; null while nothing is. */
  known: text(),
  ticketId: text()
    .$type<TicketId>()
    .references(() => tickets.id),
  createdAt: integer().notNull(),
});

/** Which problem a person said a case tells of: the desk learns from these and never undoes them. */
export const problemDecisions = sqliteTable('problem_decisions', {
  caseId: text()
    .$type<CaseId>()
    .primaryKey()
    .references(() => cases.id),
  problem: text().notNull(),
  decidedAt: integer().notNull(),
});

/** Answers to take words from. */
export const templates = sqliteTable('templates', {
  id: text().$type<TemplateId>().primaryKey(),
  name: text().notNull().unique(),
  body: text().notNull(),
  /** The problem it answers; null for any. */
  problem: text(),
  uses: integer().notNull().default(0),
  savedAt: integer().notNull(),
});

/** What a reviewer decided of spans of a case's raw text. */
export const findingDecisions = sqliteTable(
  'finding_decisions',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    caseId: text()
      .$type<CaseId>()
      .notNull()
      .references(() => cases.id),
    startOffset: integer().notNull(),
    endOffset: integer().notNull(),
    decision: text().$type<ReviewDecision['decision']>().notNull(),
    type: text().$type<PiiType>().notNull(),
    decidedAt: integer().notNull(),
  },
  (table) => [uniqueIndex('finding_decisions_span').on(table.caseId, table.startOffset, table.endOffset)],
);

/** What a reviewer said for the whole desk: never personal, always personal. */
export const deskRules = sqliteTable('desk_rules', {
  id: text().$type<RuleId>().primaryKey(),
  kind: text().$type<DeskRule['kind']>().notNull(),
  value: text().notNull().unique(),
  type: text().$type<PiiType>().notNull(),
  createdAt: integer().notNull(),
});

/** A ticket text a person has edited and not yet queued. Raw: nobody has judged it. */
export const drafts = sqliteTable('drafts', {
  caseId: text()
    .$type<CaseId>()
    .primaryKey()
    .references(() => cases.id),
  title: text().notNull(),
  body: text().notNull(),
  savedAt: integer().notNull(),
});

/** Words that are being typed into a form and are not sent yet. Raw: nobody has judged them. */
export const typedWords = sqliteTable(
  'typed_words',
  {
    form: text().$type<TypedForm>().notNull(),
    /** Id of the case or problem they are about; empty where the form is about none. */
    about: text().notNull(),
    /** By field, as JSON. */
    words: text().notNull(),
    typedAt: integer().notNull(),
  },
  (table) => [primaryKey({ columns: [table.form, table.about] })],
);

export const tickets = sqliteTable(
  'tickets',
  {
    id: text().$type<TicketId>().primaryKey(),
    team: text().notNull(),
    repository: text().notNull(),
    title: text().notNull(),
    number: integer(),
    url: text(),
    pipeline: text(),
    createdAt: integer().notNull(),
    openedAt: integer(),
    withdrawnAt: integer(),
    /** At the service: open, closed, or gone. */
    state: text().notNull().default('open'),
    /** When the desk last heard of it or looked at it, UTC ms; null for never. */
    heardAt: integer(),
    /** What of it was taken in whole: the service's time of its last change, and how many comments there were. */
    remoteUpdatedAt: text(),
    /** What the service says it holds, as JSON; null until it said so. Raw: anybody may have written there. */
    remote: text(),
  },
  (table) => [index('tickets_open').on(table.id).where(sql`state <> 'closed' AND withdrawn_at IS NULL`)],
);

export const outbox = sqliteTable(
  'outbox',
  {
    id: text().$type<EntryId>().primaryKey(),
    ticketId: text()
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    /** Order within the ticket: an entry waits until all before it are sent. */
    position: integer().notNull(),
    kind: text().$type<EntryKind>().notNull(),
    payload: text().notNull(),
    state: text().$type<EntryState>().notNull(),
    attempts: integer().notNull().default(0),
    /** When the request left this machine; null while it certainly has not. */
    leftAt: integer(),
    nextTryAt: integer(),
    lookUps: integer().notNull().default(0),
    reason: text(),
    /** Fields somebody else changed too, as JSON, while the lead has not chosen. Raw. */
    conflicts: text(),
    /** Number of the issue or id of the comment that carries the entry's mark; a second one is a twin. */
    remoteId: text(),
    createdAt: integer().notNull(),
    sentAt: integer(),
  },
  (table) => [
    uniqueIndex('outbox_ticket_position').on(table.ticketId, table.position),
    index('outbox_state').on(table.state, table.sentAt),
    index('outbox_newest').on(table.createdAt, table.position),
  ],
);

/** When a request that makes content left this machine; kept for an hour, so that a restart does not forget the limits. */
export const departures = sqliteTable('departures', {
  id: integer().primaryKey({ autoIncrement: true }),
  at: integer().notNull(),
});

/** Append-only. `undo` holds what is needed to take the act back, as JSON, or null when it cannot be. */
export const activity = sqliteTable(
  'activity',
  {
    id: text().$type<ActivityId>().primaryKey(),
    at: integer().notNull(),
    actor: text().notNull(),
    /** On whose account of the machine, and under which login at GitHub; null in lines of older desks. */
    who: text(),
    caseId: text()
      .$type<CaseId>()
      .references(() => cases.id),
    verb: text().notNull(),
    summary: text().notNull(),
    /** What more a clock must know of the act, as JSON: for whom it waits, until when. */
    fact: text(),
    undo: text(),
    undoneAt: integer(),
    /** Acts done together (a bulk decision) share it and are undone together. */
    actId: text().$type<ActivityId>().notNull(),
  },
  (table) => [
    index('activity_case').on(table.caseId, table.at),
    index('activity_act').on(table.actId),
    index('activity_at').on(table.at, table.verb, table.undoneAt),
    index('activity_undoable').on(table.at).where(sql`undo IS NOT NULL AND undone_at IS NULL`),
  ],
);

/** The chain that proves the activity: a link for each line and each change of one, with the hash of the link before. */
export const auditLinks = sqliteTable('audit_links', {
  seq: integer().primaryKey(),
  kind: text().$type<'add' | 'begin' | 'stand' | 'undo'>().notNull(),
  activityId: text(),
  at: integer(),
  payload: text(),
  hash: text().notNull(),
});

/** What was said on a ticket, as the service gave it. Raw: it comes from outside. */
export const comments = sqliteTable(
  'comments',
  {
    id: text().primaryKey(),
    ticketId: text()
      .$type<TicketId>()
      .notNull()
      .references(() => tickets.id),
    author: text().notNull(),
    body: text().notNull(),
    saidAt: integer().notNull(),
    seenAt: integer(),
  },
  (table) => [index('comments_ticket').on(table.ticketId, table.saidAt)],
);

/** What an alert has been raised for, so that none is raised twice: over restarts, sleep and changed clocks. */
export const alertsRaised = sqliteTable('alerts_raised', { key: text().primaryKey(), raisedAt: integer().notNull() });

export const teams = sqliteTable('teams', {
  label: text().primaryKey(),
  entry: text().notNull(),
  position: integer().notNull(),
});

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });

/** What changed here and was not told the team yet; triggers fill it while the desk is in a team, so no writer can forget. */
export const teamMarks = sqliteTable('team_marks', { kind: text().notNull(), id: text().notNull() }, (table) => [
  primaryKey({ columns: [table.kind, table.id] }),
]);

/** Every event of the team that this desk knows of, its own and others'. */
export const teamEvents = sqliteTable(
  'team_events',
  {
    id: text().primaryKey(),
    /** The event as JSON, of this desk's own: kept until it is certain that the log has it for good. */
    payload: text(),
    /** When the log took it; null while it has to go. */
    sentAt: integer(),
  },
  (table) => [index('team_events_waiting').on(table.id).where(sql`sent_at IS NULL`)],
);

/** What was said of each topic, as JSON: folded, it is what the desk shows. Texts as received are in the cases only. */
export const teamChanges = sqliteTable(
  'team_changes',
  { topic: text().notNull(), stamp: text().$type<Stamp>().notNull(), kind: text().notNull(), change: text().notNull() },
  (table) => [
    primaryKey({ columns: [table.topic, table.stamp, table.kind, table.change] }),
    index('team_changes_stamp').on(table.stamp),
  ],
);

/** Under which name the team knows a case of this desk. */
export const teamCases = sqliteTable('team_cases', {
  subject: text().primaryKey(),
  caseId: text()
    .$type<CaseId>()
    .notNull()
    .unique()
    .references(() => cases.id),
});

/** Entries that need the team's word before they may leave. */
export const teamClaims = sqliteTable('team_claims', {
  entryId: text()
    .$type<EntryId>()
    .primaryKey()
    .references(() => outbox.id),
  /** wanted, or granted. */
  state: text().notNull(),
});

/** Each time an export came in: a snapshot of a queue. */
export const imports = sqliteTable(
  'imports',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    at: integer().notNull(),
    source: text().$type<Source>().notNull(),
    /** A hash of all that the file holds: the same file again changes nothing. */
    contentHash: text().notNull(),
    /** Every row of it was looked at. */
    isWhole: integer({ mode: 'boolean' }).notNull().default(false),
    /** The file's name; empty for an import of an older desk. */
    name: text().notNull().default(''),
    /** The act that its lines of activity share; null for an import of an older desk, which cannot be undone. */
    actId: text().$type<ActivityId>(),
    undoneAt: integer(),
  },
  (table) => [index('imports_content').on(table.contentHash)],
);

/** What an import did with each record, and how it was before: what undo needs. */
export const importRows = sqliteTable(
  'import_rows',
  {
    importId: integer()
      .notNull()
      .references(() => imports.id),
    seq: integer()
      .notNull()
      .references(() => cases.seq),
    /** new, changed, known or left. */
    what: text().notNull(),
    /** The import in which it stood before, and since when it had left. */
    seenIn: integer(),
    leftAt: integer(),
    /** The case as it was, as JSON, where the import changed it. Raw. */
    before: text(),
  },
  (table) => [primaryKey({ columns: [table.importId, table.seq] }), index('import_rows_case').on(table.seq)],
);

/** Rows of a file that could not be cases, until somebody mends or drops them. Raw. */
export const rejectedRows = sqliteTable(
  'rejected_rows',
  {
    id: integer().primaryKey({ autoIncrement: true }),
    importId: integer()
      .notNull()
      .references(() => imports.id),
    /** Where the row stands in a file of several tables: sheet 2. */
    part: text(),
    row: integer().notNull(),
    column: text().notNull(),
    reason: text().notNull(),
    /** Its cells with the names of their columns, as JSON. */
    line: text().notNull(),
  },
  (table) => [index('rejected_rows_import').on(table.importId)],
);

/** Files of the watched folder that were offered already, by what they were then. */
export const watchedFiles = sqliteTable('watched_files', {
  /** Path, size and time of the last change. */
  stamp: text().primaryKey(),
  seenAt: integer().notNull(),
});

/** The newest export in which each record stood, and since when it stands in none. */
export const recordsSeen = sqliteTable(
  'records_seen',
  {
    seq: integer()
      .primaryKey()
      .references(() => cases.seq),
    importId: integer()
      .notNull()
      .references(() => imports.id),
    leftAt: integer(),
  },
  (table) => [index('records_seen_import').on(table.importId)],
);
