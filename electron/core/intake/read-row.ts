// One row of a known table to a case, or to the reason why it is none.

import type { RejectedRow } from '../../contract/intake-shapes.ts';
import { SOURCE_TABLE } from '../domain/case.ts';
import type { ColumnRole } from '../domain/mapping.ts';
import { type RawText, rawText } from '../domain/pii.ts';
import type { RecognisedHeader } from './columns.ts';
import { isGarbled, isGarbledName } from './garbled.ts';
import type { IncomingCase } from './incoming-case.ts';
import { tidyReference, whyNoRecordNumber } from './record-number.ts';

const LONGEST_TEXT = 1_000_000;
const LONGEST_REFERENCE = 100;
/** What a spreadsheet shows where it has no value. */
const NO_VALUE = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)|#{4,})$/;
/** A long number that a spreadsheet rounded: 1.01657E+07. */
const ROUNDED = /^\d(?:[.,]\d+)?E\+\d+$/i;
/** Years in which a case may have been reported; others are slips of the pen, as 0206 for 2026. */
const FIRST_YEAR = 2000;
const LAST_YEAR = 2100;
const READ: readonly ColumnRole[] = ['text', 'subject', 'area', 'subArea', 'notes'];

export type ReadRow = (cells: readonly string[], row: number) => IncomingCase | RejectedRow;

/** A cell without what a spreadsheet wraps it in: ="0123", a leading apostrophe, marks nobody sees. */
export function bareCell(cell: string): string {
  if (isPlain(cell.charCodeAt(0)) && isPlain(cell.charCodeAt(cell.length - 1))) return cell;
  const trimmed = cell.replace(/^[\s\u200B\uFEFF\u200E]+|[\s\u200B\uFEFF\u200E]+$/g, '');
  return /^="(.*)"$/s.exec(trimmed)?.[1]?.replaceAll('""', '"') ?? trimmed;
}

/** A letter or a digit of ASCII: nothing is taken off there. Nearly every cell begins and ends so. */
function isPlain(code: number): boolean {
  return (code >= 0x30 && code <= 0x39) || (code >= 0x41 && code <= 0x5a) || (code >= 0x61 && code <= 0x7a);
}

/** A summary that names a tool at most: "ID.me: problem". */
const SAYS_NOTHING = /^(?:[^:]{0,60}[:-] ?)?(?:problem|issue|question|incident|help)s?[.!]?$/i;

/** ServiceNow's short description says the problem, often alone; before a description that does not begin with it. */
function withSummary(summary: string | null, told: string): string | null {
  if (summary === null || told === '') return told || summary;
  if (SAYS_NOTHING.test(summary)) return told;
  const plain = (words: string) =>
    words
      .replace(/[^\p{L}\p{N}]+/gu, ' ')
      .trim()
      .toLowerCase();
  return plain(told.slice(0, 2 * summary.length + 100)).startsWith(plain(summary)) ? told : `${summary}\n\n${told}`;
}

/** How many rows and lines such a row holds, so that they can be counted. */
function whyOpen(cells: readonly string[], swallowed: RegExp): string {
  const count = (sign: RegExp) => cells.reduce((all, cell) => all + (cell.match(sign)?.length ?? 0), 0);
  const more = count(swallowed);
  const lines = count(/\r\n|\r|\n/g) + 1;
  return `A quote opens in this row and is not closed before the next rows: it holds ${lines} lines of the file, and ${more === 1 ? 'another row' : `${more} other rows`}. Close it, or export the rows again.`;
}

export function createRowReader(
  header: readonly string[],
  { source: known, places, values: said = {} }: RecognisedHeader,
  readDate: (text: string) => number | null,
  written: readonly string[],
): ReadRow {
  const columnName = (role: ColumnRole) => written[places.get(role)?.[0] ?? -1]?.trim() ?? role;
  const shape = SOURCE_TABLE[known.source].recordNumber;
  /** A row of another report that a quote without its end has drawn into a text. */
  const swallowed = shape === null ? null : new RegExp(`\\n[^\\S\\n]*"?(?:${shape.source})"?\\s*[,;\\t|]`, 'g');
  const names = header.map((name) => name.trim());
  const valuedAt = new Set([...(places.get('status') ?? []), ...(places.get('priority') ?? [])]);
  /** A state or a priority in words the desk knows. */
  const inOurWords = (value: string) => (Object.hasOwn(said, value) ? (said[value] ?? value) : value);

  return (cells, row) => {
    const reject = (role: ColumnRole, reason: string): RejectedRow => ({ row, column: columnName(role), reason });
    /** All that stands in the columns of one role; where a name stands twice, what they say is told once. */
    const values = (role: ColumnRole): string[] => [
      ...new Set(
        (places.get(role) ?? [])
          .map((at) => (valuedAt.has(at) ? inOurWords(bareCell(cells[at] ?? '')) : bareCell(cells[at] ?? '')))
          .filter((value) => value !== '' && !NO_VALUE.test(value)),
      ),
    ];
    const cell = (role: ColumnRole): string | null => values(role)[0] ?? null;
    // Notes may name other records; a row that lacks its last values has lost them to the quote.
    const maySwallow = (at: number) => cells.length < header.length || (places.get('text') ?? []).includes(at);
    const open =
      swallowed === null
        ? -1
        : cells.findIndex((one, at) => one.includes('\n') && maySwallow(at) && one.search(swallowed) !== -1);
    if (open !== -1 && swallowed !== null)
      return { row, column: names[open] ?? names.at(-1) ?? '', reason: whyOpen(cells, swallowed) };
    if (cells.length > header.length && cells.slice(header.length).some((one) => one.trim() !== ''))
      return {
        row,
        column: names.at(-1) ?? '',
        reason: `The row has ${cells.length} values for ${header.length} columns; a comma in a text may not be quoted.`,
      };
    const reference = tidyReference(cell('reference'), known.source);
    if (reference === null && known.required.includes('reference'))
      return reject('reference', 'The record number is empty.');
    if (reference !== null && reference.length > LONGEST_REFERENCE)
      return reject('reference', 'The record number is longer than 100 characters.');
    if (reference !== null && ROUNDED.test(reference))
      return reject(
        'reference',
        'A spreadsheet has rounded this record number. Format the column as text and export it again.',
      );
    const when = cell('reportedAt');
    if (when === null) return reject('reportedAt', 'The date is empty.');
    const reportedAt = readDate(when);
    if (reportedAt === null)
      return reject('reportedAt', 'This is not a date. Write it as 9/28/2026 12:43 PM or 2026-09-28 12:43.');
    const year = new Date(reportedAt).getUTCFullYear();
    if (year < FIRST_YEAR || year > LAST_YEAR)
      return reject('reportedAt', `The year of this date is ${year}. Write the year in which the case was reported.`);
    const wrong =
      reference !== null && known.required.includes('reference') ? whyNoRecordNumber(reference, known.source) : null;
    if (wrong !== null) return reject('reference', wrong);
    const told = values('text').join('\n\n').replace(/\r\n?/g, '\n');
    const text = known.source === 'servicenow' ? withSummary(cell('subject'), told) : told || cell('subject');
    if (text === null) return reject('text', 'There is no description.');
    if (text.length > LONGEST_TEXT) return reject('text', 'The description is longer than 1,000,000 characters.');
    const garbled =
      READ.find((role) => values(role).some(isGarbled)) ??
      (values('name').some(isGarbledName) ? ('name' as const) : undefined);
    if (garbled !== undefined)
      return reject(
        garbled,
        'Letters in it were lost or replaced when the file was saved (é shown as a sign or a question mark). Export it again as CSV UTF-8 or XLSX.',
      );
    const raw = (role: ColumnRole): RawText | null => {
      const value = cell(role);
      return value === null ? null : rawText(value);
    };
    return {
      source: known.source,
      reference: known.required.includes('reference') ? reference : null,
      row,
      reportedAt,
      text: rawText(text),
      subject: raw('subject'),
      reporter: raw('name'),
      phone: raw('phone'),
      email: raw('email'),
      area: cell('area'),
      subArea: cell('subArea'),
      status: cell('status'),
      priority: cell('priority'),
      resolvedAt: readDate(cell('resolvedAt') ?? ''),
      fields: names.map((name, at) => {
        const value = bareCell(cells[at] ?? '');
        return { name, value: valuedAt.has(at) ? inOurWords(value) : value };
      }),
    };
  };
}
