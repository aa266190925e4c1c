// What a column of an export becomes, and how a person explains the columns of one that the desk does not know.
export const MEANINGS = [
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
/** What a column becomes. Name, phone and e-mail hold who reported; they are also searched for in the text. */
export type Meaning = (typeof MEANINGS)[number];

export const DATE_ORDERS = ['month-first', 'day-first'] as const;
/** Which of two numbers before the year is the month: 9/28/2026 or 28/9/2026. */
export type DateOrder = (typeof DATE_ORDERS)[number];

export const MAPPED_SOURCES = ['dynamics', 'servicenow', 'iris', 'salesforce', 'sheet'] as const;
export type MappedSource = (typeof MAPPED_SOURCES)[number];

export interface Mapping {
  readonly name: string;
  readonly source: MappedSource;
  /** Names of the columns as the export writes them, in their order. */
  readonly header: readonly string[];
  /** What each column becomes, by its place; null for one that is only kept. */
  readonly columns: readonly (Meaning | null)[];
  readonly timeZone: string;
  /** Null where the dates tell. */
  readonly dateOrder: DateOrder | null;
  /** Values of status and priority in the words the desk knows, by what the export writes. */
  readonly values: Readonly<Record<string, string>>;
}

/** A column without which a row is no case. */
export const NEEDED: readonly Meaning[] = ['reportedAt', 'text'];
