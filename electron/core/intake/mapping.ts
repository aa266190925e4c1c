// The header of an export whose columns a person has explained: the next one of that kind is read the same way.
import { type Mapping, type Meaning, NEEDED } from '../domain/mapping.ts';
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
  const places = new Map<Meaning, number[]>();
  for (const [at, meaning] of mapping.columns.entries())
    if (meaning !== null) places.set(meaning, [...(places.get(meaning) ?? []), at]);
  const required: readonly Meaning[] = places.has('reference') ? ['reference', ...NEEDED] : NEEDED;
  // Fields are kept under the names the source itself gives them, so that the next export can be compared with this one.
  const names = header.map((name, at) => {
    const meaning = mapping.columns[at];
    return meaning == null ? name : (source.names[meaning]?.[0] ?? COMMON[meaning][0] ?? name);
  });
  const { values, timeZone, dateOrder } = mapping;
  return { source: { ...source, required }, places, names, values, timeZone, dateOrder };
}
