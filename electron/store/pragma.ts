// What SQLite says of its own tables.
import type Database from 'better-sqlite3';

/**
 * Names of a table's columns, in their order; none when there is no such table. `place` is `main` or an attached store.
 */
export function columnsOf(sqlite: Database.Database, table: string, place = 'main'): string[] {
  return sqlite.prepare<[string, string], string>('SELECT name FROM pragma_table_info(?, ?)').pluck().all(table, place);
}

/** Indexes of a table, and whether each leaves rows out. */
export function indexesOf(
  sqlite: Database.Database,
  table: string,
): { readonly name: string; readonly partial: number }[] {
  return sqlite
    .prepare<[string], { name: string; partial: number }>('SELECT name, partial FROM pragma_index_list(?)')
    .all(table);
}

/** Names of the columns an index is over, in their order. */
export function columnsOfIndex(sqlite: Database.Database, index: string): string[] {
  return sqlite.prepare<[string], string>('SELECT name FROM pragma_index_info(?)').pluck().all(index);
}
