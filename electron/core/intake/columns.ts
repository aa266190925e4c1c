// Which column of which export means what. A source is recognised by its header row, never by its file name: by the names
// its own columns have, as people rename and reorder them; where two sources fit, by what their record numbers look like.

import { SOURCE_TABLE, type Source } from '../domain/case.ts';
import { COLUMN_ROLES, type ColumnRole, type DateOrder } from '../domain/mapping.ts';
import { recordOf } from '../domain/records.ts';
import { COMMON, SOURCE_COLUMNS, type SourceColumns } from './column-names.ts';

/** A column's name as it is compared: small letters and figures; "CaseNumber", "case_number" and "Case #" are one. */
export function normaliseHeader(name: string): string {
  // Keys and check sums of Dynamics itself.
  if (/^\(do not modify\)/i.test(name)) return '';
  return name
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/#|№|\b(?:no|nr|num)\b\.?/g, ' number ')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

export interface RecognisedHeader {
  readonly source: SourceColumns;
  /** ColumnRole → the places it stands at, the source's own name first. */
  readonly places: ReadonlyMap<ColumnRole, readonly number[]>;
  /** What the columns are called from here on, and values in the desk's words; only where a person has explained the export. */
  readonly names?: readonly string[];
  readonly values?: Readonly<Record<string, string>>;
  readonly timeZone?: string;
  readonly dateOrder?: DateOrder | null;
}

/** What a header has of a source that it is not whole. */
export interface NearHeader {
  readonly source: Source;
  /** Names of the columns that are missing, as the source writes them. */
  readonly missing: readonly string[];
}

type Aliases = Readonly<Record<ColumnRole, readonly string[]>>;

interface Names {
  readonly source: SourceColumns;
  readonly own: Aliases & { readonly all: ReadonlySet<string> };
  readonly common: Aliases;
}

function aliases(names: SourceColumns['names']): Aliases {
  return recordOf(COLUMN_ROLES, (role) => (names[role] ?? []).map(normaliseHeader));
}

const common = aliases(COMMON);
const NAMES: readonly Names[] = SOURCE_COLUMNS.map((source) => {
  const own = aliases(source.names);
  return { source, own: { ...own, all: new Set(Object.values(own).flat()) }, common };
});

/**
 * The source whose required columns all stand in the header, with most of its own names; null when none does. `next` are
 * rows below, whose record numbers decide where the names do not.
 */
export function recogniseHeader(
  header: readonly string[],
  next: readonly (readonly string[])[] = [],
  forced?: Source,
): RecognisedHeader | null {
  const names = header.map(normaliseHeader);
  const fitting = NAMES.filter(({ source }) => forced === undefined || source.source === forced)
    .map((known) => {
      const { source, own } = known;
      const places = placesOf(names, known);
      const marks = names.filter((name) => own.all.has(name)).length + 10 * shapeMarks(source, places, next);
      return { source, places, marks };
    })
    .filter(({ source, places }) =>
      source.required.every((role) => places.has(role) || (role === 'text' && places.has('subject'))),
    )
    // A list with any date and any text is no support sheet; it must have the sheet's own names.
    .filter(({ marks }) => forced !== undefined || marks >= 2);
  const best = fitting.reduce<(typeof fitting)[number] | null>(
    (a, b) => (a === null || b.marks > a.marks ? b : a),
    null,
  );
  return best === null ? null : { source: best.source, places: best.places };
}

/** Where each role stands; columns that only have a common name count where no column has the source's own. */
function placesOf(names: readonly string[], { own, common }: Names): ReadonlyMap<ColumnRole, readonly number[]> {
  const places = new Map<ColumnRole, readonly number[]>();
  const find = (aliases: readonly string[], isFree: (name: string) => boolean) =>
    aliases.flatMap((alias) => names.flatMap((name, at) => (name === alias && isFree(name) ? [at] : [])));
  for (const role of COLUMN_ROLES) {
    const owned = find(own[role], () => true);
    const found = owned.length > 0 ? owned : find(common[role], (name) => !own.all.has(name));
    if (found.length > 0) places.set(role, found);
  }
  return places;
}

/** 1 where most record numbers below look like the source's. */
function shapeMarks(
  { source }: SourceColumns,
  places: ReadonlyMap<ColumnRole, readonly number[]>,
  next: readonly (readonly string[])[],
): number {
  const [at] = places.get('reference') ?? [];
  const shape = SOURCE_TABLE[source].recordNumber;
  if (shape === null || at === undefined) return 0;
  const numbers = next.map((cells) => cells[at]?.trim() ?? '').filter((cell) => cell !== '');
  if (numbers.length === 0) return 0;
  const whole = new RegExp(`^(?:${shape.source})$`, 'i');
  return numbers.filter((number) => whole.test(number)).length * 2 > numbers.length ? 1 : 0;
}

/** The source a header comes nearest to, and which required columns it lacks; null when it is like none. */
export function nearestHeader(header: readonly string[], forced?: Source): NearHeader | null {
  const names = header.map(normaliseHeader);
  const near = NAMES.filter(({ source }) => forced === undefined || source.source === forced)
    .map((known) => {
      const { source, own } = known;
      const places = placesOf(names, known);
      const missing = source.required
        .filter((role) => !places.has(role))
        .map((role) => source.names[role]?.[0] ?? role);
      return { source: source.source, missing, marks: names.filter((name) => own.all.has(name)).length };
    })
    .filter(({ marks }) => forced !== undefined || marks >= 2)
    .sort((a, b) => b.marks - a.marks)[0];
  return near === undefined ? null : { source: near.source, missing: near.missing };
}
