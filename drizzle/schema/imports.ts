// Imports, and what each did with each record.
import { index, integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { Source } from '../../electron/core/domain/case.ts';
import type { ActId } from '../../electron/core/domain/ids.ts';
import { cases } from './cases.ts';

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
    actId: text().$type<ActId>(),
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
