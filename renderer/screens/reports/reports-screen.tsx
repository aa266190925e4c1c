// Reports: the figures of one report for a period next to another one, and for the chosen figure its formula, its parts
// and the cases behind it.
import { useState } from 'react';
import type { Only, ReportFigureRow } from '../../../electron/contract/report-calls.ts';
import { LEDGERS, type Ledger } from '../../../electron/core/domain/report.ts';
import { grouped } from '../../../electron/core/domain/report-groups.ts';
import { changeInWords, valueInWords } from '../../../electron/core/domain/report-numbers.ts';
import { useCall } from '../../bridge/queries.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { useScreenList } from '../../state/screen-list.ts';
import { ChooseFilter } from './choose-filter.tsx';
import { ChoosePeriod, type Spans, usePeriods } from './choose-period.tsx';
import { useDraft } from './draft-note.tsx';
import { FigurePane } from './figure-pane.tsx';
import { Overview } from './overview.tsx';
import { PublishReports } from './publish-reports.tsx';
import { SaveReport, saveReport } from './save-report.tsx';
import { takeWantedPeriod } from './wanted-period.ts';
import './reports.css';

const SHORT_NAMES: Readonly<Record<Ledger, string>> = { support: 'Support', product: 'Product' };
const OVERVIEW = 'overview';

export function ReportsScreen() {
  const ui = useDeskUi();
  const [ledger, setLedger] = useState<Ledger>('support');
  const [spans, setSpans] = useState<Spans>(() => {
    const period = takeWantedPeriod();
    return period === null ? {} : { period };
  });
  const [only, setOnly] = useState<Only>();
  const [chosenId, choose] = useState(OVERVIEW);
  const { data: report, isPending } = useCall('reports.get', { ledger, ...spans, only });
  const other = ledger === 'support' ? 'product' : 'support';
  const beside = useCall('reports.get', { ledger: other, ...spans, only }).data;
  const chosen = report?.figures.find(({ id }) => id === chosenId);
  const both = report === undefined || beside === undefined ? [] : [...report.figures, ...beside.figures];
  const openFigure = (id: string) => {
    if (!report?.figures.some((one) => one.id === id)) setLedger(other);
    choose(id);
  };
  const periods = usePeriods(spans, report, setSpans);
  const waiting = useDraft(report?.period.name ?? '');
  const publish = () => ui.ask({ kind: 'publish', spans: { ...spans, period: report?.period.name ?? '' } });
  useScreenList({
    move: walk,
    open: () => document.getElementById('case')?.focus(),
    acts: {
      'report-pdf': () => void saveReport({ ledger, ...spans }, 'pdf'),
      'report-ledger': () => setLedger(other),
      ...(report !== undefined && { 'report-publish': publish }),
      ...(waiting !== null && { 'report-aside': waiting.setAside }),
      'period-before': () => periods.step(1),
      'period-after': () => periods.step(-1),
    },
  });
  return (
    <main className="room split" aria-busy={isPending}>
      <section className="list" aria-label="Reports">
        <div className="bar reports-bar">
          <h1>Reports</h1>
          {LEDGERS.map((one) => (
            <button
              key={one}
              type="button"
              className="chip"
              aria-pressed={one === ledger}
              onClick={() => setLedger(one)}
            >
              {SHORT_NAMES[one]}
            </button>
          ))}
          <SaveReport asked={{ ledger, ...spans }} publish={publish} />
        </div>
        <div className="choose-what">
          <ChoosePeriod periods={periods} report={report} spans={spans} choose={setSpans} />
          <ChooseFilter spans={spans} only={only} choose={setOnly} />
        </div>
        <div className="figures" id="cases" role="toolbar" aria-label="Figures" tabIndex={-1}>
          <button
            type="button"
            className="figure-row"
            aria-pressed={chosen === undefined}
            onClick={() => open(chosenId === OVERVIEW, () => choose(OVERVIEW))}
            onFocus={() => choose(OVERVIEW)}
          >
            <span className="words">Overview</span>
          </button>
          {report !== undefined &&
            grouped(ledger, report.figures).map((group) => (
              <section key={group.name} aria-label={group.name}>
                <h2>{group.name}</h2>
                {group.figures.map((figure) => (
                  <FigureRow
                    key={figure.id}
                    figure={figure}
                    isChosen={figure === chosen}
                    choose={() => choose(figure.id)}
                  />
                ))}
              </section>
            ))}
        </div>
      </section>
      <PublishReports />
      <div className="splitter" aria-hidden="true" />
      {report === undefined ? (
        <aside className="case figure" id="case" tabIndex={-1} aria-label="Overview" />
      ) : chosen === undefined ? (
        <Overview report={report} figures={both} only={only} open={openFigure} waiting={waiting} />
      ) : (
        <FigurePane key={`${ledger} ${chosen.id} ${report.period.name}`} report={report} figure={chosen} only={only} />
      )}
    </main>
  );
}

/** Enters what is already chosen. */
function open(isChosen: boolean, choose: () => void): void {
  if (isChosen) document.getElementById('case')?.focus();
  else choose();
}

/** Moves from figure to figure; the focused one is the chosen one. */
function walk(by: number): void {
  const rows = [...document.querySelectorAll<HTMLButtonElement>('.figure-row')];
  const at = rows.findIndex((row) => row.getAttribute('aria-pressed') === 'true');
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
}

/** A percentage is out of a number of cases; an average or a sum comes from a number of cases. */
function madeOf(aggregate: ReportFigureRow['aggregate'], n: number): string {
  if (aggregate === 'count') return '';
  return `${aggregate === 'share' ? 'of' : 'from'} ${n.toLocaleString('en-US')}`;
}

function FigureRow({ figure, isChosen, choose }: { figure: ReportFigureRow; isChosen: boolean; choose: () => void }) {
  const { name, unit, value, change, n, aggregate } = figure;
  return (
    <button
      type="button"
      className="figure-row"
      aria-pressed={isChosen}
      onClick={() => open(isChosen, choose)}
      onFocus={choose}
    >
      <span className="words">{name}</span>
      <span className="change">{changeInWords(unit, change)}</span>
      <b>{valueInWords(unit, value)}</b>
      <span className="of">{madeOf(aggregate, n)}</span>
    </button>
  );
}
