// How a text separates its columns: said in a "sep=" line, or found as the one way in which a header is recognised.
import type { Source } from '../domain/case.ts';
import { recogniseHeader } from './columns.ts';
import { type Dialect, splitRows } from './split-rows.ts';

const DELIMITERS = [',', ';', '\t', '|'] as const;
export const DELIMITER_NAMES: Readonly<Record<string, string>> = {
  ',': 'commas',
  ';': 'semicolons',
  '\t': 'tabs',
  '|': 'bars',
};
/** A header stands within so many rows; above it a report's title, its filters and when it was run. */
export const ROWS_ABOVE = 40;
export const LOOKED_AT = 100_000;

export interface FoundDialect extends Dialect {
  /** The text without the line that says it. */
  readonly body: string;
}

export function findDialect(text: string, forced?: Source): FoundDialect {
  const isBackslashed =
    /[^"\\]\\"[^",;\t|\r\n]/.test(text.slice(0, LOOKED_AT)) &&
    !/[^,;\t|\r\n"]""[^,;\t|\r\n"]/.test(text.slice(0, LOOKED_AT));
  const said = /^"?sep=(.)"?[\t ]*(?:\r\n|\n|\r)/i.exec(text.slice(0, 20));
  if (said?.[1] !== undefined) return { delimiter: said[1], isBackslashed, body: text.slice(said[0].length) };
  const head = text.slice(0, LOOKED_AT);
  const scores = DELIMITERS.map((delimiter) => ({
    delimiter,
    score: scoreOf(head, { delimiter, isBackslashed }, forced),
  }));
  const best = scores.reduce((a, b) => (b.score > a.score ? b : a));
  return { delimiter: best.delimiter, isBackslashed, body: text };
}

/** Many where a header is recognised; else how many columns its widest row has, for a table nobody knows yet. */
function scoreOf(head: string, dialect: Dialect, forced: Source | undefined): number {
  let widest = 0;
  let rows = 0;
  let isKnown = false;
  let before: readonly string[] = [];
  splitRows(head, dialect, (cells) => {
    rows += 1;
    widest = Math.max(widest, cells.length);
    isKnown ||= recogniseHeader(cells, [], forced) !== null || recogniseHeader(before, [cells], forced) !== null;
    before = cells;
    return !isKnown && rows < ROWS_ABOVE;
  });
  return isKnown ? 1_000 + widest : widest;
}
