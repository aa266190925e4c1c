// What a person decides and writes about a case before it leaves. Raw.
import { integer, primaryKey, sqliteTable, text, uniqueIndex } from 'drizzle-orm/sqlite-core';
import type { CaseId, RuleId } from '../../electron/core/domain/ids.ts';
import type { DeskRule, PiiType, ReviewDecision } from '../../electron/core/domain/pii.ts';
import type { TypedForm } from '../../electron/core/domain/typed-form.ts';
import { cases } from './cases.ts';

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
