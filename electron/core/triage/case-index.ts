// Queries over all cases: which ones a filter allows, how many each choice would leave, and how they are grouped.
// Results are slots of the columns.

import {
  type CaseFilter,
  FILTER_FIELDS,
  type FilterField,
  type Grouping,
  SLA_STATES,
  type SlaState,
} from '../domain/queue.ts';
import { recordOf } from '../domain/records.ts';
import type { CaseColumns } from './case-columns.ts';
import { timeGroups } from './time-groups.ts';

const [MISSED, DUE, SOON, FINE, PAUSED, STOPPED] = [0, 1, 2, 3, 4, 5];

/** The SLA state of a case at `now` (UTC ms), as an index into SLA_STATES. */
export function timeCode(columns: CaseColumns, slot: number, now: number): number {
  const clock = columns.clock[slot];
  if (clock !== 0) return clock === 1 ? PAUSED : STOPPED;
  if ((columns.dueAt[slot] ?? 0) < now) return MISSED;
  if ((columns.dueFrom[slot] ?? 0) <= now) return DUE;
  return (columns.soonFrom[slot] ?? 0) <= now ? SOON : FINE;
}

export function countByTime(columns: CaseColumns, now: number): Record<SlaState, number> {
  const counts = new Uint32Array(SLA_STATES.length);
  for (const slot of columns.order) add(counts, timeCode(columns, slot, now));
  return recordOf(SLA_STATES, (name) => counts[SLA_STATES.indexOf(name)] ?? 0);
}

type CodedField = Exclude<FilterField, 'tag'>;

function codeOf(columns: CaseColumns, field: CodedField, slot: number, now: number): number {
  switch (field) {
    case 'status':
      return columns.status[slot] ?? 0;
    case 'team':
      return columns.team[slot] ?? 0;
    case 'source':
      return columns.source[slot] ?? 0;
    case 'trend':
      return columns.trend[slot] ?? 0;
    case 'time':
      return timeCode(columns, slot, now);
  }
}

function valuesOf(columns: CaseColumns, field: CodedField): readonly string[] {
  return field === 'time' ? SLA_STATES : columns.words[field].values;
}

type Test = (slot: number) => boolean;

function testOf(columns: CaseColumns, field: FilterField, allowed: readonly string[], now: number): Test {
  if (field === 'tag') {
    const wanted = new Set(allowed);
    return (slot) => columns.tags.get(slot)?.some((tag) => wanted.has(tag)) ?? wanted.has('');
  }
  const values = valuesOf(columns, field);
  const passes = new Uint8Array(values.length);
  for (const value of allowed) {
    const code = values.indexOf(value);
    if (code !== -1) passes[code] = 1;
  }
  return (slot) => passes[codeOf(columns, field, slot, now)] === 1;
}

function testsOf(columns: CaseColumns, filter: CaseFilter, now: number): { field: FilterField; test: Test }[] {
  return FILTER_FIELDS.flatMap((field) => {
    const allowed = filter[field];
    return allowed === undefined || allowed.length === 0 ? [] : [{ field, test: testOf(columns, field, allowed, now) }];
  });
}

/** 1 for each slot whose seq a search found; null without a search. */
function foundSlots(columns: CaseColumns, matches: readonly number[] | null): Uint8Array | null {
  if (matches === null) return null;
  const bySeq = new Uint8Array(columns.seq.reduce((most, seq) => Math.max(most, seq), 0) + 1);
  for (const seq of matches) bySeq[seq] = 1;
  const found = new Uint8Array(columns.size);
  for (let slot = 0; slot < columns.size; slot += 1) found[slot] = bySeq[columns.seq[slot] ?? 0] ?? 0;
  return found;
}

/** The cases a filter allows, in queue order. `matches` are the seqs a search found; null without a search. */
export function selectCases(
  columns: CaseColumns,
  filter: CaseFilter,
  matches: readonly number[] | null,
  now: number,
): Int32Array {
  const tests = testsOf(columns, filter, now).map(({ test }) => test);
  const found = foundSlots(columns, matches);
  const kept = new Int32Array(columns.size);
  let count = 0;
  next: for (const slot of columns.order) {
    if (found !== null && found[slot] === 0) continue;
    for (const test of tests) if (!test(slot)) continue next;
    kept[count++] = slot;
  }
  return kept.subarray(0, count);
}

export type Counts = Readonly<Record<FilterField, Readonly<Record<string, number>>>>;

/** How many cases each value of each field would show. Each field is counted without its own filter. */
export function countCases(
  columns: CaseColumns,
  filter: CaseFilter,
  matches: readonly number[] | null,
  now: number,
): Counts {
  const tests = testsOf(columns, filter, now);
  const found = foundSlots(columns, matches);
  const coded = FILTER_FIELDS.filter((field) => field !== 'tag').map((field) => ({
    field,
    counts: new Uint32Array(valuesOf(columns, field).length),
  }));
  const tags = new Map<string, number>();
  for (const slot of columns.order) {
    if (found !== null && found[slot] === 0) continue;
    const failed = failedField(tests, slot);
    if (failed === 'several') continue;
    for (const { field, counts } of coded)
      if (failed === null || failed === field) add(counts, codeOf(columns, field, slot, now));
    if (failed !== null && failed !== 'tag') continue;
    for (const tag of columns.tags.get(slot) ?? UNTAGGED) tags.set(tag, (tags.get(tag) ?? 0) + 1);
  }
  const named = new Map(
    coded.map(({ field, counts }) => {
      const values = valuesOf(columns, field);
      return [field, Object.fromEntries([...counts].flatMap((n, code) => (n > 0 ? [[values[code] ?? '', n]] : [])))];
    }),
  );
  return recordOf(FILTER_FIELDS, (field) => (field === 'tag' ? Object.fromEntries(tags) : (named.get(field) ?? {})));
}

const UNTAGGED = [''];

/** The only field whose filter excludes a case, `several`, or null if none does. */
function failedField(
  tests: readonly { field: FilterField; test: Test }[],
  slot: number,
): FilterField | 'several' | null {
  let failed: FilterField | null = null;
  for (const { field, test } of tests) {
    if (test(slot)) continue;
    if (failed !== null) return 'several';
    failed = field;
  }
  return failed;
}

function add(counts: Uint32Array, code: number): void {
  counts[code] = (counts[code] ?? 0) + 1;
}

export interface CaseGroup {
  readonly key: string;
  /** Empty if the key is its own name: a team's label, a problem's id. */
  readonly name: string;
  readonly count: number;
}

export interface GroupedCases {
  /** Slots, group after group. */
  readonly slots: Int32Array;
  readonly groups: readonly CaseGroup[];
}

/**
 * Groups of cases in queue order. Groups by due time are in order; those by another field are largest first, "none"
 * last.
 */
export function groupCases(columns: CaseColumns, slots: Int32Array, by: Grouping, now: number): GroupedCases {
  if (by === 'time') return { slots, groups: byTime(columns, slots, now) };
  if (by === 'newest') return newestFirst(columns, slots);
  const values = valuesOf(columns, by);
  const sizes = new Uint32Array(values.length);
  for (const slot of slots) add(sizes, codeOf(columns, by, slot, now));
  const codes = [...sizes.keys()]
    .filter((code) => (sizes[code] ?? 0) > 0)
    .sort((a, b) => Number(values[a] === '') - Number(values[b] === '') || (sizes[b] ?? 0) - (sizes[a] ?? 0) || a - b);
  const starts = new Uint32Array(values.length);
  let at = 0;
  for (const code of codes) {
    starts[code] = at;
    at += sizes[code] ?? 0;
  }
  const sorted = new Int32Array(slots.length);
  for (const slot of slots) {
    const code = codeOf(columns, by, slot, now);
    sorted[starts[code] ?? 0] = slot;
    add(starts, code);
  }
  return {
    slots: sorted,
    groups: codes.map((code) => ({ key: values[code] ?? '', name: '', count: sizes[code] ?? 0 })),
  };
}

/** The same in reverse order: of the groups, and of the cases in each. */
export function reverseGroups({ slots, groups }: GroupedCases): GroupedCases {
  const named = groups.map((group) => (group.key === NEWEST ? { ...group, name: 'Oldest first' } : group));
  return { slots: slots.toReversed(), groups: named.toReversed() };
}

const NEWEST = 'newest';

function newestFirst({ receivedAt }: CaseColumns, slots: Int32Array): GroupedCases {
  const sorted = slots.toSorted((a, b) => (receivedAt[b] ?? 0) - (receivedAt[a] ?? 0) || b - a);
  const groups = sorted.length === 0 ? [] : [{ key: NEWEST, name: 'Newest first', count: sorted.length }];
  return { slots: sorted, groups };
}

/** Slots are in order of time, so the end of each group is found by binary search. */
function byTime(columns: CaseColumns, slots: Int32Array, now: number): CaseGroup[] {
  const groups: CaseGroup[] = [];
  let from = 0;
  const close = (key: string, name: string, isInside: (slot: number) => boolean) => {
    let [low, high] = [from, slots.length];
    while (low < high) {
      const middle = (low + high) >> 1;
      if (isInside(slots[middle] ?? 0)) low = middle + 1;
      else high = middle;
    }
    if (low > from) groups.push({ key, name, count: low - from });
    from = low;
  };
  for (const { key, name, until } of timeGroups(now))
    close(key, name, (slot) => columns.clock[slot] === 0 && (columns.dueAt[slot] ?? 0) < until);
  close('paused', 'Paused', (slot) => (columns.clock[slot] ?? 0) < 2);
  close('stopped', 'Decided', () => true);
  return groups;
}
