// One figure: its number, its formula as text, its parts, and the cases behind it, to act on.
import { useState } from 'react';
import type { Only, ReportFigureRow, ReportView } from '../../../electron/contract/report-calls.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { DIMENSION_NAMES, LEDGER_NAMES } from '../../../electron/core/domain/report.ts';
import { CALENDAR_WORDS, changeInWords, valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { CasesBehind } from './cases-behind.tsx';
import { HourMap } from './hour-map.tsx';
import { type Part, SplitBars } from './split-bars.tsx';

export function FigurePane({ report, figure, only }: { report: ReportView; figure: ReportFigureRow; only: Only }) {
  const [part, choose] = useState<Part | null>(null);
  const { name, unit, value, n, baselineValue, change, formula, calendar, tables } = figure;
  return (
    <aside className="case figure" id="case" tabIndex={-1} aria-label={name}>
      <header>
        <h2>{name}</h2>
        <p className="meta">
          <span>{LEDGER_NAMES[report.ledger]}</span>
          <span>{periodInWords(report.period.name)}</span>
          <span>{CALENDAR_WORDS[calendar]}</span>
        </p>
      </header>
      <div className="case-view">
        <section className="card numbers" aria-label="The number">
          <p className="value">{valueInWords(unit, value)}</p>
          <dl>
            {figure.aggregate !== 'count' && (
              <>
                <dt>made of</dt>
                <dd>{n.toLocaleString('en-US')}</dd>
              </>
            )}
            <dt>{periodInWords(report.baseline.name)}</dt>
            <dd>{valueInWords(unit, baselineValue)}</dd>
            <dt>change</dt>
            <dd>{changeInWords(unit, change)}</dd>
          </dl>
          <p className="formula">{formula}</p>
        </section>
        {tables
          // Days are charted in the overview.
          .filter(({ by, rows }) => by !== 'day' && rows.some((row) => row.n > 0 || row.baselineN > 0))
          .map(({ by, rows }) =>
            by === 'hour' ? (
              <HourMap key={by} rows={rows} />
            ) : (
              <SplitBars
                key={by}
                {...{ by, rows, unit, part, choose }}
                isCount={figure.aggregate === 'count'}
                title={`By ${DIMENSION_NAMES[by].toLowerCase()}`}
                periods={[periodInWords(report.period.name), periodInWords(report.baseline.name)]}
              />
            ),
          )}
        <CasesBehind report={report} figure={figure} only={only} part={part} all={() => choose(null)} />
      </div>
    </aside>
  );
}
