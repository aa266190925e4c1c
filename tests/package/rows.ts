// What a store holds, table by table, and whether a newer version of it holds all of it still.
import type Database from 'better-sqlite3';
import { locateHome } from '../../electron/host/home.ts';
import { connect } from '../../electron/store/file/connect.ts';
import { unlockHome } from '../../electron/worker/unlock.ts';

type Row = Readonly<Record<string, unknown>>;
export type Tables = ReadonlyMap<string, readonly Row[]>;

/** Made out of other rows, and made anew by whichever version opens the store. */
const DERIVED = /^(?:sqlite_|__drizzle|case_search|standings$|stale_cases$|alerts_raised$|settings$)/;
/** What the desk reads out of a report: a newer scrubber reads it anew. */
const READ_ANEW = new Set([
  'scrubbed_title',
  'scrubbed_text',
  'scrubbed_area',
  'scrubber_version',
  'questions',
  'problem',
]);

/** Every row of every table that a person or a service filled. */
export function readTables(folder: string, mode: 'real' | 'practice', passphrase: string | undefined): Tables {
  const home = locateHome(folder, mode);
  const { key } = unlockHome(home, mode, { passphrase, keychain: null });
  const sqlite = connect(home.store, key);
  try {
    const names = sqlite.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").pluck().all() as string[];
    return new Map(names.filter((name) => !DERIVED.test(name)).map((name) => [name, rowsOf(sqlite, name)]));
  } finally {
    sqlite.close();
  }
}

const rowsOf = (sqlite: Database.Database, name: string) => sqlite.prepare(`SELECT * FROM "${name}"`).all() as Row[];

/** @returns the tables with rows that are gone or read otherwise, a sentence each */
export function lostRows(before: Tables, after: Tables): string[] {
  return [...before].flatMap(([name, rows]) => {
    const now = after.get(name);
    if (now === undefined) return rows.length === 0 ? [] : [`the table ${name} with ${rows.length} rows is gone`];
    const columns = Object.keys(rows[0] ?? {}).filter((column) => !READ_ANEW.has(column) && column in (now[0] ?? {}));
    const wordsOf = (row: Row) => JSON.stringify(columns.map((column) => row[column]));
    const kept = new Set(now.map(wordsOf));
    const lost = rows.filter((row) => !kept.has(wordsOf(row)));
    return lost.length === 0 ? [] : [`${name}: ${lost.length} of ${rows.length} rows are gone or changed`];
  });
}

export const countOf = (tables: Tables, name: string): number => tables.get(name)?.length ?? 0;
