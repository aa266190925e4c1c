// A report as one HTML page that can be pasted into Confluence. Its storage format is XHTML, so the page is well-formed
// and its body only has elements of that format.
import { DIMENSION_NAMES } from '../domain/report.ts';
import { CALENDAR_WORDS } from '../domain/report-numbers.ts';
import type { LeavingReport, NamedFigure } from './named-report.ts';
import { cellsOf, headsOf, isCount, readOut } from './read-out.ts';

const STYLE = `
:root { --text: #1b1b1b; --quiet: #454545; --page: #fff; --rule: #dfe1e2; --rule-strong: #565c65; }
body { font: 15px/1.45 "Source Sans 3", "Source Sans Pro", arial, sans-serif; color: var(--text); background: var(--page); max-width: 60rem; margin: 2rem auto; padding: 0 1rem; }
h1 { font-size: 1.6rem; line-height: 1.2; margin: 0 0 .35rem; } h2 { font-size: 1.15rem; margin: 1.8rem 0 .4rem; } h3 { font-size: 1rem; margin: 1.3rem 0 .25rem; }
h1 + p { color: var(--quiet); margin: 0; }
table { border-collapse: collapse; table-layout: fixed; width: 100%; }
th, td { padding: .3rem 0 .3rem .8rem; border-bottom: 1px solid var(--rule); text-align: right; font-variant-numeric: tabular-nums; vertical-align: top; overflow-wrap: break-word; }
th:first-child, td:first-child { text-align: left; padding-left: 0; }
thead th { border-bottom: 2px solid var(--rule-strong); vertical-align: bottom; line-height: 1.2; }
th { overflow-wrap: normal; } th:not(:first-child) { width: 6.6rem; } th.of { width: 2.8rem; }
small { display: block; color: var(--quiet); font-size: .8rem; line-height: 1.35; }
@media print {
  body { font-size: 9pt; margin: 0; padding: 0; max-width: none; } th:not(:first-child, .of) { width: 5.2rem; }
  h2, h3 { break-after: avoid; } tr, table.short { break-inside: avoid; }
}
`.trim();

/** Tables up to this many rows are kept on one page. */
const SHORT = 16;

export function writeHtml(report: LeavingReport): string {
  return htmlPage({ title: readOut(report).title, style: '', body: reportBody(report, '') });
}

export function htmlPage({ title, style, body }: Readonly<Record<'title' | 'style' | 'body', string>>): string {
  return `<!DOCTYPE html>
<html lang="en">
<head>
<meta charset="utf-8"/>
<meta name="viewport" content="width=device-width"/>
<title>${escaped(title)}</title>
<style>${STYLE}
${style}
${footer(title)}</style>
</head>
<body>
${body}
</body>
</html>
`;
}

/** `pictures` go between the description of the report and its figures. */
export function reportBody(report: LeavingReport, pictures: string): string {
  const { title, intro, changes, groups, parts } = readOut(report);
  return `<h1>${escaped(title)}</h1>
<p>${escaped(intro)}</p>
${changes.map((change) => `<p>${escaped(change)}</p>`).join('\n')}
${pictures}
${groups.map(({ name, figures }) => `<h2>${escaped(name)}</h2>\n${figureTable(figures, report)}`).join('\n')}
${parts.length === 0 ? '' : '<h2>In parts</h2>'}
${parts.map((part) => `<h3>${escaped(part.title)}</h3>\n${partTable(part, report)}`).join('\n')}`;
}

/** Pages are numbered in print. Quotes are removed from the title, since CSS quotes it. */
function footer(title: string): string {
  const margin = 'font: 8pt arial, sans-serif; color: #454545;';
  return `@page { margin: 14mm 14mm 17mm; @bottom-left { content: "${title.replace(/["\\\n<&]/g, '')}"; ${margin} } @bottom-right { content: counter(page) " of " counter(pages); ${margin} } }`;
}

function figureTable(figures: readonly NamedFigure[], report: LeavingReport): string {
  const hasOf = !figures.every(isCount);
  const rows = figures.map((one) => row(explained(one), cellsOf(one, one, hasOf)));
  return table(headsOf('Figure', hasOf, report), rows, false);
}

function explained({ name, formula, calendar }: NamedFigure): string {
  const clock = calendar === 'none' ? '' : ` (${CALENDAR_WORDS[calendar]})`;
  return `${escaped(name)}<br/><small>${escaped(formula)}${clock}</small>`;
}

function partTable(
  { figure, table: { by, rows } }: ReturnType<typeof readOut>['parts'][number],
  report: LeavingReport,
) {
  const hasOf = !isCount(figure);
  const cells = rows.map((one) => row(escaped(one.name), cellsOf(figure, one, hasOf)));
  return table(headsOf(DIMENSION_NAMES[by], hasOf, report), cells, rows.length <= SHORT);
}

function row(name: string, numbers: readonly string[]): string {
  return `<tr><td>${name}</td>${numbers.map((number) => `<td>${escaped(number)}</td>`).join('')}</tr>`;
}

function table(heads: readonly string[], rows: readonly string[], isShort: boolean): string {
  const head = heads.map((one) => `<th scope="col"${one === 'Of' ? ' class="of"' : ''}>${escaped(one)}</th>`).join('');
  return `<table${isShort ? ' class="short"' : ''}><thead><tr>${head}</tr></thead><tbody>\n${rows.join('\n')}\n</tbody></table>`;
}

const SIGNS: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

export function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => SIGNS[sign] ?? sign);
}
