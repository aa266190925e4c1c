// What a desk knows of its team.
import { sql } from 'drizzle-orm';
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { CaseId, EntryId } from '../../electron/core/domain/ids.ts';
import type { Stamp } from '../../electron/core/team/stamp.ts';
import { cases } from './cases.ts';
import { outbox } from './sync.ts';

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
