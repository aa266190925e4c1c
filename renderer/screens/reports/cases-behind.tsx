// The cases behind a number. Each opens in the queue; all of them can be marked there, to act on together.

import { useState } from 'react';
import type { Only, ReportFigureRow, ReportView } from '../../../electron/contract/report-calls.ts';
import { STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { useCall } from '../../bridge/queries.ts';
import { plural, shortReference, shortTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import type { Part } from './split-bars.tsx';

const AT_ONCE = 40;

export function CasesBehind({
  report,
  figure,
  only,
  part,
  all,
}: {
  report: ReportView;
  figure: ReportFigureRow;
  only: Only;
  part: Part | null;
  all: () => void;
}) {
  const ui = useDeskUi();
  const isShare = figure.aggregate === 'share';
  // Whatever misses a target needs action.
  const [side, show] = useState<'counted' | 'others'>(isShare ? 'others' : 'counted');
  const [most, setMost] = useState(AT_ONCE);
  const { data: opened } = useCall('reports.cases', {
    ledger: report.ledger,
    period: report.period.name,
    figure: figure.id,
    only,
    ...(part !== null && { by: part.by, member: part.member }),
  });
  if (opened === undefined) return null;
  const cases = opened[side];
  return (
    <section className="card cases-behind" aria-label="Cases behind it">
      <header>
        <h3>{part === null ? 'Cases behind it' : `Cases behind it: ${part.name}`}</h3>
        {part !== null && (
          <button type="button" className="link" onClick={all}>
            All parts
          </button>
        )}
      </header>
      <div className="row-actions">
        {isShare &&
          (['others', 'counted'] as const).map((one) => (
            <button key={one} type="button" className="chip" aria-pressed={one === side} onClick={() => show(one)}>
              {one === 'counted' ? `Count: ${opened.countedN}` : `Do not count: ${opened.othersN}`}
            </button>
          ))}
        {cases.length > 0 && (
          <button type="button" className="button" onClick={() => ui.openCases(cases.map(({ id }) => id))}>
            Mark {cases.length === 1 ? 'it' : `all ${cases.length}`} in the queue
          </button>
        )}
      </div>
      {cases.length === 0 && <p className="hint">None in this period.</p>}
      <ul>
        {cases.slice(0, most).map(({ id, reference, title, status, team, receivedAt }) => (
          <li key={id}>
            <button type="button" className="case-line" onClick={() => ui.openCase(id)}>
              <span className="ref">{shortReference(reference)}</span>
              <span className="words">{title}</span>
              <span className="meta">
                {shortTime(receivedAt)} · {STATUS_NAMES[status]}
                {team === null ? '' : ` · ${ui.teams.find(({ label }) => label === team)?.name ?? team}`}
              </span>
            </button>
          </li>
        ))}
      </ul>
      {cases.length > most && (
        <button type="button" className="link" onClick={() => setMost(most + AT_ONCE)}>
          {plural(cases.length - most, 'more case')}
        </button>
      )}
    </section>
  );
}
