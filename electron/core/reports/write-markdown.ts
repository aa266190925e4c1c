// A report as Markdown for GitHub: the figures first, then what each is split into, then every formula.
import { DIMENSION_NAMES, LEDGER_NAMES } from '../domain/report.ts';
import { CALENDAR_WORDS, changeInWords, valueInWords } from '../domain/report-numbers.ts';
import type { NamedFigure, NamedMeasures, NamedReport } from './named-report.ts';

export function writeMarkdown(report: NamedReport): string {
  const { ledger, period, baseline, figures, asOf, atLeast } = report;
  const small = atLeast > 1 ? ` Rows of fewer than ${atLeast} are put together.` : '';
  return [
    `# ${LEDGER_NAMES[ledger]}, ${period.name}`,
    `Compared with ${baseline.name}. Read at ${asOf}.${small}`,
    table(
      ['Figure', period.name, 'Of', baseline.name, 'Change'],
      figures.map((one) => [one.name, ...numbers(one.unit, one)]),
    ),
    ...figures.flatMap((figure) => splits(figure, report)),
    '## How each figure is counted',
    figures
      .map(({ name, formula, calendar }) => `- **${cell(name)}**: ${cell(formula)} (${CALENDAR_WORDS[calendar]})`)
      .join('\n'),
    '',
  ].join('\n\n');
}

function splits({ name, unit, tables }: NamedFigure, { period, baseline }: NamedReport): string[] {
  return tables
    .filter(({ rows }) => rows.length > 0)
    .flatMap(({ by, rows }) => [
      `## ${cell(name)}, by ${DIMENSION_NAMES[by].toLowerCase()}`,
      table(
        [DIMENSION_NAMES[by], period.name, 'Of', baseline.name, 'Change'],
        rows.map((row) => [row.name, ...numbers(unit, row)]),
      ),
    ]);
}

function numbers(unit: NamedFigure['unit'], of: NamedMeasures): string[] {
  return [
    valueInWords(unit, of.value),
    String(of.n),
    valueInWords(unit, of.baselineValue),
    changeInWords(unit, of.change),
  ];
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(heads), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** A name cannot end its cell, begin markup or call somebody. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|`*_<>[\]#@]/g, (sign) => `\\${sign}`);
}
