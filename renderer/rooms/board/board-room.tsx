// The board: what stands where, a column a status. The chosen case opens beside it.
import { useEffect, useMemo } from 'react';
import type { CaseRow } from '../../../electron/contract/shapes.ts';
import { STATUS_NAMES } from '../../../electron/core/words/case.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { TeamChip } from '../../parts/team-chip.tsx';
import { TimeLeft } from '../../parts/time-left.tsx';
import { CasePane } from '../case/case-pane.tsx';
import { boardColumns } from './columns.ts';
import './board.css';

/** A column shows this many; the rest is counted. The queue has them all. */
const MOST = 60;

export function BoardRoom() {
  const ui = useDeskUi();
  const columns = useMemo(() => boardColumns(ui.cases), [ui.cases]);
  const chosen = ui.selected?.id;
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`card-${chosen}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <main className="room board-room">
      <section className="board-frame">
        <div className="bar">
          <h1>Board</h1>
        </div>
        <div className="board" id="cases" tabIndex={0} role="region" aria-label="Cases by status">
          {columns.map(({ status, rows }) => (
            <section key={status} className="column" aria-label={`${STATUS_NAMES[status]}, ${rows.length}`}>
              <h2>
                {STATUS_NAMES[status]} <span>{rows.length}</span>
              </h2>
              <ul>
                {rows.slice(0, MOST).map((row) => (
                  <BoardCard key={row.id} row={row} />
                ))}
              </ul>
              {rows.length > MOST && <p className="more">and {rows.length - MOST} more in the queue</p>}
            </section>
          ))}
        </div>
      </section>
      <CasePane />
    </main>
  );
}

function BoardCard({ row }: { row: CaseRow }) {
  const ui = useDeskUi();
  return (
    <li>
      <button
        type="button"
        id={`card-${row.id}`}
        className="board-card"
        aria-pressed={row.id === ui.selected?.id}
        onClick={() => ui.select(row.id)}
      >
        <span className="words">{row.title}</span>
        <span className="below">
          <TimeLeft countdown={row.countdown} />
          <TeamChip label={row.team} teams={ui.teams} />
        </span>
      </button>
    </li>
  );
}
