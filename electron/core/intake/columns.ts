// Which column of which export means what. A source is recognised by its header row, never by its file name.
import type { Source } from '../words/case.ts';

/** What a column becomes. `hint` columns hold who reported; they are also searched for in the text. */
export type Meaning =
  | 'reference'
  | 'reportedAt'
  | 'text'
  | 'subject'
  | 'area'
  | 'subArea'
  | 'name'
  | 'phone'
  | 'email'
  | 'status'
  | 'priority';

export interface SourceColumns {
  readonly source: Source;
  /** Lower-case column name → meaning. Other columns are kept as they are. */
  readonly columns: Readonly<Record<string, Meaning>>;
  /** The columns by which the source is recognised and without which a row cannot be a case. */
  readonly required: readonly string[];
}

export const SOURCE_COLUMNS: readonly SourceColumns[] = [
  {
    source: 'dynamics',
    required: ['record #', 'entered queue', 'description'],
    columns: {
      'record #': 'reference',
      'entered queue': 'reportedAt',
      description: 'text',
      area: 'area',
      'sub area': 'subArea',
      contact: 'name',
      'status reason': 'status',
    },
  },
  {
    source: 'iris',
    required: ['reference #', 'date created', 'question'],
    columns: {
      'reference #': 'reference',
      'date created': 'reportedAt',
      question: 'text',
      subject: 'subject',
      category: 'area',
      'contact name': 'name',
      phone: 'phone',
      email: 'email',
      status: 'status',
    },
  },
  {
    source: 'salesforce',
    required: ['case number', 'date/time opened', 'description'],
    columns: {
      'case number': 'reference',
      'date/time opened': 'reportedAt',
      description: 'text',
      subject: 'subject',
      'case type': 'area',
      'case category': 'subArea',
      'contact name': 'name',
      'contact phone': 'phone',
      'contact email': 'email',
      status: 'status',
    },
  },
  {
    source: 'servicenow',
    required: ['number', 'opened_at', 'description'],
    columns: {
      number: 'reference',
      opened_at: 'reportedAt',
      description: 'text',
      short_description: 'subject',
      caller_id: 'name',
      priority: 'priority',
      state: 'status',
    },
  },
  {
    source: 'sheet',
    required: ['timestamp', 'request'],
    columns: { timestamp: 'reportedAt', request: 'text', requester: 'name', topic: 'area', team: 'subArea' },
  },
];

export function normaliseHeader(name: string): string {
  return name
    .replace(/^\uFEFF/, '')
    .trim()
    .toLowerCase()
    .replace(/\s+/g, ' ');
}

/** The source whose required columns all stand in the header; null when none does. */
export function recogniseSource(header: readonly string[]): SourceColumns | null {
  const names = new Set(header.map(normaliseHeader));
  return SOURCE_COLUMNS.find((entry) => entry.required.every((column) => names.has(column))) ?? null;
}
