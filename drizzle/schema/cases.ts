// Cases, their SLA status, and the problems they have.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CaseStatus, Source } from '../../electron/core/domain/case.ts';
import type { CaseId, TemplateId, TicketId } from '../../electron/core/domain/ids.ts';
import type { TicketKind } from '../../electron/core/domain/ticket-kinds.ts';
import { tickets } from './sync.ts';

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
    index('cases_problem').on(table.problem, table.status, table.team),
    index('cases_person').on(table.person, table.problem),
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

/** What an alert has been raised for, so that none is raised twice: over restarts, sleep and changed clocks. */
export const alertsRaised = sqliteTable('alerts_raised', { key: text().primaryKey(), raisedAt: integer().notNull() });
