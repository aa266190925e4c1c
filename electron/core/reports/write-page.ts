// Reports as one page: charts first, then all figures. It has no scripts and loads nothing, so that it prints to PDF,
// opens from disk and can be published as is. It follows the reader's color scheme and contrast.
import { periodInWords } from '../domain/period-words.ts';
import { LEDGER_NAMES } from '../domain/report.ts';
import type { LeavingReport } from './named-report.ts';
import { type Picture, picturesOf } from './pictures.ts';
import { readOut } from './read-out.ts';
import { escaped, htmlPage, reportBody } from './write-html.ts';

/** The content of a page: reports and their charts. All of it is checked for PII before it is written. */
export interface PageWords {
  readonly title: string;
  readonly reports: readonly { readonly report: LeavingReport; readonly pictures: readonly Picture[] }[];
}

const STYLE = `
:root { color-scheme: light dark; --now: #005ea2; --before: #a9aeb1; --all: #e7eef4; }
.pictures { display: grid; grid-template-columns: repeat(auto-fit, minmax(22rem, 1fr)); gap: 1.2rem 2.4rem; margin: 1.2rem 0; }
.pictures section { break-inside: avoid; } .pictures h3 { margin: 0; }
.pictures ul { list-style: none; margin: .5rem 0 0; padding: 0; }
.pictures li { display: grid; grid-template-columns: minmax(0, 12rem) minmax(0, 1fr) 4.6rem; gap: .8rem; align-items: center; font-size: .87rem; line-height: 1.25; margin: .25rem 0; }
.pictures b { text-align: right; white-space: nowrap; font-variant-numeric: tabular-nums; font-weight: 600; }
.pictures svg { display: block; width: 100%; height: 14px; }
.now { fill: var(--now); } .before { fill: var(--before); } .all { fill: var(--all); }
.key { font-size: .8rem; } .key svg { display: inline-block; width: 12px; height: 8px; margin: 0 .35rem 0 .9rem; }
.ledger + .ledger { border-top: 2px solid var(--rule-strong); margin-top: 2.5rem; }
@media screen and (prefers-color-scheme: dark) {
  :root { --text: #f0f0f0; --quiet: #c6cace; --page: #171717; --rule: #444c57; --rule-strong: #a9aeb1; --now: #73b3e7; --before: #71767a; --all: #2c3844; }
}
@media (prefers-contrast: more) {
  :root { --quiet: var(--text); --rule: var(--text); --rule-strong: var(--text); --before: var(--text); }
  .all { fill: none; stroke: var(--text); }
}
@media print { .pictures { display: block; columns: 2; column-gap: 1.8rem; margin: .6rem 0; } .pictures section { margin-bottom: 1rem; } .pictures li { grid-template-columns: 8.5rem 1fr 3.2rem; gap: .5rem; font-size: 8.5pt; margin: .15rem 0; } .now, .before, .all { print-color-adjust: exact; } .ledger + .ledger { break-before: page; border: 0; margin: 0; } }
`.trim();

/** The text of a page about one ledger, or about both, labeled by ledger. */
export function pageWords(reports: readonly LeavingReport[]): PageWords {
  const [first] = reports;
  const title =
    reports.length === 1 && first !== undefined
      ? readOut(first).title
      : `Tier 3 support, ${periodInWords(first?.period.name ?? '')}`;
  return { title, reports: reports.map((report) => ({ report, pictures: picturesOf(report) })) };
}

export function writePage({ title, reports }: PageWords): string {
  const sections = reports.map(({ report, pictures }) => {
    const shown = `<h2>At a glance</h2>\n<p class="key">${key(report)}</p>\n<div class="pictures">\n${pictures.map(picture).join('\n')}\n</div>`;
    const label = escaped(LEDGER_NAMES[report.ledger]);
    return `<section class="ledger" aria-label="${label}">\n${reportBody(report, pictures.length === 0 ? '' : shown)}\n</section>`;
  });
  return htmlPage({ title, style: STYLE, body: `<main>\n${sections.join('\n')}\n</main>` });
}

function key({ period, baseline }: LeavingReport): string {
  const sign = (name: string) =>
    `<svg viewBox="0 0 12 8" aria-hidden="true"><rect class="${name}" width="12" height="8"/></svg>`;
  return `${sign('now')}${escaped(periodInWords(period.name))}${sign('before')}${escaped(periodInWords(baseline.name))}`;
}

function picture({ title, says, bars }: Picture): string {
  const rows = bars.map(
    (bar) => `<li><span>${escaped(bar.name)}</span>${drawn(bar.now, bar.before)}<b>${escaped(bar.says)}</b></li>`,
  );
  return `<section>\n<h3>${escaped(title)}</h3>\n<small>${escaped(says)}</small>\n<ul>\n${rows.join('\n')}\n</ul>\n</section>`;
}

/** Decorative: the number next to it says the same. */
function drawn(now: number, before: number): string {
  const bar = (name: string, y: number, height: number, share: number) =>
    `<rect class="${name}" y="${y}" width="${Math.round(share * 1000) / 10}" height="${height}"/>`;
  return `<svg viewBox="0 0 100 14" preserveAspectRatio="none" aria-hidden="true">${bar('all', 1, 8, 1)}${bar('now', 1, 8, now)}${bar('before', 10, 3, before)}</svg>`;
}
