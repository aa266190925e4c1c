// A report: every figure of one ledger for a period and its baseline, split into rows, and the cases behind each
// number.

import { createOffsetAt } from '../clock/zone.ts';
import { AGES, type Dimension, type Ledger } from '../domain/report.ts';
import { EASTERN, HOUR_MS } from '../domain/time.ts';
import { type Aggregate, aggregate, type Figure, type Item, type Measure } from './figure.ts';
import type { CaseHistory } from './history.ts';
import type { ReportRules } from './items.ts';
import { type LedgerView, type ReportOfProblem, splitLedgers } from './ledgers.ts';
import type { Period, Span } from './period.ts';
import { productFigures } from './product-figures.ts';
import { mergeSmall, OTHER } from './small-numbers.ts';
import { supportFigures } from './support-figures.ts';

export interface ReportRow {
  /** As stored: a label, an id; "" for none. */
  readonly member: string;
  readonly period: Measure;
  readonly baseline: Measure;
}

export interface ReportTable {
  readonly by: Dimension;
  /** Largest first. */
  readonly rows: readonly ReportRow[];
}

export interface ReportFigure extends Pick<Figure<Ledger>, 'id' | 'name' | 'formula' | 'calendar' | 'unit' | 'better'> {
  readonly aggregate: Aggregate;
  readonly period: Measure;
  readonly baseline: Measure;
  readonly tables: readonly ReportTable[];
}

export interface Report {
  readonly ledger: Ledger;
  readonly period: Period;
  readonly baseline: Period;
  readonly figures: readonly ReportFigure[];
}

/** The input of a report: cases with their activity, and when each problem was reported, oldest first. */
export interface ReportData {
  readonly histories: readonly CaseHistory[];
  readonly problems: ReadonlyMap<string, readonly ReportOfProblem[]>;
}

/** The figures of each ledger. By their types, those of one cannot be used for the other. */
function figuresOf(rules: ReportRules): { readonly [L in Ledger]: readonly Figure<L>[] } {
  return { support: supportFigures(rules), product: productFigures(rules) };
}

/** The figures of one ledger, for a caller that gives them the view of that ledger. */
export function figuresIn(ledger: Ledger, rules: ReportRules): readonly Figure<Ledger>[] {
  return figuresOf(rules)[ledger] as readonly Figure<Ledger>[];
}

/** The items of a figure in a period and in its baseline. */
export type Counted = readonly [now: readonly Item[], before: readonly Item[]];

/** Rows with fewer cases than `atLeast` are combined; 1 shows every row, which is only for the desk itself. */
export function measureFigure(figure: Figure<Ledger>, [now, before]: Counted, atLeast: number): ReportFigure {
  const { id, name, formula, calendar, unit, better, aggregate: kind, by } = figure;
  return {
    ...{ id, name, formula, calendar, unit, better, aggregate: kind },
    period: aggregate(kind, now),
    baseline: aggregate(kind, before),
    tables: by.map((dimension) => tableOf(kind, dimension, [now, before], atLeast)),
  };
}

/** Computes all figures at once; for many cases, measure figure by figure. */
export function makeReport(
  ledger: Ledger,
  data: ReportData,
  rules: ReportRules,
  [period, baseline]: readonly [Period, Period],
  atLeast: number,
): Report {
  const [now, before] = [viewOf(ledger, data, period), viewOf(ledger, data, baseline)];
  const figures = figuresIn(ledger, rules).map((figure) =>
    measureFigure(figure, [figure.items(now, period), figure.items(before, baseline)], atLeast),
  );
  return { ledger, period, baseline, figures };
}

type View = LedgerView<Ledger>;

function viewOf(ledger: Ledger, { histories, problems }: ReportData, span: Span): View {
  return { cases: histories.flatMap((history) => splitLedgers(history, span.to)?.[ledger] ?? []), problems };
}

function tableOf(
  kind: Aggregate,
  by: Dimension,
  [now, before]: readonly [readonly Item[], readonly Item[]],
  atLeast: number,
): ReportTable {
  const split = (items: readonly Item[]) => Map.groupBy(items, (item) => memberOf(by, item));
  const [current, past] = [split(now), split(before)];
  const members = [...new Set([...current.keys(), ...past.keys()])];
  const rows = members.map((member) => ({
    member,
    now: current.get(member) ?? [],
    before: past.get(member) ?? [],
  }));
  const shown = mergeSmall(rows, atLeast).map((row) => ({
    member: row.member,
    period: aggregate(kind, row.now),
    baseline: aggregate(kind, row.before),
  }));
  return { by, rows: shown.sort(largestFirst) };
}

function largestFirst(a: ReportRow, b: ReportRow): number {
  const last = Number(a.member === OTHER) - Number(b.member === OTHER);
  return last || b.period.n - a.period.n || b.baseline.n - a.baseline.n || (a.member < b.member ? -1 : 1);
}

const offsetAt = createOffsetAt(EASTERN);

/**
 * The row a case belongs to; "" for none. An hour of the week is like `1-09`: Monday, 9 AM, Eastern Time. Ages are in
 * hours.
 */
export function memberOf(by: Dimension, { facts, x }: Pick<Item, 'facts' | 'x'>): string {
  if (facts === null) return '';
  switch (by) {
    case 'code':
      return facts.problem?.startsWith('code-') ? facts.problem : '';
    case 'gap':
      return facts.tags.find((tag) => tag.startsWith('documentation-')) ?? '';
    case 'fix':
      return facts.tags.find((tag) => tag.startsWith('fixed-by-')) ?? '';
    case 'form': {
      const [type = '', category = ''] = (facts.area ?? '').split(',').map((part) => part.trim());
      return [facts.tier, type, category].join('|');
    }
    case 'hour':
    case 'day':
      return easternOf(facts.receivedAt)[by];
    case 'age':
      return AGES.findLast((age) => x >= Number.parseInt(age, 10) * 24) ?? AGES[0];
    default:
      return facts[by] ?? '';
  }
}

/** Cached by hours since 1970: Eastern Time is whole hours from UTC, so all cases of an hour have the same one. */
const easternHours = new Map<number, { readonly hour: string; readonly day: string }>();

function easternOf(at: number): { readonly hour: string; readonly day: string } {
  const index = Math.floor(at / HOUR_MS);
  let found = easternHours.get(index);
  if (found === undefined) {
    const wall = new Date(index * HOUR_MS + offsetAt(index * HOUR_MS));
    const hour = `${wall.getUTCDay()}-${String(wall.getUTCHours()).padStart(2, '0')}`;
    found = { hour, day: wall.toISOString().slice(0, 10) };
    easternHours.set(index, found);
  }
  return found;
}

export interface Opened {
  /** Cases that count, or that met the target. */
  readonly counted: readonly string[];
  /** For a share, the cases that did not. */
  readonly others: readonly string[];
}

/** The cases behind a number, or behind one of its parts. */
export function openFigure(
  figure: Figure<Ledger>,
  counted: readonly Item[],
  { by, member }: { readonly by?: Dimension | undefined; readonly member?: string | undefined },
): Opened {
  const items = counted.filter((item) => by === undefined || memberOf(by, item) === (member ?? ''));
  const casesOf = (some: readonly Item[]) => [...new Set(some.flatMap(({ cases }) => cases))];
  if (figure.aggregate !== 'share') return { counted: casesOf(items), others: [] };
  return { counted: casesOf(items.filter(({ x }) => x === 1)), others: casesOf(items.filter(({ x }) => x === 0)) };
}
