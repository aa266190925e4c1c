// A text with delimiters to rows of cells. Our own, because the parsers at hand cannot say where a quote opened that is never
// closed, nor read a quote that stands after a space or inside a quoted value, and all of these are in real exports.

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

/**
 * Calls `onRow` with the cells of each row, blank rows included, until it returns false. Line ends may be mixed. A quote
 * closes only before a delimiter or a line end; any other inside a quoted value is a letter.
 */
export function splitRows(
  text: string,
  { delimiter, isBackslashed }: Dialect,
  onRow: (cells: string[]) => unknown,
): OpenQuote | null {
  const mark = delimiter.charCodeAt(0);
  let at = 0;
  let row = 1;
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
      if (close === -1) return { row, cell: cells.length + 1 };
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
    if (onRow(cells) === false) return null;
    row += 1;
    cells = [];
  }
  return null;
}
