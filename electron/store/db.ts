// The typed handle that every table module takes first.

import type { Database, Statement } from 'better-sqlite3';
import { type Column, type SQL, sql } from 'drizzle-orm';
import type { BetterSQLite3Database } from 'drizzle-orm/better-sqlite3';
import type * as schema from '../../drizzle/schema.ts';

export type Db = BetterSQLite3Database<typeof schema> & { readonly $client: Database };

const kept = new WeakMap<Db, Map<string, unknown>>();

/** A statement prepared once per store, for those that run thousands of times in one act. */
export function prepared<T>(db: Db, name: string, make: () => T): T {
  let statements = kept.get(db);
  if (statements === undefined) {
    statements = new Map();
    kept.set(db, statements);
  }
  let statement = statements.get(name) as T | undefined;
  if (statement === undefined) {
    statement = make();
    statements.set(name, statement);
  }
  return statement;
}

/** A SELECT in plain SQL, prepared once per store. `Row` is the caller's declaration of its columns. */
export function sqlRows<Row>(db: Db, name: string, sqlText: string): Statement<unknown[], Row> {
  return prepared(db, name, () => db.$client.prepare<unknown[], Row>(sqlText));
}

/** When only the first column of the rows is needed. */
export function sqlValues<Value>(db: Db, name: string, sqlText: string): Statement<unknown[], Value> {
  return prepared(db, name, () => db.$client.prepare<unknown[], Value>(sqlText).pluck());
}

/** One of many values: they are passed as one parameter, since SQLite allows no more than 32,766. */
export function isOneOf(column: Column, values: readonly (string | number)[]): SQL {
  return sql`${column} IN (SELECT value FROM json_each(${JSON.stringify(values)}))`;
}

/**
 * Pages of the log of newest changes before they are moved into the file: what SQLite does by itself, and while much
 * comes in.
 */
const PAGES = { usual: 1_000, seldom: 4_000 } as const;

/**
 * Checkpoints the write-ahead log less often, or as usual: each checkpoint waits for the disk, and writes pages that the
 * next rows change again. A commit is as lasting as ever.
 */
export function checkpointSeldom(db: Db, is: boolean): void {
  db.$client.pragma(`wal_autocheckpoint = ${is ? PAGES.seldom : PAGES.usual}`);
}

/** JSON of a column, of the shape this store wrote it in; undefined when it is none. */
export function parseJson<Shape = unknown>(text: string): Shape | undefined {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
