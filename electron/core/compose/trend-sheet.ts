// A trend as the Call Center reports it: date reported, ticket number, and the customer's description, without personal
// information.

import { cutWords } from '../domain/cut-words.ts';
import { EASTERN } from '../domain/time.ts';

export interface SheetRow {
  readonly reportedAt: number;
  readonly reference: string;
  /** Scrubbed. */
  readonly description: string;
}

export const SHEET_COLUMNS = ['Date reported', 'Ticket number', 'Description as stated by the customer'] as const;

const DAY = new Intl.DateTimeFormat('en-US', {
  timeZone: EASTERN,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
});

/** Cells in column order; the date is in Eastern Time. */
export function sheetCells({ reportedAt, reference, description }: SheetRow): string[] {
  return [DAY.format(reportedAt), reference, description];
}

/** At most this many reports are quoted in a ticket. */
export const MOST_ROWS = 60;
const LONGEST = 240;

/** The same as a Markdown table for a ticket. */
export function sheetMarkdown(rows: readonly SheetRow[]): string {
  const cell = (text: string) => cutWords(text.replace(/\s+/g, ' '), LONGEST).replace(/[\\|]/g, '\\$&');
  const lines = [[...SHEET_COLUMNS], ...rows.slice(0, MOST_ROWS).map(sheetCells)].map(
    (cells) => `| ${cells.map(cell).join(' | ')} |`,
  );
  lines.splice(1, 0, '| --- | --- | --- |');
  if (rows.length > MOST_ROWS) lines.push('', `And ${rows.length - MOST_ROWS} more.`);
  return lines.join('\n');
}
