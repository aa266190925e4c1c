// A text with delimiters in, cases and rejected rows out. Knows nothing of what is already in the store.
import type { Source } from '../domain/case.ts';
import { DELIMITER_NAMES, findDialect, LOOKED_AT } from './dialect.ts';
import { refusedBy } from './file-problem.ts';
import { mendText } from './garbled.ts';
import type { ReadExport } from './incoming-case.ts';
import { drain, type OpenedExport } from './opened-export.ts';
import { openTable } from './read-table.ts';
import type { TableOptions } from './scan-table.ts';
import { rowsInPieces, splitRows } from './split-rows.ts';
import { runThrough, type Steps } from './steps.ts';

/**
 * Reads an export of rows. A row that cannot be a case is rejected with row, column and reason; the others go on.
 * `forced` skips the recognition of the source; `timeZone` is the zone in which the export writes its times.
 * @throws RangeError for a time zone that does not exist
 */
export function readExport(text: string, timeZone: string, forced?: Source): ReadExport {
  return readDelimited(text, { timeZone, forced });
}

const WRAPPED = /^\uFEFF?"[^"\r\n]*[,;\t|][^"\r\n]*"\r?\n"/;

/** Rows that were saved as one quoted value each, as when a table is pasted into one column: what stands in the quotes. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  const isWrapped = (cells: readonly string[]) => cells.length === 1 && /[,;\t|]/.test(cells[0] ?? '');
  if (!mayBeWrapped(text)) return text;
  let isAll = true;
  splitRows(text, { delimiter: ',', isBackslashed: false }, (cells) => {
    isAll = isWrapped(cells) || cells.every((cell) => cell.trim() === '');
    lines.push(cells[0] ?? '');
    return isAll;
  });
  return isAll ? lines.join('\n') : text;
}

/** @throws RangeError for a time zone that does not exist */
export function readDelimited(text: string, options: TableOptions): ReadExport {
  try {
    const whole = unwrapped(text);
    return drain(runThrough(openDelimited(() => piecesOf(whole), options)));
  } catch (error) {
    return refusedBy(error);
  }
}

const PIECE = 256 * 1024;

function* piecesOf(text: string): Generator<string> {
  for (let at = 0; at < text.length; at += PIECE) yield text.slice(at, at + PIECE);
}

/**
 * Opens a text with delimiters that comes in pieces, the same each time it is asked; a step for each piece.
 * @throws FileProblem; RangeError for a time zone that does not exist
 */
export function* openDelimited(pieces: () => Iterable<string>, options: TableOptions): Steps<OpenedExport> {
  const head = mendText(headOf(pieces)).text;
  const { body, ...dialect } = findDialect(head, options.forced);
  const said = head.length - body.length;
  const opened = yield* openTable(() => rowsInPieces(without(pieces(), said), dialect), options);
  if (dialect.delimiter === ',') return opened;
  const separated = DELIMITER_NAMES[dialect.delimiter] ?? `"${dialect.delimiter}"`;
  return { ...opened, notes: [`Columns are separated by ${separated}.`, ...opened.notes] };
}

/** As much of a text as is looked at to know what it is. */
export function headOf(pieces: () => Iterable<string>): string {
  let head = '';
  for (const piece of pieces()) {
    head += piece;
    if (head.length >= LOOKED_AT) break;
  }
  return head;
}

/** Without so many letters at the start. */
function* without(pieces: Iterable<string>, letters: number): Generator<string> {
  let left = letters;
  for (const piece of pieces) {
    yield left === 0 ? piece : piece.slice(left);
    left = Math.max(0, left - piece.length);
  }
}

/** True where rows may each be saved as one quoted value: only the whole text tells. */
export function mayBeWrapped(head: string): boolean {
  return WRAPPED.test(head.slice(0, 10_000));
}
