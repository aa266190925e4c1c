// The data set: one number per row, the same columns in the same order forever. Domo matches columns by position as
// well as by name, so new ones may only be added at the end.
import type { NamedFigure, NamedMeasures, NamedReport } from './named-report.ts';

/** Column → its meaning. */
export const TIDY_COLUMNS = {
  period: 'Name of the period: 2026-10, 2026-W44 or 2026-10-05..2026-10-09',
  period_from: 'Its beginning, ISO 8601 in UTC',
  period_to: 'Its end, exclusive, ISO 8601 in UTC',
  baseline: 'Name of the period it is compared with',
  ledger: 'support or product',
  figure: 'Id of the figure; never changes its meaning',
  figure_name: 'The figure in words',
  split_by: 'What the row is a part by; all for the figure itself',
  member: 'Id of the part; all for the figure itself, other for small parts together, empty for none',
  member_name: 'The part in words',
  unit: 'cases, tickets, trends, share (0 to 1), hours or minutes',
  calendar: 'business, wall-clock or none',
  aggregate: 'count, share, median, mean or sum',
  value: 'The number; empty where there is nothing to measure',
  n: 'How many cases, tickets or trends it is made of',
  baseline_value: 'The number in the baseline',
  baseline_n: 'How many it was made of there',
  change: 'value less baseline_value',
} as const;

export function tidyRows(report: NamedReport): (string | number)[][] {
  const { period, baseline, ledger } = report;
  const row = (figure: NamedFigure, [by, member, name]: readonly [string, string, string], of: NamedMeasures) => [
    ...[period.name, period.from, period.to, baseline.name, ledger, figure.id, figure.name, by, member, name],
    ...[figure.unit, figure.calendar, figure.aggregate],
    ...[of.value, of.n, of.baselineValue, of.baselineN, of.change].map((number) => number ?? ''),
  ];
  return report.figures.flatMap((figure) => [
    row(figure, ['all', 'all', 'All'], figure),
    ...figure.tables.flatMap(({ by, rows }) => rows.map((one) => row(figure, [by, one.member, one.name], one))),
  ]);
}
