// A text with delimiters in, cases and rejected rows out. Knows nothing of what is already in the store.
import type { Source } from '../domain/case.ts';
import { DELIMITER_NAMES, findDialect } from './dialect.ts';
import { FileProblem } from './file-problem.ts';
import { MENDED, mendText } from './garbled.ts';
import type { ReadExport } from './incoming-case.ts';
import { createTableReader, type TableOptions } from './read-table.ts';
import { splitRows } from './split-rows.ts';

/**
 * Reads an export of rows. A row that cannot be a case is rejected with row, column and reason; the others go on.
 * `forced` skips the recognition of the source; `timeZone` is the zone in which the export writes its times.
 * @throws RangeError for a time zone that does not exist
 */
export function readExport(text: string, timeZone: string, forced?: Source): ReadExport {
  return readDelimited(text, { timeZone, forced });
}

/** Rows that were saved as one quoted value each, as when a table is pasted into one column: what stands in the quotes. */
function unwrapped(text: string): string {
  const lines: string[] = [];
  const isWrapped = (cells: readonly string[]) => cells.length === 1 && /[,;\t|]/.test(cells[0] ?? '');
  if (!/^\uFEFF?"[^"\r\n]*[,;\t|][^"\r\n]*"\r?\n"/.test(text.slice(0, 10_000))) return text;
  let isAll = true;
  splitRows(text, { delimiter: ',', isBackslashed: false }, (cells) => {
    isAll = isWrapped(cells) || cells.every((cell) => cell.trim() === '');
    lines.push(cells[0] ?? '');
    return isAll;
  });
  return isAll ? lines.join('\n') : text;
}

/** @throws RangeError for a time zone that does not exist */
export function readDelimited(text: string, { timeZone, forced }: TableOptions): ReadExport {
  try {
    const mended = mendText(text);
    const { body, ...dialect } = findDialect(unwrapped(mended.text), forced);
    const table = createTableReader({ timeZone, forced });
    const open = splitRows(body, dialect, (cells) => table.push(cells));
    if (open !== null)
      throw new FileProblem(
        `This is not a readable table: in row ${open.row}, value ${open.cell}, a quote opens that is never closed.`,
      );
    const read = table.end();
    const separated = DELIMITER_NAMES[dialect.delimiter] ?? `"${dialect.delimiter}"`;
    return {
      ...read,
      notes: [
        ...(dialect.delimiter === ',' ? [] : [`Columns are separated by ${separated}.`]),
        ...(mended.isMended ? [MENDED] : []),
        ...read.notes,
      ],
    };
  } catch (error) {
    if (error instanceof FileProblem) return { ok: false, reason: error.message };
    throw error;
  }
}
