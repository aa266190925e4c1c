// What changed in a record between two exports. Only columns that both exports have are compared.

import type { Source } from '../domain/case.ts';
import { COLUMN_ROLES, type ColumnRole } from '../domain/mapping.ts';
import { keysOf } from '../domain/records.ts';
import { SOURCE_COLUMNS } from './column-names.ts';
import { recogniseHeader } from './columns.ts';
import type { IncomingCase } from './incoming-case.ts';
import { bareCell } from './read-row.ts';

/** Columns whose change is told; how each is called in a sentence. */
export const CHANGE_NAMES = {
  status: 'status',
  owner: 'owner',
  priority: 'priority',
  area: 'area',
  subArea: 'sub area',
  subject: 'subject',
  notes: 'notes',
  text: 'text',
} as const;
export type Changed = keyof typeof CHANGE_NAMES;

export interface SourceChange {
  readonly what: Changed;
  /** Raw, as the source has it; null for empty. */
  readonly from: string | null;
  readonly to: string | null;
}

type Fields = IncomingCase['fields'];

/** What a record says, by role; roles without a column are left out. */
export function valuesOf(source: Source, fields: Fields): ReadonlyMap<ColumnRole, string | null> {
  const values = new Map<ColumnRole, string | null>();
  for (const [role, places] of placesOf(source, fields)) {
    const said = [...new Set(places.map((at) => bareCell(fields[at]?.value ?? '')).filter((value) => value !== ''))];
    values.set(
      role,
      said.length === 0 ? null : role === 'text' || role === 'notes' ? said.join('\n\n') : (said[0] ?? null),
    );
  }
  return values;
}

/** What changed from one export to another, in the order of `CHANGE_NAMES`. */
export function changesBetween(source: Source, before: Fields, after: Fields): SourceChange[] {
  const [old, fresh] = [valuesOf(source, before), valuesOf(source, after)];
  return keysOf(CHANGE_NAMES).flatMap((what) => {
    const [from, to] = [old.get(what), fresh.get(what)];
    if (from === undefined || to === undefined || sameWords(from, to)) return [];
    return [{ what, from, to }];
  });
}

function sameWords(a: string | null, b: string | null): boolean {
  return a === b || (a ?? '').replace(/\s+/g, ' ').trim() === (b ?? '').replace(/\s+/g, ' ').trim();
}

/** Sources without columns of their own name their fields by what they mean. */
function placesByRole(names: readonly string[]): ReadonlyMap<ColumnRole, readonly number[]> {
  return new Map(COLUMN_ROLES.flatMap((role) => (names.includes(role) ? [[role, [names.indexOf(role)]]] : [])));
}

const found = new Map<string, ReadonlyMap<ColumnRole, readonly number[]>>();
const MOST_HEADERS = 200;

/** Where each role stands; exports of one kind have one header, so it is looked for once. */
function placesOf(source: Source, fields: Fields): ReadonlyMap<ColumnRole, readonly number[]> {
  const names = fields.map(({ name }) => name);
  const key = `${source}\n${names.join('\n')}`;
  let places = found.get(key);
  if (places === undefined) {
    const isTable = SOURCE_COLUMNS.some((known) => known.source === source);
    places = isTable ? (recogniseHeader(names, [], source)?.places ?? new Map()) : placesByRole(names);
    if (found.size >= MOST_HEADERS) found.clear();
    found.set(key, places);
  }
  return places;
}
