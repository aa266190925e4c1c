// A report as Markdown for GitHub: first the figures, then their parts, then every formula.
import { DIMENSION_NAMES } from '../domain/report.ts';
import { CALENDAR_WORDS } from '../domain/report-numbers.ts';
import type { LeavingReport } from './named-report.ts';
import { cellsOf, headsOf, isCount, readOut } from './read-out.ts';

export function writeMarkdown(report: LeavingReport): string {
  const { title, intro, changes, groups, parts } = readOut(report);
  return [
    `# ${title}`,
    intro,
    ...changes.map(cell),
    ...groups.flatMap(({ name, figures }) => {
      const hasOf = !figures.every(isCount);
      const rows = figures.map((one) => [one.name, ...cellsOf(one, one, hasOf)]);
      return [`## ${cell(name)}`, table(headsOf('Figure', hasOf, report), rows)];
    }),
    ...parts.flatMap(({ title: part, figure, table: { by, rows } }) => {
      const hasOf = !isCount(figure);
      const cells = rows.map((row) => [row.name, ...cellsOf(figure, row, hasOf)]);
      return [`## ${cell(part)}`, table(headsOf(DIMENSION_NAMES[by], hasOf, report), cells)];
    }),
    '## How each figure is counted',
    groups
      .flatMap(({ figures }) => figures)
      .map(({ name, formula, calendar }) => `- **${cell(name)}**: ${cell(formula)} (${CALENDAR_WORDS[calendar]})`)
      .join('\n'),
    '',
  ].join('\n\n');
}

function table(heads: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]) => `| ${cells.map(cell).join(' | ')} |`;
  const rule = heads.map((_, at) => (at === 0 ? '---' : '---:'));
  return [line(heads), `| ${rule.join(' | ')} |`, ...rows.map(line)].join('\n');
}

/** Escapes a name so that it cannot end its cell, begin markup or mention someone. */
function cell(text: string): string {
  return text.replace(/\s+/g, ' ').replace(/[\\|`*_<>[\]#@]/g, (sign) => `\\${sign}`);
}
