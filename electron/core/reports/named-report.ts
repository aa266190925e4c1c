// A report with display names, as written in every format.
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
  /** Value minus baseline; null if either is null. */
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

/** A span: ISO 8601 in UTC, end exclusive. */
export interface NamedPeriod {
  readonly name: string;
  readonly from: string;
  readonly to: string;
}

/** A figure that had a different formula before. */
export interface DefinitionChange {
  readonly id: string;
  readonly name: string;
  /** When a report with the current formula was first sent, ISO 8601. */
  readonly until: string;
  /** The formula before, in words. */
  readonly former: string;
}

export interface NamedReport {
  readonly ledger: Ledger;
  readonly period: NamedPeriod;
  readonly baseline: NamedPeriod;
  readonly asOf: string;
  /** Rows with fewer cases are combined; 1 shows every row. */
  readonly atLeast: number;
  readonly figures: readonly NamedFigure[];
}

/** A report about to be written to a file, with what is not comparable to earlier reports. */
export interface LeavingReport extends NamedReport {
  readonly changes: readonly DefinitionChange[];
}

/** Display names of the members of each dimension; a member without one is shown as stored. */
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

/** Shares are rounded to 0.01 percent, other values to 0.01. */
function rounded(unit: Unit, value: number | null): number | null {
  const places = unit === 'share' ? 10_000 : 100;
  return value === null ? null : Math.round(value * places) / places;
}
