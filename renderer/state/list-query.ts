// What a list shows: filter, search and grouping; and the built-in views.
import type { SavedView } from '../../electron/contract/queue-calls.ts';
import { type CaseFilter, type FilterField, GROUPINGS, type Grouping } from '../../electron/core/domain/queue.ts';

export interface ListQuery {
  readonly filter: CaseFilter;
  readonly search: string;
  readonly group: Grouping;
}

export type View = Pick<SavedView, 'id' | 'name' | 'filter' | 'search' | 'group'>;

export const SHIPPED_VIEWS: readonly View[] = [
  { id: 'undecided', name: 'Undecided', filter: { status: ['undecided'] }, search: '', group: 'time' },
  { id: 'teams', name: 'With teams', filter: { status: ['escalated', 'ticketed'] }, search: '', group: 'team' },
  { id: 'all', name: 'All', filter: {}, search: '', group: 'time' },
];

export const FIRST_QUERY: ListQuery = { filter: { status: ['undecided'] }, search: '', group: 'time' };

/** A record number is searched among all cases, because its case may be decided; words are not. The filter shows it. */
export function searchedFor(search: string, { filter }: ListQuery): Partial<ListQuery> {
  const isUndecidedOnly = sameFilter(filter, FIRST_QUERY.filter);
  return /\d{4}/.test(search) && isUndecidedOnly ? { search, filter: {} } : { search };
}

export function sameFilter(a: CaseFilter, b: CaseFilter): boolean {
  return JSON.stringify(sorted(a)) === JSON.stringify(sorted(b));
}

function sorted(filter: CaseFilter): [string, string[]][] {
  return Object.entries(filter)
    .filter(([, values]) => values !== undefined && values.length > 0)
    .map(([field, values]): [string, string[]] => [field, [...(values ?? [])].sort()])
    .sort(([x], [y]) => x.localeCompare(y));
}

export function toggleValue(filter: CaseFilter, field: FilterField, value: string): CaseFilter {
  const values = filter[field] ?? [];
  const next = values.includes(value) ? values.filter((one) => one !== value) : [...values, value];
  const { [field]: _, ...rest } = filter;
  return next.length === 0 ? rest : { ...rest, [field]: next };
}

/** A remembered grouping; the first one if it is unknown. */
export function groupingOf(name: string): Grouping {
  return GROUPINGS.find((one) => one === name) ?? FIRST_QUERY.group;
}
