// Differences between a snapshot and the store, table by table: what a restore would remove, bring back and change.
import type Database from 'better-sqlite3';
import { connect } from '../file/connect.ts';
import { columnsOf } from '../pragma.ts';

export interface TableDiff {
  readonly table: string;
  /** Rows that only the store has. */
  readonly onlyHere: number;
  readonly onlyThere: number;
  /** Rows that both have, with different values. */
  readonly changed: number;
  /** Names of the rows that only exist here, at most some hundred. Raw. */
  readonly names: readonly string[];
}

/** Tables with what someone entered or received, with the columns that identify their rows and a name for people. */
const TABLES: readonly (readonly [table: string, key: string, name: string | null])[] = [
  ['cases', 'id', 'reference'],
  ['tickets', 'id', null],
  ['outbox', 'id', null],
  ['comments', 'id', null],
  ['drafts', 'case_id', null],
  ['typed_words', 'rowid', null],
  ['activity', 'id', null],
  ['finding_decisions', 'id', null],
  ['desk_rules', 'id', null],
  ['problems', 'id', null],
  ['problem_decisions', 'case_id', null],
  ['templates', 'id', 'name'],
  ['teams', 'label', 'label'],
  ['settings', 'key', 'key'],
];
const MOST_NAMES = 100;

/** Compares a store with one of its snapshots; identical tables are left out. Both must be readable with the key. */
export function diffSnapshot(file: string, snapshot: string, key: string): TableDiff[] {
  const sqlite = connect(file, key);
  try {
    sqlite.prepare('ATTACH ? AS there').run(snapshot); // uses the cipher and the key of the store
    return TABLES.flatMap(([table, id, name]) => diffTable(sqlite, table, id, name)).filter(
      ({ onlyHere, onlyThere, changed }) => onlyHere + onlyThere + changed > 0,
    );
  } finally {
    sqlite.close();
  }
}

/** A table that an older snapshot lacks is compared as an empty one; columns it lacks are not compared. */
function diffTable(sqlite: Database.Database, table: string, id: string, name: string | null): TableDiff[] {
  const here = columnsOf(sqlite, table);
  const there = columnsOf(sqlite, table, 'there');
  if (here.length === 0) return [];
  const one = (query: string) => Number(sqlite.prepare(query).pluck().get());
  if (there.length === 0)
    return [{ table, onlyHere: one(`SELECT count(*) FROM main.${table}`), onlyThere: 0, changed: 0, names: [] }];
  const shared = here.filter((column) => there.includes(column) && column !== id);
  const values = (alias: string) => shared.map((column) => `${alias}."${column}"`).join();
  const missing = (from: string, other: string) =>
    `FROM ${from}.${table} AS a WHERE NOT EXISTS (SELECT 1 FROM ${other}.${table} AS b WHERE b."${id}" = a."${id}")`;
  const changed = `FROM main.${table} AS a JOIN there.${table} AS b ON a."${id}" = b."${id}" WHERE (${values('a')}) IS NOT (${values('b')})`;
  const names =
    name === null
      ? []
      : sqlite
          .prepare(`SELECT a."${name}" ${missing('main', 'there')} ORDER BY 1 LIMIT ${MOST_NAMES}`)
          .pluck()
          .all();
  return [
    {
      table,
      onlyHere: one(`SELECT count(*) ${missing('main', 'there')}`),
      onlyThere: one(`SELECT count(*) ${missing('there', 'main')}`),
      changed: one(`SELECT count(*) ${changed}`),
      names: names.map(String),
    },
  ];
}
