// What was done on the desk, and what it is set to.
import { sql } from 'drizzle-orm';
import { index, integer, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ActId, ActivityId, CaseId } from '../../electron/core/domain/ids.ts';
import { cases } from './cases.ts';

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
    actId: text().$type<ActId>().notNull(),
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

export const teams = sqliteTable('teams', {
  label: text().primaryKey(),
  entry: text().notNull(),
  position: integer().notNull(),
});

export const settings = sqliteTable('settings', { key: text().primaryKey(), value: text().notNull() });
