// What each column of a row says, or why the row is no case because of it. A reason repeats nothing of the row.
import { SOURCE_TABLE, type Source } from '../domain/case.ts';
import type { ColumnRole } from '../domain/mapping.ts';
import type { SourceColumns } from './column-names.ts';
import { isGarbled, isGarbledName } from './garbled.ts';
import { tidyReference, whyNoRecordNumber } from './record-number.ts';

const LONGEST_TEXT = 1_000_000;
const LONGEST_REFERENCE = 100;
/** A long number that a spreadsheet rounded: 1.01657E+07. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Years in which a case may have been reported; others are slips of the pen, as 0206 for 2026. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
/** Columns whose letters a person reads. */
const READ: readonly ColumnRole[] = ['text', 'subject', 'area', 'subArea', 'notes'];

/** What stands in the columns of one role, the source's own column first, without what is empty. */
export type ReadValues = (role: ColumnRole) => readonly string[];

/** Why a row is no case, and in which column it says so. */
export interface Rejection<Column = ColumnRole> {
  readonly column: Column;
  readonly reason: string;
}

export const isRejection = <T, Column>(read: T | Rejection<Column>): read is Rejection<Column> =>
  typeof read === 'object' && read !== null && 'reason' in read;

/** The record number, tidied; null where the source may leave it out and does. */
export function readReference(values: ReadValues, { source, required }: SourceColumns): string | null | Rejection {
  const reject = (reason: string): Rejection => ({ column: 'reference', reason });
  const reference = tidyReference(values('reference')[0] ?? null, source);
  if (reference === null) return required.includes('reference') ? reject('The record number is empty.') : null;
  if (reference.length > LONGEST_REFERENCE) return reject('The record number is longer than 100 characters.');
  if (ROUNDED.test(reference))
    return reject('A spreadsheet has rounded this record number. Format the column as text and export it again.');
  return reference;
}

/** UTC ms. */
export function readReportedAt(values: ReadValues, readDate: (text: string) => number | null): number | Rejection {
  const reject = (reason: string): Rejection => ({ column: 'reportedAt', reason });
  const [written] = values('reportedAt');
  if (written === undefined) return reject('The date is empty.');
  const reportedAt = readDate(written);
  if (reportedAt === null) return reject('This is not a date. Write it as 9/28/2026 12:43 PM or 2026-09-28 12:43.');
  const year = new Date(reportedAt).getUTCFullYear();
  if (year < FIRST_YEAR || year > LAST_YEAR)
    return reject(`The year of this date is ${year}. Write the year in which the case was reported.`);
  return reportedAt;
}

/** Something else that stands where the record number belongs. */
export function checkReference(reference: string | null, { source, required }: SourceColumns): Rejection | null {
  if (reference === null || !required.includes('reference')) return null;
  const reason = whyNoRecordNumber(reference, source);
  return reason === null ? null : { column: 'reference', reason };
}

/** The description; the subject where there is none, or both where the source tells half the problem in each. */
export function readText(values: ReadValues, source: Source): string | Rejection {
  const reject = (reason: string): Rejection => ({ column: 'text', reason });
  const described = values('text').join('\n\n').replace(/\r\n?/g, '\n');
  const subject = values('subject')[0] ?? null;
  const text = source === 'servicenow' ? withSummary(subject, described) : described || subject;
  if (text === null) return reject('There is no description.');
  return text.length > LONGEST_TEXT ? reject('The description is longer than 1,000,000 characters.') : text;
}

/** A summary that names a tool at most: "ID.me: problem". */
const SAYS_NOTHING = /^(?:[^:]{0,60}[:-] ?)?(?:problem|issue|question|incident|help)s?[.!]?$/i;

/** ServiceNow's short description says the problem, often alone; before a description that does not begin with it. */
function withSummary(summary: string | null, described: string): string | null {
  if (summary === null || described === '') return described || summary;
  if (SAYS_NOTHING.test(summary)) return described;
  const head = described.slice(0, 2 * summary.length + 100);
  return wordsOf(head).startsWith(wordsOf(summary)) ? described : `${summary}\n\n${described}`;
}

const wordsOf = (text: string) =>
  text
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim()
    .toLowerCase();

/** Letters that were lost on the way; in a name fewer signs of it are enough. */
export function checkLetters(values: ReadValues): Rejection | null {
  const column = READ.find((role) => values(role).some(isGarbled));
  if (column === undefined && !values('name').some(isGarbledName)) return null;
  return {
    column: column ?? 'name',
    reason:
      'Letters in it were lost or replaced when the file was saved (é shown as a sign or a question mark). Export it again as CSV UTF-8 or XLSX.',
  };
}

/** Values beyond the last column. */
export function checkWidth(cells: readonly string[], header: readonly string[]): Rejection<string> | null {
  const hasMore = cells.slice(header.length).some((cell) => cell.trim() !== '');
  if (!hasMore) return null;
  return {
    column: header.at(-1) ?? '',
    reason: `The row has ${cells.length} values for ${header.length} columns; a comma in a text may not be quoted.`,
  };
}

/**
 * Looks for rows of the same report that a quote without its end has drawn into a text.
 * @param textAt the places of the columns that may hold such a text
 */
export function createQuoteCheck(
  header: readonly string[],
  source: Source,
  textAt: readonly number[],
): (cells: readonly string[]) => Rejection<string> | null {
  const shape = SOURCE_TABLE[source].recordNumber;
  if (shape === null) return () => null;
  const swallowed = new RegExp(`\\n[^\\S\\n]*"?(?:${shape.source})"?\\s*[,;\\t|]`, 'g');
  return (cells) => {
    // Notes may name other records; a row that lacks its last values has lost them to the quote.
    const maySwallow = (at: number) => cells.length < header.length || textAt.includes(at);
    const open = cells.findIndex((cell, at) => cell.includes('\n') && maySwallow(at) && cell.search(swallowed) !== -1);
    if (open === -1) return null;
    return { column: header[open] ?? header.at(-1) ?? '', reason: whyOpen(cells, swallowed) };
  };
}

/** How many rows and lines such a row holds, so that they can be counted. */
function whyOpen(cells: readonly string[], swallowed: RegExp): string {
  const count = (sign: RegExp) => cells.reduce((all, cell) => all + (cell.match(sign)?.length ?? 0), 0);
  const more = count(swallowed);
  const lines = count(/\r\n|\r|\n/g) + 1;
  return `A quote opens in this row and is not closed before the next rows: it holds ${lines} lines of the file, and ${more === 1 ? 'another row' : `${more} other rows`}. Close it, or export the rows again.`;
}
