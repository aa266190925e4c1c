// A workbook (XLSX, XLSM) to rows of cells.
import readSheets, { InvalidInputError, InvalidSpreadsheetError } from 'read-excel-file/universal';
import { FileProblem } from './file-problem.ts';
import type { Sheet } from './sheet.ts';

/** @throws FileProblem */
export async function readWorkbook(bytes: Uint8Array): Promise<Sheet[]> {
  try {
    const copy = bytes.slice();
    const sheets = await readSheets(copy.buffer, { trim: false });
    return sheets.map(({ data }) => ({ rows: data.map((cells) => cells.map(asText)) }));
  } catch (error) {
    if (error instanceof InvalidInputError || error instanceof InvalidSpreadsheetError || error instanceof Error)
      throw new FileProblem(
        'This workbook is damaged, or locked with a password. Open it, save it again as .xlsx, and import that.',
      );
    throw error;
  }
}

/** A date is what the cell shows, without a zone: to the second, as the days of a workbook are not exact. */
function asText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (!(value instanceof Date)) return String(value);
  return new Date(Math.round(value.getTime() / 1_000) * 1_000).toISOString().slice(0, 19).replace('T', ' ');
}
