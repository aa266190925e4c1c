// What the columns of an unknown export may mean, by their names and by what stands in them: a proposal that a person corrects.
import { SOURCE_TABLE } from '../domain/case.ts';
import { COLUMN_ROLES, type ColumnRole, MAPPED_SOURCES, type MappedSource } from '../domain/mapping.ts';
import { COMMON, SOURCE_COLUMNS } from './column-names.ts';
import { normaliseHeader } from './columns.ts';
import { createDateReader } from './parse-date.ts';
import { bareCell } from './read-row.ts';
import type { NumberedRow } from './rows-of-cases.ts';

export interface GuessedColumn {
  readonly name: string;
  readonly becomes: ColumnRole | null;
  /** The first values in it, and the distinct ones where they are few. Raw. */
  readonly sample: readonly string[];
  readonly choices: readonly string[];
}

export interface GuessedTable {
  readonly source: MappedSource;
  readonly columns: readonly GuessedColumn[];
}

const MOST_CHOICES = 12;
const LONGEST_NAME = 60;
const isDate = (() => {
  const [monthFirst, dayFirst] = [createDateReader('UTC'), createDateReader('UTC', 'day-first')];
  return (value: string) => /\D|^\d{5}$/.test(value) && (monthFirst(value) !== null || dayFirst(value) !== null);
})();
const EMAIL = /^[^@\s]+@[^@\s]+\.[a-z]{2,}$/i;
const PHONE = /^\+?[\d ()./-]{7,20}$/;

/** The row that names the columns: the first one as wide as the table that holds names and no values; null where none does. */
export function headerAmong(rows: readonly NumberedRow[]): NumberedRow | null {
  const filled = ({ cells }: NumberedRow) => cells.filter((cell) => cell.trim() !== '').length;
  const widest = Math.max(0, ...rows.map(filled));
  if (widest < 2) return null;
  const header = rows.find((row) => filled(row) * 10 >= widest * 7) ?? null;
  const isName = (cell: string) =>
    cell.length <= LONGEST_NAME && !isDate(cell) && !EMAIL.test(cell) && !/\d{4}/.test(cell);
  return header !== null && header !== rows.at(-1) && header.cells.every((cell) => isName(cell.trim())) ? header : null;
}

/** Null where the rows have no header. */
export function guessColumns(rows: readonly NumberedRow[]): GuessedTable | null {
  const header = headerAmong(rows);
  if (header === null) return null;
  const below = rows.filter(({ row }) => row > header.row);
  const columns = header.cells.map((name, at) => {
    const values = below.map(({ cells }) => bareCell(cells[at] ?? '')).filter((value) => value !== '');
    const distinct = [...new Set(values)];
    const isFew = distinct.length * 2 <= values.length || distinct.length <= 4;
    return { name: name.trim(), values, choices: isFew && distinct.length <= MOST_CHOICES ? distinct : [] };
  });
  const taken = new Set<ColumnRole>();
  const take = (role: ColumnRole | null) => {
    if (role === null || (taken.has(role) && role !== 'text' && role !== 'notes')) return null;
    taken.add(role);
    return role;
  };
  const byName = columns.map(({ name }) => take(roleOfName(name)));
  const longest = columns.reduce((a, b, at) => (lengthOf(b.values) > lengthOf(columns[a]?.values ?? []) ? at : a), 0);
  const becomes = columns.map(({ values }, at) => byName[at] ?? take(roleOfValues(values, at === longest)));
  const reference = columns[becomes.indexOf('reference')]?.values ?? [];
  return {
    source: sourceOf(reference),
    columns: columns.map(({ name, values, choices }, at) => {
      const role = becomes[at] ?? null;
      const hasChoices = role === null || role === 'status' || role === 'priority';
      return { name, becomes: role, sample: values.slice(0, 3), choices: hasChoices ? choices : [] };
    }),
  };
}

const lengthOf = (values: readonly string[]) =>
  values.reduce((sum, value) => sum + value.length, 0) / Math.max(1, values.length);

const NAMED: readonly (readonly [ColumnRole, ReadonlySet<string>])[] = COLUMN_ROLES.map((role) => [
  role,
  new Set([...COMMON[role], ...SOURCE_COLUMNS.flatMap(({ names }) => names[role] ?? [])].map(normaliseHeader)),
]);

function roleOfName(name: string): ColumnRole | null {
  const plain = normaliseHeader(name);
  return NAMED.find(([, names]) => names.has(plain))?.[0] ?? null;
}

function roleOfValues(values: readonly string[], isLongest: boolean): ColumnRole | null {
  const most = (test: (value: string) => boolean) =>
    values.length > 0 && values.filter(test).length * 10 >= values.length * 7;
  if (most(isDate)) return 'reportedAt';
  if (most((value) => EMAIL.test(value))) return 'email';
  if (most((value) => PHONE.test(value) && /[ ()./-]/.test(value))) return 'phone';
  if (isLongest && lengthOf(values) > 20) return 'text';
  const isUnique = new Set(values).size === values.length && values.length > 1;
  return isUnique && most((value) => /\d{3}/.test(value) && !/\s\S+\s/.test(value)) ? 'reference' : null;
}

/** By what the record numbers look like. */
function sourceOf(references: readonly string[]): MappedSource {
  const fits = (source: MappedSource) => {
    const shape = SOURCE_TABLE[source].recordNumber;
    if (shape === null) return false;
    const whole = new RegExp(`^(?:${shape.source})$`, 'i');
    return references.filter((one) => whole.test(one)).length * 2 > references.length;
  };
  return MAPPED_SOURCES.find(fits) ?? 'sheet';
}
