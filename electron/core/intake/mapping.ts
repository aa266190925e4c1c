// The header of an export whose columns a person has explained: the next one of that kind is read the same way.
import { type ColumnRole, type Mapping, NEEDED } from '../domain/mapping.ts';
import { COMMON, SOURCE_COLUMNS } from './column-names.ts';
import { normaliseHeader, type RecognisedHeader } from './columns.ts';

const sameHeader = (a: readonly string[], b: readonly string[]) =>
  a.length === b.length && a.every((name, at) => normaliseHeader(name) === normaliseHeader(b[at] ?? ''));

function findMapping(header: readonly string[], mappings: readonly Mapping[]): Mapping | null {
  return mappings.find((mapping) => sameHeader(mapping.header, header)) ?? null;
}

/** A header that somebody has explained; null for another one. */
export function mappedHeader(header: readonly string[], mappings: readonly Mapping[]): RecognisedHeader | null {
  const mapping = findMapping(header, mappings);
  const source = SOURCE_COLUMNS.find((one) => one.source === mapping?.source);
  if (mapping === null || source === undefined) return null;
  const places = new Map<ColumnRole, number[]>();
  for (const [at, role] of mapping.columns.entries())
    if (role !== null) places.set(role, [...(places.get(role) ?? []), at]);
  const required: readonly ColumnRole[] = places.has('reference') ? ['reference', ...NEEDED] : NEEDED;
  // Fields are kept under the names the source itself gives them, so that the next export can be compared with this one.
  const names = header.map((name, at) => {
    const role = mapping.columns[at];
    return role == null ? name : (source.names[role]?.[0] ?? COMMON[role][0] ?? name);
  });
  const { values, timeZone, dateOrder } = mapping;
  return { source: { ...source, required }, places, names, values, timeZone, dateOrder };
}
