// A report as one HTML page without scripts: it prints, and its tables paste into Confluence.
import { DIMENSION_NAMES, LEDGER_NAMES } from '../domain/report.ts';
import { CALENDAR_WORDS, changeInWords, valueInWords } from '../domain/report-numbers.ts';
import type { NamedFigure, NamedMeasures, NamedReport } from './named-report.ts';

const STYLE = `
body { font: 15px/1.5 "Source Sans 3", "Source Sans Pro", Arial, sans-serif; color: #1b1b1b; background: #fff; max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.5rem; margin: 0 0 .25rem; } h2 { font-size: 1.1rem; margin: 2rem 0 .5rem; }
p.read { color: #454545; margin: 0 0 1.5rem; }
table { border-collapse: collapse; width: 100%; break-inside: avoid; }
th, td { padding: .35rem .6rem; border-bottom: 1px solid #dfe1e2; text-align: right; font-variant-numeric: tabular-nums; vertical-align: top; }
th:first-child, td:first-child { text-align: left; }
thead th { border-bottom: 2px solid #565c65; }
td small { display: block; color: #454545; font-size: .8rem; text-align: left; }
@page { margin: 15mm; } @media print { body { margin: 0; max-width: none; } h2 { break-after: avoid; } }
`.trim();

export function writeHtml(report: NamedReport): string {
  const { ledger, period, baseline, figures, asOf, atLeast } = report;
  const title = `${LEDGER_NAMES[ledger]}, ${period.name}`;
  const small = atLeast > 1 ? ` Rows of fewer than ${atLeast} are put together.` : '';
  return `<!doctype html>
<html lang="en">
<head>
<meta charset="utf-8">
<title>${escaped(title)}</title>
<style>${STYLE}</style>
</head>
<body>
<h1>${escaped(title)}</h1>
<p class="read">Compared with ${escaped(baseline.name)}. Read at ${escaped(asOf)}.${small}</p>
${table(
  ['Figure', period.name, 'Of', baseline.name, 'Change'],
  figures.map((one) => row(one.unit, explained(one), one)),
)}
${figures.flatMap((figure) => splits(figure, report)).join('\n')}
</body>
</html>
`;
}

function explained({ name, formula, calendar }: NamedFigure): string {
  return `${escaped(name)}<small>${escaped(formula)} (${CALENDAR_WORDS[calendar]})</small>`;
}

function splits({ name, unit, tables }: NamedFigure, { period, baseline }: NamedReport): string[] {
  return tables
    .filter(({ rows }) => rows.length > 0)
    .map(({ by, rows }) => {
      const heads = [DIMENSION_NAMES[by], period.name, 'Of', baseline.name, 'Change'];
      const body = table(
        heads,
        rows.map((one) => row(unit, escaped(one.name), one)),
      );
      return `<h2>${escaped(name)}, by ${DIMENSION_NAMES[by].toLowerCase()}</h2>\n${body}`;
    });
}

function row(unit: NamedFigure['unit'], name: string, of: NamedMeasures): string {
  const numbers = [
    valueInWords(unit, of.value),
    String(of.n),
    valueInWords(unit, of.baselineValue),
    changeInWords(unit, of.change),
  ];
  return `<tr><td>${name}</td>${numbers.map((number) => `<td>${escaped(number)}</td>`).join('')}</tr>`;
}

function table(heads: readonly string[], rows: readonly string[]): string {
  const head = heads.map((one) => `<th scope="col">${escaped(one)}</th>`).join('');
  return `<table><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
