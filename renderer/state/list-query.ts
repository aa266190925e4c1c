// What a list shows: filter, search and grouping; and the built-in views.
import type { SavedView } from '../../electron/contract/queue-calls.ts';
import { type CaseFilter, type FilterField, GROUPINGS, type Grouping } from '../../electron/core/domain/queue.ts';

export interface ListQuery {
  readonly filter: CaseFilter;
  readonly search: string;
  readonly group: Grouping;
  /** Last first. */
  readonly reversed: boolean;
}

export type View = SavedView;

const IN_ORDER = { search: '', reversed: false } as const;

export const DEFAULT_VIEWS: readonly View[] = [
  { id: 'undecided', name: 'Undecided', filter: { status: ['undecided'] }, group: 'time', ...IN_ORDER },
  { id: 'teams', name: 'With teams', filter: { status: ['escalated', 'ticketed'] }, group: 'team', ...IN_ORDER },
  { id: 'all', name: 'All', filter: {}, group: 'time', ...IN_ORDER },
];

/** What a view shows. */
export function queryOf({ filter, search, group, reversed }: View): ListQuery {
  return { filter, search, group, reversed };
}

export const FIRST_QUERY: ListQuery = { filter: { status: ['undecided'] }, group: 'time', ...IN_ORDER };

/** A record number is searched among all cases, because its case may be decided; words are not. The filter shows it. */
export function searchedFor(search: string, { filter }: ListQuery): Partial<ListQuery> {
  const isUndecidedOnly = sameFilter(filter, FIRST_QUERY.filter);
  return /\d{4}/.test(search) && isUndecidedOnly ? { search, filter: {} } : { search };
}

/** Whether its cases may differ in their status: of undecided ones alone none is said. */
export function hasStatuses({ filter }: ListQuery): boolean {
  return !sameFilter({ status: filter.status }, FIRST_QUERY.filter);
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

export type Order = Pick<ListQuery, 'group' | 'reversed'>;

const LAST_FIRST = ' reversed';

/** An order as one string, to be remembered. */
export function nameOfOrder({ group, reversed }: Order): string {
  return `${group}${reversed ? LAST_FIRST : ''}`;
}

/** A remembered order; the first one if it is unknown. */
export function orderOf(name: string): Order {
  const group = GROUPINGS.find((one) => one === name.replace(LAST_FIRST, ''));
  return group === undefined ? FIRST_QUERY : { group, reversed: name.endsWith(LAST_FIRST) };
}

/** The order to sort by; sorting by the same column again reverses it. */
export function turned(now: Order, group: Grouping): Order {
  return { group, reversed: now.group === group && !now.reversed };
}
