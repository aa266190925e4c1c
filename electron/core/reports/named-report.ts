// A report with names to read, as every format writes it: the same figures in all of them.
import { type CalendarKind, DIMENSION_NAMES, type Dimension, type Ledger, type Unit } from '../domain/report.ts';
import type { Aggregate, Measure } from './figure.ts';
import type { Period } from './period.ts';
import type { Report } from './report.ts';
import { OTHER } from './small-numbers.ts';

export interface NamedMeasures {
  readonly value: number | null;
  readonly n: number;
  readonly baselineValue: number | null;
  readonly baselineN: number;
  /** Value less baseline; null where either is nothing. */
  readonly change: number | null;
}

export interface NamedRow extends NamedMeasures {
  readonly member: string;
  readonly name: string;
}

export interface NamedTable {
  readonly by: Dimension;
  readonly rows: readonly NamedRow[];
}

export interface NamedFigure extends NamedMeasures {
  readonly id: string;
  readonly name: string;
  readonly formula: string;
  readonly unit: Unit;
  readonly calendar: CalendarKind;
  readonly aggregate: Aggregate;
  readonly better: 'more' | 'less' | null;
  readonly tables: readonly NamedTable[];
}

/** Days as they are written: both ends ISO 8601 in UTC, the end exclusive. */
export interface NamedPeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A figure that was counted otherwise before. */
export interface DefinitionChange {
  readonly id: string;
  readonly name: string;
  /** When a report first left with the formula of now, ISO 8601. */
  readonly until: string;
  /** The formula until then, in words. */
  readonly former: string;
}

export interface NamedReport {
  readonly ledger: Ledger;
  readonly period: NamedPeriod;
  readonly baseline: NamedPeriod;
  readonly asOf: string;
  /** Rows of fewer are put together; 1 where every row is shown. */
  readonly atLeast: number;
  readonly figures: readonly NamedFigure[];
}

/** A report on its way into a file, which says where it does not compare with what left before. */
export interface LeavingReport extends NamedReport {
  readonly changes: readonly DefinitionChange[];
}

/** Names of the members of each dimension; one without a name stands as it is. */
export type MemberNames = (by: Dimension, member: string) => string;

export function nameReport(report: Report, nameOf: MemberNames, atLeast: number, asOf: number): NamedReport {
  const named = (by: Dimension, member: string) => {
    if (member === '') return `No ${DIMENSION_NAMES[by].toLowerCase()}`;
    return member === OTHER && atLeast > 1 ? 'Others, put together' : nameOf(by, member);
  };
  return {
    ledger: report.ledger,
    period: periodOf(report.period),
    baseline: periodOf(report.baseline),
    asOf: new Date(asOf).toISOString(),
    atLeast,
    figures: report.figures.map(({ period, baseline, tables, ...figure }) => ({
      ...figure,
      ...measures(figure.unit, period, baseline),
      tables: tables.map(({ by, rows }) => ({
        by,
        rows: rows.map((row) => ({
          member: row.member,
          name: named(by, row.member),
          ...measures(figure.unit, row.period, row.baseline),
        })),
      })),
    })),
  };
}

function periodOf({ name, from, to }: Period): NamedPeriod {
  return { name, from: new Date(from).toISOString(), to: new Date(to).toISOString() };
}

function measures(unit: Unit, period: Measure, baseline: Measure): NamedMeasures {
  const [value, before] = [rounded(unit, period.value), rounded(unit, baseline.value)];
  const change = value === null || before === null ? null : rounded(unit, value - before);
  return { value, n: period.n, baselineValue: before, baselineN: baseline.n, change };
}

/** Shares to a hundredth of a percent, all else to hundredths. */
function rounded(unit: Unit, value: number | null): number | null {
  const places = unit === 'share' ? 10_000 : 100;
  return value === null ? null : Math.round(value * places) / places;
}
