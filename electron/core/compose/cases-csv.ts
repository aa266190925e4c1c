// Scrubbed cases as a CSV file.
import { stringify } from 'csv-stringify/sync';
import type { ScrubbedText } from '../words/pii.ts';

export interface CsvCase {
  readonly reference: string;
  readonly source: string;
  /** UTC ms; written as ISO 8601. */
  readonly reportedAt: number;
  readonly status: string;
  readonly team: string;
  readonly title: ScrubbedText;
  readonly text: ScrubbedText;
}

const COLUMNS = ['Reference', 'Source', 'Date reported', 'Status', 'Team', 'Title', 'Description'] as const;

/** A cell that begins like a formula is marked, so that the spreadsheet that opens it shows it as text. */
export function casesCsv(cases: readonly CsvCase[]): string {
  const rows = cases.map((one) => [
    one.reference,
    one.source,
    new Date(one.reportedAt).toISOString(),
    one.status,
    one.team,
    one.title,
    one.text,
  ]);
  return stringify([[...COLUMNS], ...rows], { escape_formulas: true });
}
