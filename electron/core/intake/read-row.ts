// One row of a known table to a case, or to the reason why it is none.

import type { RejectedRow } from '../../contract/intake-shapes.ts';
import type { ColumnRole } from '../domain/mapping.ts';
import { type RawText, rawText } from '../domain/pii.ts';
import type { RecognisedHeader } from './columns.ts';
import type { IncomingCase } from './incoming-case.ts';
import {
  checkLetters,
  checkReference,
  checkWidth,
  createQuoteCheck,
  isRejection,
  type ReadValues,
  type Rejection,
  readReference,
  readReportedAt,
  readText,
} from './row-checks.ts';

/** What a spreadsheet shows where it has no value. */
const NO_VALUE = /^(?:#(?:N\/A|REF!|VALUE!|NAME\?|DIV\/0!|NULL!|NUM!|SPILL!)|#{4,})$/;

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

export function createRowReader(
  header: readonly string[],
  { source: known, places, values: translations = {} }: RecognisedHeader,
  readDate: (text: string) => number | null,
  written: readonly string[],
): ReadRow {
  const names = header.map((name) => name.trim());
  const placesOf = (role: ColumnRole) => places.get(role) ?? [];
  const nameOf = (role: ColumnRole) => written[placesOf(role)[0] ?? -1]?.trim() ?? role;
  const checkQuotes = createQuoteCheck(names, known.source, placesOf('text'));
  const translated = new Set([...placesOf('status'), ...placesOf('priority')]);
  /** A cell as it is read: a state or a priority in words the desk knows. */
  const valueAt = (cells: readonly string[], at: number) => {
    const value = bareCell(cells[at] ?? '');
    return translated.has(at) && Object.hasOwn(translations, value) ? (translations[value] ?? value) : value;
  };

  return (cells, row) => {
    const rejected = ({ column, reason }: Rejection): RejectedRow => ({ row, column: nameOf(column), reason });
    /** Where a name stands twice, what its columns say is told once. */
    const values: ReadValues = (role) => {
      const all = placesOf(role).map((at) => valueAt(cells, at));
      return [...new Set(all.filter((value) => value !== '' && !NO_VALUE.test(value)))];
    };
    const cell = (role: ColumnRole): string | null => values(role)[0] ?? null;
    const raw = (role: ColumnRole): RawText | null => {
      const value = cell(role);
      return value === null ? null : rawText(value);
    };

    const broken = checkQuotes(cells) ?? checkWidth(cells, names);
    if (broken !== null) return { row, ...broken };
    const reference = readReference(values, known);
    if (isRejection(reference)) return rejected(reference);
    const reportedAt = readReportedAt(values, readDate);
    if (isRejection(reportedAt)) return rejected(reportedAt);
    const wrong = checkReference(reference, known);
    if (wrong !== null) return rejected(wrong);
    const text = readText(values, known.source);
    if (isRejection(text)) return rejected(text);
    const garbled = checkLetters(values);
    if (garbled !== null) return rejected(garbled);

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
      fields: names.map((name, at) => ({ name, value: valueAt(cells, at) })),
    };
  };
}
