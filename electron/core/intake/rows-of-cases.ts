// Which rows of a table are cases: a report has titles of groups and subtotals between them, totals and notes below.
import type { RecognisedHeader } from './columns.ts';

export interface NumberedRow {
  /** As a spreadsheet shows it, from 1. */
  readonly row: number;
  readonly cells: readonly string[];
}

/** What stands beside the cases in a report: titles of groups, totals, and who ran it when. */
const BESIDE =
  /^(?:grand |sub ?)?(?:totals?|sum|count|records?|rows?|cases?)\b|^(?:report|generated|exported|printed|run|created|filter(?:ed)?|copyright|confidential|page|end of|source|notes?)\b|^©|^-+$|^={2,}$|\(\d+(?: \w+)?\)$/i;

/** It has a date, or most of its cells are filled. */
export function looksLikeCase(cells: readonly string[], header: NumberedRow, { places }: RecognisedHeader): boolean {
  const date = cells[places.get('reportedAt')?.[0] ?? -1] ?? '';
  return /\d\D\d|\d{5}/.test(date) || cells.filter((cell) => cell.trim() !== '').length * 2 > header.cells.length;
}

/** A title, a subtotal, a note. */
export function isBeside(cells: readonly string[]): boolean {
  return BESIDE.test(cells.find((cell) => cell.trim() !== '')?.trim() ?? '');
}

export function isBlank(cells: readonly string[]): boolean {
  return cells.every((cell) => cell.trim() === '');
}
