// A text with delimiters to rows of cells. Our own, because the parsers at hand cannot say where a quote opened that is never
// closed, nor read a quote that stands after a space or inside a quoted value, and all of these are in real exports.

import { FileProblem } from './file-problem.ts';

export interface Dialect {
  readonly delimiter: string;
  /** A quote inside a quoted value is written \" instead of "". */
  readonly isBackslashed: boolean;
}

/** A quoted value that is never closed: where it opened, counted from 1. */
export interface OpenQuote {
  readonly row: number;
  readonly cell: number;
}

const QUOTE = '"';

/** Called with the cells of each row, blank ones too, until it returns false. */
type OnRow = (cells: string[]) => unknown;

interface Split {
  /** Where the first row begins that is not whole yet. */
  readonly rest: number;
  readonly open: OpenQuote | null;
}

/**
 * Calls `onRow` with the cells of each row, blank rows included, until it returns false. Line ends may be mixed. A quote
 * closes only before a delimiter or a line end; any other inside a quoted value is a letter.
 */
export function splitRows(text: string, dialect: Dialect, onRow: OnRow): OpenQuote | null {
  return split(text, dialect, true, onRow).open;
}

/**
 * The rows of a text that comes in pieces, those of a piece together: only what is not a whole row yet is held.
 * @throws FileProblem where a quote opens that is never closed
 */
export function* rowsInPieces(pieces: Iterable<string>, dialect: Dialect): Generator<readonly string[][]> {
  let held = '';
  let before = 0;
  /** A value longer than what is held is looked at again only once twice as much is there. */
  let least = 0;
  for (const piece of pieces) {
    held += piece;
    if (held.length < least) continue;
    const rows: string[][] = [];
    const { rest } = split(held, dialect, false, (cells) => rows.push(cells));
    least = rest === 0 ? held.length * 2 : 0;
    held = held.slice(rest);
    before += rows.length;
    yield rows;
  }
  const rows: string[][] = [];
  const { open } = split(held, dialect, true, (cells) => rows.push(cells));
  if (open !== null)
    throw new FileProblem(
      `This is not a readable table: in row ${open.row + before}, value ${open.cell}, a quote opens that is never closed.`,
    );
  yield rows;
}

/** `isWhole`: no more follows; else the last row may go on, and is left. */
function split(text: string, { delimiter, isBackslashed }: Dialect, isWhole: boolean, onRow: OnRow): Split {
  const mark = delimiter.charCodeAt(0);
  let at = 0;
  let row = 1;
  let rest = 0;
  let cells: string[] = [];

  /** The first place from `from` on that is no space; a tab that delimits is none. */
  const afterSpaces = (from: number): number => {
    let place = from;
    while (text[place] === ' ' || (text[place] === '\t' && delimiter !== '\t')) place += 1;
    return place;
  };
  const endsCell = (place: number): boolean => {
    const letter = text[place];
    return letter === undefined || letter === delimiter || letter === '\n' || letter === '\r';
  };
  /** Where the quoted value that begins at `from` closes; -1 for never. */
  const closingQuote = (from: number): number => {
    for (let place = text.indexOf(QUOTE, from); place !== -1; place = text.indexOf(QUOTE, place + 1)) {
      if (isBackslashed && text[place - 1] === '\\') continue;
      if (text[place + 1] === QUOTE && !isBackslashed) place += 1;
      else if (endsCell(afterSpaces(place + 1))) return place;
    }
    return -1;
  };

  while (at < text.length) {
    const start = afterSpaces(at);
    if (text[start] === QUOTE) {
      const close = closingQuote(start + 1);
      if (close === -1) {
        const open = isWhole ? { row, cell: cells.length + 1 } : null;
        return { rest, open };
      }
      const value = text.slice(start + 1, close);
      cells.push(isBackslashed ? value.replace(/\\(["\\])/g, '$1') : value.replaceAll('""', QUOTE));
      at = afterSpaces(close + 1);
    } else {
      let end = at;
      for (let code = text.charCodeAt(end); end < text.length; code = text.charCodeAt(end)) {
        if (code === mark || code === 10 || code === 13) break;
        end += 1;
      }
      cells.push(text.slice(at, end));
      at = end;
    }
    if (text[at] === delimiter) {
      at += 1;
      if (at < text.length) continue;
      cells.push('');
    }
    // \r\r\n is what a text saved twice has.
    while (text[at] === '\r' && (text[at + 1] === '\r' || text[at + 1] === '\n')) at += 1;
    at += 1;
    if (!isWhole && at >= text.length) break;
    if (onRow(cells) === false) return { rest: at, open: null };
    row += 1;
    rest = at;
    cells = [];
  }
  return { rest, open: null };
}
