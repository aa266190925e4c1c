// Rows of cells, from whatever file, to cases: finds the header among what stands above it, leaves out totals and notes below,
// decides the order of the dates from all rows.
import type { Source } from '../domain/case.ts';
import { SOURCE_COLUMNS } from './column-names.ts';
import { nearestHeader, normaliseHeader, type RecognisedHeader, recogniseHeader } from './columns.ts';
import { findDateOrder } from './date-order.ts';
import { ROWS_ABOVE } from './dialect.ts';
import { FileProblem } from './file-problem.ts';
import { MENDED, mendText } from './garbled.ts';
import type { IncomingCase, ReadExport } from './incoming-case.ts';
import { createDateReader } from './parse-date.ts';
import { bareCell, createRowReader } from './read-row.ts';
import { createRejections } from './rejections.ts';
import type { Sheet } from './sheet.ts';

export interface TableOptions {
  /** Zone in which the export writes its times. */
  readonly timeZone: string;
  /** The source, where a person said it. */
  readonly forced?: Source | undefined;
}

interface NumberedRow {
  readonly row: number;
  readonly cells: readonly string[];
  readonly isAfterBlank: boolean;
}

/** What stands beside the cases in a report: titles of groups, totals, and who ran it when. */
const BESIDE =
  /^(?:grand |sub ?)?(?:totals?|sum|count|records?|rows?|cases?)\b|^(?:report|generated|exported|printed|run|created|filter(?:ed)?|copyright|confidential|page|end of|source|notes?)\b|^©|^-+$|^={2,}$|\(\d+(?: \w+)?\)$/i;

const CUT_OFF = 'A line break in this row is not quoted, so its text is cut off. Quote it, or export the rows again.';

export interface TableReader {
  /** Takes the next row, blank ones too. @throws FileProblem when no header can follow any more */
  push(cells: readonly string[]): void;
  /** @throws FileProblem when there was no header; RangeError for a time zone that does not exist */
  end(): Extract<ReadExport, { ok: true }>;
}

export function createTableReader({ timeZone, forced }: TableOptions): TableReader {
  const above: NumberedRow[] = [];
  const rows: NumberedRow[] = [];
  let header: NumberedRow | null = null;
  let row = 0;
  let isAfterBlank = false;

  return {
    push(cells) {
      row += 1;
      if (cells.every((cell) => cell.trim() === '')) {
        isAfterBlank = true;
        return;
      }
      const one = { row, cells, isAfterBlank };
      isAfterBlank = false;
      const before = above.at(-1);
      if (header !== null) rows.push(one);
      else if (recogniseHeader(cells, [], forced) !== null) header = one;
      else if (before !== undefined && recogniseHeader(before.cells, [cells], forced) !== null) {
        header = before;
        rows.push(one);
      } else {
        above.push(one);
        if (above.length > ROWS_ABOVE) throw noHeader(above, forced);
      }
    },
    end() {
      if (header === null) throw noHeader(above, forced);
      return readRows(header, rows, { timeZone, forced });
    },
  };
}

/** Reads a table whose cells are known. @throws RangeError for a time zone that does not exist */
export function readSheet({ rows }: Sheet, options: TableOptions): ReadExport {
  try {
    const table = createTableReader(options);
    let isMended = false;
    for (const cells of rows)
      table.push(
        cells.map((cell) => {
          const mended = mendText(cell);
          isMended ||= mended.isMended;
          return mended.text;
        }),
      );
    const read = table.end();
    return isMended ? { ...read, notes: [MENDED, ...read.notes] } : read;
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, reason: error.message };
    throw error;
  }
}

function noHeader(above: readonly NumberedRow[], forced: Source | undefined): FileProblem {
  if (above.length === 0) return new FileProblem('The file is empty: it has no header row.');
  for (const { cells, row } of above) {
    const near = nearestHeader(cells, forced);
    if (near !== null && near.missing.length > 0 && (forced === undefined || cells.length > 1)) {
      const missing = near.missing.map((name) => `"${name}"`).join(', ');
      return new FileProblem(
        `The header in row ${row} lacks ${missing}. Export it again with that column, or name the column so.`,
      );
    }
  }
  // Names only what is expected: the first row of an unknown file may itself be somebody's data.
  const expected = SOURCE_COLUMNS.map(
    ({ source, names, required }) => `${source}: ${required.map((meaning) => names[meaning]?.[0]).join(', ')}`,
  ).join('; ');
  return new FileProblem(
    `The first row is not the header of a known export. Known headers hold at least: ${expected}.`,
  );
}

function readRows(
  header: NumberedRow,
  rows: readonly NumberedRow[],
  { timeZone, forced }: TableOptions,
): Extract<ReadExport, { ok: true }> {
  const known = recogniseHeader(
    header.cells,
    rows.slice(0, 20).map(({ cells }) => cells),
    forced,
  );
  if (known === null) throw noHeader([header], forced);
  const notes: string[] = [];
  const [dateAt = -1] = known.places.get('reportedAt') ?? [];
  const dates = findDateOrder(datesOf(rows, dateAt));
  if (dates.order === null)
    throw new FileProblem(
      `The dates in "${header.cells[dateAt]?.trim()}" are of two kinds, day first and month first. Give them one format and export the file again.`,
    );
  if (dates.order === 'day-first') notes.push('Dates are read with the day first.');
  const cases: IncomingCase[] = [];
  const rejections = createRejections();
  const readRow = createRowReader(header.cells, known, createDateReader(timeZone, dates.order));
  const columnAt = (at: number) => header.cells[at]?.trim() ?? '';
  const same = header.cells.map(normaliseHeader).join('\n');
  const ofCases = rowsOfCases(header, rows, known);
  ofCases.forEach((one, index) => {
    if (one.cells.map(normaliseHeader).join('\n') === same) return;
    const outcome = readRow(one.cells, one.row);
    if ('reason' in outcome) rejections.add(outcome);
    else if (isRestOf(one, ofCases[index + 1], header, known))
      rejections.add({ row: one.row, column: columnAt(one.cells.length - 1), reason: CUT_OFF });
    else cases.push(outcome);
  });
  const beside = rows.length - ofCases.length;
  if (header.row > 1) notes.push(`The header was found in row ${header.row}.`);
  if (beside > 0)
    notes.push(
      beside === 1 ? 'A row of totals or notes is left out.' : `${beside} rows of totals or notes are left out.`,
    );
  return {
    ok: true,
    source: known.source.source,
    columns: header.cells.map((name, at) => ({
      name: name.trim(),
      becomes: [...known.places].find(([, places]) => places.includes(at))?.[0] ?? null,
    })),
    cases,
    rejected: rejections.kept,
    rejectedCount: rejections.count,
    notes,
  };
}

function* datesOf(rows: readonly NumberedRow[], at: number): Generator<string> {
  for (const { cells } of rows) yield bareCell(cells[at] ?? '');
}

/** The rows without titles of groups and subtotals between the cases, and without totals and notes below them. */
function rowsOfCases(
  header: NumberedRow,
  rows: readonly NumberedRow[],
  { places }: RecognisedHeader,
): readonly NumberedRow[] {
  const dateAt = places.get('reportedAt')?.[0] ?? -1;
  const looksLikeCase = ({ cells }: NumberedRow) => {
    const filled = cells.filter((cell) => cell.trim() !== '').length;
    return /\d\D\d|\d{5}/.test(cells[dateAt] ?? '') || filled * 2 > header.cells.length;
  };
  const lastCase = rows.findLastIndex(looksLikeCase);
  const end = rows.findIndex((one, index) => index > lastCase && one.isAfterBlank);
  const within = end === -1 ? rows : rows.slice(0, end);
  return within.filter(
    (one) => looksLikeCase(one) || !BESIDE.test(one.cells.find((cell) => cell.trim() !== '')?.trim() ?? ''),
  );
}

/** True where a row is the rest of the one above, whose text holds a line break that is not quoted. */
function isRestOf(
  one: NumberedRow,
  next: NumberedRow | undefined,
  header: NumberedRow,
  { places }: RecognisedHeader,
): boolean {
  if (next === undefined || one.cells.length + next.cells.length - 1 > header.cells.length) return false;
  const at = places.get('reportedAt')?.[0] ?? -1;
  return !/\d/.test(next.cells[at] ?? '');
}
