// Cases as rows of a spreadsheet, before the PII check.

export interface CsvCase {
  readonly reference: string;
  readonly source: string;
  /** UTC ms; written as ISO 8601. */
  readonly reportedAt: number;
  readonly status: string;
  readonly team: string;
  readonly tags: readonly string[];
  readonly title: string;
  readonly text: string;
}

export const CASE_COLUMNS = [
  'Reference',
  'Source',
  'Date reported',
  'Status',
  'Team',
  'Tags',
  'Title',
  'Description',
] as const;

export function caseCells(one: CsvCase): string[] {
  const { reference, source, reportedAt, status, team, tags, title, text } = one;
  return [reference, source, new Date(reportedAt).toISOString(), status, team, tags.join(' '), title, text];
}
