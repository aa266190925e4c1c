// The content of a report in the formats people read: the same text and tables in HTML and Markdown.
import { instantInWords, periodInWords } from '../domain/period-words.ts';
import { DIMENSION_NAMES, LEDGER_NAMES, type Unit } from '../domain/report.ts';
import { type FigureGroup, grouped } from '../domain/report-groups.ts';
import { changeInWords, valueInWords } from '../domain/report-numbers.ts';
import type { LeavingReport, NamedFigure, NamedMeasures, NamedTable } from './named-report.ts';
import { OTHER } from './small-numbers.ts';

export interface ReadOut {
  readonly title: string;
  readonly intro: string;
  /** What is not comparable to earlier reports, one sentence each. */
  readonly changes: readonly string[];
  readonly groups: readonly FigureGroup<NamedFigure>[];
  readonly parts: readonly { readonly title: string; readonly figure: NamedFigure; readonly table: NamedTable }[];
}

export function readOut(report: LeavingReport): ReadOut {
  const { ledger, period, baseline, figures, asOf, atLeast } = report;
  const soFar = period.to > asOf ? ' so far' : '';
  const small = atLeast > 1 ? ` Rows of fewer than ${atLeast} are put together.` : '';
  return {
    title: `${LEDGER_NAMES[ledger]}, ${periodInWords(period.name)}${soFar}`,
    intro: `Compared with ${periodInWords(baseline.name)}. Read on ${instantInWords(asOf)}.${small}`,
    changes: report.changes.map(
      ({ name, until, former }) => `“${name}” was counted otherwise until ${instantInWords(until)}: ${former}`,
    ),
    groups: grouped(ledger, figures),
    parts: figures.flatMap((figure) =>
      figure.tables.filter(saysMore).map((table) => ({
        title: `${figure.name}, by ${DIMENSION_NAMES[table.by].toLowerCase()}`,
        ...{ figure, table },
      })),
    ),
  };
}

/** Whether all parts together are the whole figure again. */
function saysMore({ rows }: NamedTable): boolean {
  return rows.some(({ member }) => member !== OTHER);
}

/** A count is its own sample size, so only other figures have the column "Of". */
export function headsOf(first: string, hasOf: boolean, { period, baseline }: LeavingReport): string[] {
  return [first, periodInWords(period.name), ...(hasOf ? ['Of'] : []), periodInWords(baseline.name), 'Change'];
}

/** In the order of the headings. */
export function cellsOf(figure: Pick<NamedFigure, 'unit' | 'aggregate'>, of: NamedMeasures, hasOf: boolean): string[] {
  const { unit }: { unit: Unit } = figure;
  return [
    valueInWords(unit, of.value),
    ...(hasOf ? [isCount(figure) ? '' : of.n.toLocaleString('en-US')] : []),
    valueInWords(unit, of.baselineValue),
    changeInWords(unit, of.change),
  ];
}

export function isCount({ aggregate }: Pick<NamedFigure, 'aggregate'>): boolean {
  return aggregate === 'count';
}
