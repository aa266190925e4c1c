// Rows of cells to cases and rejected rows, by the plan that a first look made.
import type { RejectedRow } from '../../contract/intake-shapes.ts';
import { normaliseHeader, type RecognisedHeader } from './columns.ts';
import { refusedBy } from './file-problem.ts';
import { MENDED, mendText } from './garbled.ts';
import type { IncomingCase, ReadExport, RejectedLine } from './incoming-case.ts';
import { drain, type OpenedExport } from './opened-export.ts';
import { createDateReader } from './parse-date.ts';
import { createRowReader } from './read-row.ts';
import { isBeside, isBlank, looksLikeCase, type NumberedRow } from './rows-of-cases.ts';
import { scanTable, type TableOptions, type TablePlan } from './scan-table.ts';
import type { Sheet } from './sheet.ts';
import { runThrough, type Steps } from './steps.ts';

const CUT_OFF = 'A line break in this row is not quoted, so its text is cut off. Quote it, or export the rows again.';
const ENDS_WITHIN =
  'The file ends in the middle of this row. It may still have been being written: save or export it again.';

/** Rows as they come, some at a time; the same each time it is asked. */
export type Rows = () => Iterable<readonly (readonly string[])[]>;

/**
 * Looks through a table once, some rows a step, and says what it holds; its cases are read when they are asked for.
 * @throws FileProblem; RangeError for a time zone that does not exist
 */
export function* openTable(rows: Rows, options: TableOptions): Steps<OpenedExport> {
  const scan = scanTable(options);
  let isMended = false;
  for (const some of rows()) {
    for (const cells of some)
      scan.push(
        mendCells(cells, () => {
          isMended = true;
        }),
      );
    yield;
  }
  const plan = scan.end();
  const ownZone = plan.known.timeZone;
  const readDate = createDateReader(ownZone ?? options.timeZone, plan.order);
  return {
    source: plan.known.source.source,
    columns: plan.columns,
    rows: plan.rows,
    fingerprint: plan.fingerprint,
    notes: [
      ...(isMended ? [MENDED] : []),
      ...(ownZone === undefined || ownZone === options.timeZone
        ? []
        : [`Times are read as ${ownZone}, as was said of its columns.`]),
      ...plan.notes,
    ],
    *read() {
      const reader = createCaseReader(plan, readDate);
      for (const some of rows()) {
        for (const cells of some) reader.push(mendCells(cells));
        yield* reader.taken();
      }
      reader.end();
      yield* reader.taken();
    },
  };
}

/** Reads a table whose cells are known. @throws RangeError for a time zone that does not exist */
export function readSheet({ rows, damaged = [] }: Sheet, options: TableOptions): ReadExport {
  try {
    const table = runThrough(openTable(() => [rows], options));
    return drain({
      ...table,
      *read() {
        yield* table.read();
        yield* damaged;
      },
    });
  } catch (error) {
    return refusedBy(error);
  }
}

function mendCells(cells: readonly string[], onMended?: () => void): readonly string[] {
  return cells.map((cell) => {
    const mended = mendText(cell);
    if (mended.isMended) onMended?.();
    return mended.text;
  });
}

function createCaseReader(plan: TablePlan, readDate: (text: string) => number | null) {
  const { header, known, end } = plan;
  const readRow = createRowReader(known.names ?? header.cells, known, readDate, header.cells);
  const names = header.cells.map(normaliseHeader);
  const isHeaderAgain = (cells: readonly string[]) =>
    cells.length === names.length && names.every((name, at) => normaliseHeader(cells[at] ?? '') === name);
  let taken: (IncomingCase | RejectedLine)[] = [];
  let row = 0;
  let waiting: NumberedRow | null = null;
  /** The most cells of a row above the one that waits. */
  let widest = 0;

  const reject = (why: RejectedRow, cells: readonly string[]): RejectedLine => ({
    ...why,
    line: header.cells.map((name, at) => ({ name: name.trim(), value: cells[at] ?? '' })),
  });
  function settle(one: NumberedRow | null, next: NumberedRow | null): void {
    if (one === null || isHeaderAgain(one.cells)) return;
    const outcome = readRow(one.cells, one.row);
    const last = header.cells[one.cells.length - 1]?.trim() ?? '';
    if ('reason' in outcome) {
      const isCut = next === null && one.cells.length < Math.min(widest, header.cells.length);
      taken.push(reject(isCut ? { row: one.row, column: last, reason: ENDS_WITHIN } : outcome, one.cells));
    } else if (next !== null && isRestOf(one, next, header, known))
      taken.push(reject({ row: one.row, column: last, reason: CUT_OFF }, one.cells));
    else taken.push(outcome);
  }

  return {
    push(cells: readonly string[]): void {
      row += 1;
      if (row <= header.row || row >= end || isBlank(cells)) return;
      if (!looksLikeCase(cells, header, known) && isBeside(cells)) return;
      const one = { row, cells };
      settle(waiting, one);
      widest = Math.max(widest, waiting?.cells.length ?? 0);
      waiting = one;
    },
    end(): void {
      settle(waiting, null);
    },
    /** What was read since it was asked last. */
    taken() {
      const read = taken;
      taken = [];
      return read;
    },
  };
}

/** True where a row is the rest of the one above, whose text holds a line break that is not quoted. */
function isRestOf(one: NumberedRow, next: NumberedRow, header: NumberedRow, { places }: RecognisedHeader): boolean {
  if (one.cells.length + next.cells.length - 1 > header.cells.length) return false;
  const number = places.get('reference')?.[0] ?? -1;
  if (isNumberCutOff(next.cells[number] ?? '', one.cells[number] ?? '')) return false;
  const at = places.get('reportedAt')?.[0] ?? -1;
  return !/\d/.test(next.cells[at] ?? '');
}

/** So many letters of a record number tell it from a line of a text. */
const TELLING = 3;

/** True for the beginning of a record number like the one above: the file ends there. */
function isNumberCutOff(cell: string, above: string): boolean {
  const shape = (value: string) => value.trim().replace(/\d/g, '0').replace(/[a-z]/gi, 'A');
  return cell.trim().length >= TELLING && shape(above).startsWith(shape(cell));
}
