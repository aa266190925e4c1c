// Paged lists of cases: only the rows on screen are read from the store, however many cases there are.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import type { CaseRow } from '../../contract/schemas.ts';
import { CASE_STATUSES, type CaseStatus, SOURCE_NAMES, STATUS_NAMES } from '../../core/domain/case.ts';
import { FILTER_FIELDS, type FilterField, SLA_STATE_NAMES } from '../../core/domain/queue.ts';
import { recordOf } from '../../core/domain/records.ts';
import { leading, priorityOf, readCountdowns } from '../../core/follow-up/countdown.ts';
import type { CaseColumns } from '../../core/triage/case-columns.ts';
import { groupCases } from '../../core/triage/case-index.ts';
import { excerpt, wordsOfSearch } from '../../core/triage/excerpt.ts';
import { askedCases } from '../../store/cases/case-scrubs.ts';
import { casesWithReference, type ListedCase, listCases, scrubbedTexts } from '../../store/cases/cases.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import type { AppContext } from '../app-context.ts';
import { eventsByCase, readRules } from '../clock.ts';
import { problemTitles } from '../problems/read-trends.ts';

export function listWindow(ctx: AppContext, input: ParsedInput<'cases.list'>): Output<'cases.list'> {
  const { slots, groups } = ctx.queue.select(input, input.group, input.reversed);
  const { from, count = slots.length } = input;
  const nameOf = namesOf(ctx, input.group === 'newest' ? 'time' : input.group);
  return {
    cases: withExcerpts(ctx, readRows(ctx, slots.subarray(from, from + count)), input.search),
    total: slots.length,
    groups: groups.map(({ key, name, count: n }) => ({ key, name: name === '' ? nameOf(key) : name, count: n })),
    counts: countByStatus(ctx.queue.all()),
  };
}

function countByStatus({ words, status: codes, size }: CaseColumns): Record<CaseStatus, number> {
  const counts = new Uint32Array(words.status.values.length);
  for (let slot = 0; slot < size; slot += 1) counts[codes[slot] ?? 0] = (counts[codes[slot] ?? 0] ?? 0) + 1;
  return recordOf(CASE_STATUSES, (status) => counts[words.status.find(status) ?? -1] ?? 0);
}

/** Rows with their most urgent clock, in the given order. */
export function readRows(ctx: AppContext, slots: ArrayLike<number>): CaseRow[] {
  const { seq } = ctx.queue.all();
  return withClocks(
    ctx,
    listCases(
      ctx.store.db,
      Array.from(slots, (slot) => seq[slot] ?? 0),
    ),
  );
}

function withClocks({ store: { db }, now }: AppContext, rows: readonly ListedCase[]): CaseRow[] {
  const rules = readRules(db);
  const events = eventsByCase(db, { caseIds: rows.map((row) => row.id) });
  const at = now();
  return rows.map(({ ticketId: _, problem: __, tags, ...row }) => {
    const told = events(row);
    return {
      ...row,
      tags: tags === '' ? [] : tags.split(' '),
      priority: priorityOf(told),
      excerpt: null,
      countdown: leading(readCountdowns(told, rules, at)),
    };
  });
}

function withExcerpts({ store }: AppContext, rows: CaseRow[], search: string): CaseRow[] {
  const words = wordsOfSearch(search);
  if (words.length === 0) return rows;
  const texts = scrubbedTexts(
    store.db,
    rows.map((row) => row.id),
  );
  return rows.map((row) => ({ ...row, excerpt: excerpt(texts.get(row.id) ?? '', row.title, words) }));
}

/** How many cases each option of each field would leave, largest first; what is chosen is among them. */
export function countChoices(ctx: AppContext, input: ParsedInput<'cases.counts'>): Output<'cases.counts'> {
  const counts = ctx.queue.count(input);
  return {
    counts: recordOf(FILTER_FIELDS, (field) => {
      const nameOf = namesOf(ctx, field);
      const isChosen = (value: string) => input.filter[field]?.includes(value) ?? false;
      return Object.entries(counts[field])
        .map(([value, n]) => ({ value, name: nameOf(value), n }))
        .sort((a, b) => b.n - a.n || a.name.localeCompare(b.name))
        .filter(({ value }, at) => at < MOST_CHOICES || isChosen(value));
    }),
  };
}

const MOST_CHOICES = 60;

function namesOf({ store }: AppContext, field: FilterField): (value: string) => string {
  if (field === 'team') {
    const names = new Map(listTeams(store.db).map(({ label, name }) => [label, name]));
    return (value) => (value === '' ? 'No team yet' : (names.get(value) ?? value));
  }
  if (field === 'trend') {
    const titles = problemTitles(store.db);
    return (value) => (value === '' ? 'Not grouped' : (titles.get(value) ?? value));
  }
  if (field === 'tag') return (value) => (value === '' ? 'No tag' : value);
  const names: Readonly<Record<string, string>> =
    field === 'status' ? STATUS_NAMES : field === 'source' ? SOURCE_NAMES : SLA_STATE_NAMES;
  return (value) => names[value] ?? value;
}

/** The position of a case in a list; null when it is not listed. */
export function placeOf({ queue }: AppContext, input: ParsedInput<'cases.place'>): Output<'cases.place'> {
  const slot = queue.all().slotOfId(input.id);
  const at = slot === null ? -1 : queue.select(input, input.group, input.reversed).slots.indexOf(slot);
  return { at: at === -1 ? null : at };
}

export function nextQuestion(
  { store, queue }: AppContext,
  input: ParsedInput<'cases.nextQuestion'>,
): Output<'cases.nextQuestion'> {
  const asked = askedCases(store.db);
  if (asked.size === 0) return { at: null };
  const { slots } = queue.select(input, input.group, input.reversed);
  const { seq } = queue.all();
  const isAsked = (slot: number) => asked.has(seq[slot] ?? 0);
  const later = slots.subarray(input.after + 1).findIndex(isAsked);
  const at = later === -1 ? slots.findIndex(isAsked) : later + input.after + 1;
  return { at: at === -1 ? null : at };
}

/** The ids from one position of a list up to, but not including, another. */
export function idsBetween({ queue }: AppContext, input: ParsedInput<'cases.ids'>): Output<'cases.ids'> {
  const { slots } = queue.select(input, input.group, input.reversed);
  const { ids } = queue.all();
  return {
    ids: Array.from(slots.subarray(input.from, input.to), (slot) => ids[slot]).filter((id) => id !== undefined),
  };
}

export function findByReference(ctx: AppContext, { reference }: ParsedInput<'cases.find'>): Output<'cases.find'> {
  const columns = ctx.queue.all();
  const ids = casesWithReference(ctx.store.db, reference);
  return {
    cases: readRows(
      ctx,
      ids.flatMap((id) => columns.slotOfId(id) ?? []),
    ),
  };
}

const MOST_LANES = 40;

/** The board: lanes with a column per status, each with its first rows and a count. */
export function readBoard(ctx: AppContext, input: ParsedInput<'cases.board'>): Output<'cases.board'> {
  const { queue, now } = ctx;
  const columns = queue.all();
  const lanes = lanesOf(ctx, queue.select(input, 'time').slots, input.lanes, now());
  const codes = CASE_STATUSES.map((status) => columns.words.status.find(status));
  return {
    lanes: lanes.slice(0, MOST_LANES).map(({ key, name, slots }) => {
      const cells = CASE_STATUSES.map((status) => ({ status, total: 0, first: Array.of<number>() }));
      for (const slot of slots) {
        const cell = cells[codes.indexOf(columns.status[slot])];
        if (cell === undefined) continue;
        cell.total += 1;
        if (cell.first.length < input.most) cell.first.push(slot);
      }
      return {
        key,
        name,
        columns: cells.map(({ status, total, first }) => ({ status, total, cases: readRows(ctx, first) })),
      };
    }),
  };
}

interface Lane {
  readonly key: string;
  readonly name: string;
  readonly slots: Int32Array;
}

function lanesOf(ctx: AppContext, slots: Int32Array, by: 'none' | 'team' | 'time', at: number): Lane[] {
  if (by === 'none') return [{ key: '', name: '', slots }];
  const nameOf = namesOf(ctx, 'team');
  const grouped = groupCases(ctx.queue.all(), slots, by, at);
  let from = 0;
  return grouped.groups.map(({ key, name, count }) => {
    const lane = { key, name: name === '' ? nameOf(key) : name, slots: grouped.slots.subarray(from, from + count) };
    from += count;
    return lane;
  });
}
