// What each column of an export becomes, and the mapping a person makes for an export the desk does not know.
import { SOURCE_TABLE, SOURCES, type Source } from './case.ts';

export const COLUMN_ROLES = [
  'reference',
  'reportedAt',
  'text',
  'subject',
  'area',
  'subArea',
  'name',
  'phone',
  'email',
  'status',
  'priority',
  'owner',
  'notes',
  'resolvedAt',
] as const;
/** What a column becomes. Name, phone and email identify the reporter, and are also searched for in the text. */
export type ColumnRole = (typeof COLUMN_ROLES)[number];

export const DATE_ORDERS = ['month-first', 'day-first'] as const;
/** Which of two numbers before the year is the month: 9/28/2026 or 28/9/2026. */
export type DateOrder = (typeof DATE_ORDERS)[number];

export type MappedSource = {
  [S in Source]: (typeof SOURCE_TABLE)[S]['isMapped'] extends true ? S : never;
}[Source];
export const MAPPED_SOURCES = SOURCES.filter((source): source is MappedSource => SOURCE_TABLE[source].isMapped);

export interface Mapping {
  readonly name: string;
  readonly source: MappedSource;
  /** The column names of the export, in order. */
  readonly header: readonly string[];
  /** What each column becomes, by its index; null for one that is only stored. */
  readonly columns: readonly (ColumnRole | null)[];
  readonly timeZone: string;
  /** Null if the dates themselves are unambiguous. */
  readonly dateOrder: DateOrder | null;
  /** Exported value of a status or priority → the desk's value. */
  readonly values: Readonly<Record<string, string>>;
}

/** The columns every case needs. */
export const NEEDED: readonly ColumnRole[] = ['reportedAt', 'text'];
