// Copies what can be read of a damaged store into a new file, and reports what could not. Row by row: a damaged page
// only affects its own rows. Indexes, including the full-text index, are rebuilt, so damage in them loses nothing.
import type Database from 'better-sqlite3';
import { z } from 'zod';
import { columnsOf, columnsOfIndex, indexesOf } from '../pragma.ts';

/** What is missing from one table. */
export interface Loss {
  readonly table: string;
  readonly rows: number;
  /** False if nothing indicates how many rows there were. */
  readonly exact: boolean;
  /** What the rows are known by, if an index still told. */
  readonly names: readonly string[];
}

const schemaRow = z.object({ type: z.string(), name: z.string(), tbl_name: z.string(), sql: z.string() });
type SchemaRow = z.infer<typeof schemaRow>;

/** A column people know the rows by, if an index contains it. */
const NAMED_BY: Readonly<Record<string, string>> = {
  cases: 'reference',
  teams: 'label',
  templates: 'name',
  settings: 'key',
};
/** Row ids tried one by one if no index tells which there were. */
const MOST_PROBES = 200_000;

/** @throws SqliteError when the damaged store cannot even list its tables. */
export function salvage(from: Database.Database, into: Database.Database): Loss[] {
  const schema = z
    .array(schemaRow)
    .parse(from.prepare("SELECT * FROM sqlite_master WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%'").all());
  const isVirtual = ({ sql }: SchemaRow) => /^CREATE VIRTUAL/i.test(sql);
  const virtual = schema.filter(isVirtual);
  const isShadow = (name: string) => virtual.some((one) => name.startsWith(`${one.name}_`));
  const tables = schema.filter((one) => one.type === 'table' && !isVirtual(one) && !isShadow(one.name));
  return into.transaction(() => {
    for (const { sql } of tables) into.exec(sql);
    const losses = tables.flatMap(({ name }) => copyTable(from, into, name));
    for (const { sql } of virtual) into.exec(sql);
    for (const { name } of virtual) into.exec(`INSERT INTO "${name}"("${name}") VALUES ('rebuild')`);
    for (const one of schema) if (one.type === 'index' || one.type === 'trigger') into.exec(one.sql);
    return losses;
  })();
}

/** Reads rows until the damage; false when there was some. */
function readUntilDamage(rows: Iterable<unknown[]>, take: (row: unknown[]) => void): boolean {
  try {
    for (const row of rows) take(row);
    return true;
  } catch {
    return false;
  }
}

function copyTable(from: Database.Database, into: Database.Database, table: string): Loss[] {
  const names = columnsOf(from, table);
  const columns = names.map((name) => `"${name}"`).join();
  const select = (rest: string) =>
    from
      .prepare<unknown[], unknown[]>(`SELECT rowid, ${columns} FROM "${table}" NOT INDEXED ${rest}`)
      .raw()
      .safeIntegers(false);
  const count = columns.split(',').length;
  const insert = into.prepare(`INSERT OR IGNORE INTO "${table}"(rowid, ${columns}) VALUES (?${', ?'.repeat(count)})`);
  let first = Number.NEGATIVE_INFINITY;
  const blank = new Map<number, string | null>();
  const named = names.indexOf(NAMED_BY[table] ?? '') + 1;
  const keep = (row: unknown[]) => {
    if (row.some(isPartlyBlank)) blank.set(Number(row[0]), named === 0 ? null : String(row[named]));
    else insert.run(row);
  };
  const keepUp = (row: unknown[]) => {
    keep(row);
    first = Number(row[0]);
  };
  if (readUntilDamage(select('ORDER BY rowid').iterate(), keepUp)) return lossOf(table, blank, true);
  let last = Number.POSITIVE_INFINITY;
  readUntilDamage(select('ORDER BY rowid DESC').iterate(), (row) => {
    if (Number(row[0]) > first) keep(row);
    last = Number(row[0]);
  });
  const known = rowsByIndexes(from, table, first, last);
  const one = select('WHERE rowid = ?');
  const lost = new Map(blank);
  for (const [id, name] of known.rows) {
    const isWhole = readUntilDamage(one.iterate(id), keep);
    if (!isWhole || blank.has(id)) lost.set(id, name);
  }
  return lossOf(table, lost, known.exact);
}

function lossOf(table: string, lost: ReadonlyMap<number, string | null>, exact: boolean): Loss[] {
  if (lost.size === 0 && exact) return [];
  const names = [...lost.values()].filter((name) => name !== null);
  return [{ table, rows: lost.size, exact, names: names.toSorted() }];
}

/** A page that no longer exists is read as zeros; no text of the desk contains any. */
function isPartlyBlank(value: unknown): boolean {
  return typeof value === 'string' && value.includes('\0');
}

/** Ids of the rows between two readable ones, and their names: from the indexes, else every number in between. */
function rowsByIndexes(
  from: Database.Database,
  table: string,
  first: number,
  last: number,
): { readonly rows: ReadonlyMap<number, string | null>; readonly exact: boolean } {
  const rows = new Map<number, string | null>();
  let exact = false;
  for (const { name: index, partial } of indexesOf(from, table)) {
    if (partial === 1) continue;
    const columns = columnsOfIndex(from, index);
    const told = columns.find((name) => name === NAMED_BY[table]);
    const shown = told ?? columns[0];
    if (shown === undefined) continue;
    const entries = from
      .prepare<unknown[], unknown[]>(`SELECT rowid, "${shown}" FROM "${table}" INDEXED BY "${index}"`)
      .raw();
    const whole = readUntilDamage(entries.iterate(), ([id, value]) => {
      const at = Number(id);
      if (at <= first || at >= last) return;
      rows.set(at, told !== undefined ? String(value) : (rows.get(at) ?? null));
    });
    exact ||= whole;
  }
  if (!exact && Number.isFinite(first) && Number.isFinite(last) && last - first < MOST_PROBES)
    for (let id = first + 1; id < last; id += 1) if (!rows.has(id)) rows.set(id, null);
  return { rows, exact };
}
