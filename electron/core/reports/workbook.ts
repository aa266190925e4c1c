// A report as a workbook: figures, their parts, and their formulas, next to the previous period. What support resolved
// and what it transferred are separate figures.
import { LEDGER_HEAD } from '../compose/report-words.ts';
import { DIMENSION_NAMES, type Unit } from '../domain/report.ts';
import { CALENDAR_WORDS } from '../domain/report-numbers.ts';
import type { WorkbookCell, WorkbookSheet } from '../domain/workbook.ts';
import type { LeavingReport, NamedMeasures } from './named-report.ts';

const FORMATS: Readonly<Record<Unit, string>> = {
  cases: '#,##0.##',
  tickets: '#,##0',
  trends: '#,##0',
  share: '0.0%',
  hours: '#,##0.0',
  minutes: '#,##0',
};

const text = (value: string): WorkbookCell => ({ value });

export function workbookOf(report: LeavingReport): WorkbookSheet[] {
  const { period, baseline, figures, ledger, changes } = report;
  const formerOf = (id: string) => changes.find((change) => change.id === id)?.former ?? null;
  const numbers = [period.name, 'Made of', baseline.name, `Made of, ${baseline.name}`, 'Change', 'Unit'];
  return [
    {
      name: 'Figures',
      rows: [
        ['Figure', ...numbers, LEDGER_HEAD].map(text),
        ...figures.map((one) => [text(one.name), ...cells(one.unit, one), text(one.unit), text(ledger)]),
      ],
    },
    {
      name: 'Parts',
      rows: [
        ['Figure', 'Split by', 'Part', ...numbers].map(text),
        ...figures.flatMap(({ name, unit, tables }) =>
          tables.flatMap(({ by, rows }) =>
            rows.map((row) => [text(name), text(DIMENSION_NAMES[by]), text(row.name), ...cells(unit, row), text(unit)]),
          ),
        ),
      ],
    },
    {
      name: 'How it is counted',
      rows: [
        ['Figure', 'Formula', 'Time', 'Formula before it changed'].map(text),
        ...figures.map(({ id, name, formula, calendar }) => [
          ...[name, formula, CALENDAR_WORDS[calendar]].map(text),
          { value: formerOf(id) },
        ]),
      ],
    },
  ];
}

function cells(unit: Unit, of: NamedMeasures): WorkbookCell[] {
  const format = FORMATS[unit];
  return [
    { value: of.value, format },
    { value: of.n, format: '#,##0' },
    { value: of.baselineValue, format },
    { value: of.baselineN, format: '#,##0' },
    { value: of.change, format },
  ];
}
