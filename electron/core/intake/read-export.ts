// One export file in, cases and rejected rows out. Knows nothing of what is already in the store.
import { parse } from 'csv-parse/sync';
import type { RejectedRow } from '../../contract/shapes.ts';
import type { Source } from '../words/case.ts';
import { type RawText, rawText } from '../words/pii.ts';
import { type Meaning, normaliseHeader, recogniseSource, SOURCE_COLUMNS, type SourceColumns } from './columns.ts';
import { createDateReader } from './parse-date.ts';
import { createRejections } from './rejections.ts';

/** A case as a source gave it. Everything in it is raw. */
export interface IncomingCase {
  readonly source: Source;
  /** Null in a sheet, whose rows have no record number. */
  readonly reference: string | null;
  /** Number of the row in the file as a spreadsheet shows it: the header is row 1. */
  readonly row: number;
  readonly reportedAt: number;
  readonly text: RawText;
  readonly subject: RawText | null;
  readonly reporter: RawText | null;
  readonly phone: RawText | null;
  readonly email: RawText | null;
  readonly area: string | null;
  readonly subArea: string | null;
  /** Every column as it came, for the record. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
}

export type ReadExport =
  | {
      readonly ok: true;
      readonly source: Source;
      readonly columns: readonly { readonly name: string; readonly becomes: Meaning | null }[];
      readonly cases: readonly IncomingCase[];
      /** The first of the rows that cannot be cases; `rejectedCount` counts all of them. */
      readonly rejected: readonly RejectedRow[];
      readonly rejectedCount: number;
    }
  | { readonly ok: false; readonly reason: string };

const LONGEST_TEXT = 1_000_000;

/**
 * Reads a CSV export. A row that cannot be a case is rejected with row, column and reason; the others go on.
 * `forced` skips the recognition of the source; `timeZone` is the zone in which the export writes its times.
 */
export function readExport(text: string, timeZone: string, forced?: Source): ReadExport {
  const cases: IncomingCase[] = [];
  const rejections = createRejections();
  let table: Table | null = null;
  let row = 0;
  /** Each record is read as it is found, so that the file never stands in memory a second time as a table. */
  const readRecord = (cells: string[]): null => {
    row += 1;
    if (table === null) table = readHeader(cells, timeZone, forced);
    else {
      const outcome = table.readRow(cells, row);
      if ('reason' in outcome) rejections.add(outcome);
      else cases.push(outcome);
    }
    return null;
  };
  try {
    parse(text, {
      bom: true,
      relax_column_count: true,
      relax_quotes: true,
      skip_empty_lines: true,
      on_record: readRecord,
    });
  } catch (error) {
    if (error instanceof HeaderProblem) return { ok: false, reason: error.message };
    if (error instanceof RangeError) throw error;
    const line = (error as { lines?: number }).lines;
    return {
      ok: false,
      reason: `This is not a readable CSV file${line ? ` (line ${line})` : ''}: a quoted value is never closed.`,
    };
  }
  // Assigned in the callback, which the compiler does not follow.
  const found = table as Table | null;
  if (found === null) return { ok: false, reason: 'The file is empty: it has no header row.' };
  return {
    ok: true,
    source: found.source,
    columns: found.columns,
    cases,
    rejected: rejections.kept,
    rejectedCount: rejections.count,
  };
}

class HeaderProblem extends Error {}

interface Table {
  readonly source: Source;
  readonly columns: readonly { readonly name: string; readonly becomes: Meaning | null }[];
  readonly readRow: (cells: readonly string[], row: number) => IncomingCase | RejectedRow;
}

/** @throws HeaderProblem when these are not the columns of a known export, RangeError for an unknown time zone */
function readHeader(header: readonly string[], timeZone: string, forced: Source | undefined): Table {
  const known =
    forced === undefined ? recogniseSource(header) : SOURCE_COLUMNS.find((entry) => entry.source === forced);
  if (known === null || known === undefined) throw new HeaderProblem(unknownHeader());
  const names = header.map(normaliseHeader);
  const missing = known.required.filter((column) => !names.includes(column));
  if (missing.length > 0) throw new HeaderProblem(`The header lacks ${missing.map((name) => `"${name}"`).join(', ')}.`);
  return {
    source: known.source,
    columns: header.map((name) => ({ name: name.trim(), becomes: known.columns[normaliseHeader(name)] ?? null })),
    readRow: createRowReader(known, header, timeZone),
  };
}

/** Names only what is expected: the first row of an unknown file may itself be somebody's data. */
function unknownHeader(): string {
  const expected = SOURCE_COLUMNS.map((entry) => `${entry.source}: ${entry.required.join(', ')}`).join('; ');
  return `The first row is not the header of a known export. Known headers hold at least: ${expected}.`;
}

function createRowReader(known: SourceColumns, header: readonly string[], timeZone: string) {
  const readDate = createDateReader(timeZone);
  const at = new Map<Meaning, number>();
  header.forEach((name, index) => {
    const meaning = known.columns[normaliseHeader(name)];
    if (meaning !== undefined && !at.has(meaning)) at.set(meaning, index);
  });
  const columnName = (meaning: Meaning) => header[at.get(meaning) ?? -1]?.trim() ?? meaning;

  return (cells: readonly string[], row: number): IncomingCase | RejectedRow => {
    const reject = (meaning: Meaning, reason: string): RejectedRow => ({ row, column: columnName(meaning), reason });
    const cell = (meaning: Meaning): string | null => {
      const value = cells[at.get(meaning) ?? -1]?.trim();
      return value === undefined || value === '' ? null : value;
    };
    if (cells.length > header.length) {
      return {
        row,
        column: header.at(-1)?.trim() ?? '',
        reason: `The row has ${cells.length} values for ${header.length} columns; a comma in a text may not be quoted.`,
      };
    }
    const reference = cell('reference');
    if (reference === null && known.source !== 'sheet') return reject('reference', 'The record number is empty.');
    if (reference !== null && reference.length > 100)
      return reject('reference', 'The record number is longer than 100 characters.');
    const when = cell('reportedAt');
    if (when === null) return reject('reportedAt', 'The date is empty.');
    const reportedAt = readDate(when);
    if (reportedAt === null)
      return reject('reportedAt', 'This is not a date. Write it as 9/28/2026 12:43 PM or 2026-09-28 12:43.');
    const text = cell('text') ?? cell('subject');
    if (text === null) return reject('text', 'There is no description.');
    if (text.length > LONGEST_TEXT) return reject('text', 'The description is longer than 1,000,000 characters.');
    const raw = (meaning: Meaning): RawText | null => {
      const value = cell(meaning);
      return value === null ? null : rawText(value);
    };
    return {
      source: known.source,
      reference,
      row,
      reportedAt,
      text: rawText(text),
      subject: raw('subject'),
      reporter: raw('name'),
      phone: raw('phone'),
      email: raw('email'),
      area: cell('area'),
      subArea: cell('subArea'),
      fields: header.map((name, index) => ({ name: name.trim(), value: cells[index]?.trim() ?? '' })),
    };
  };
}
