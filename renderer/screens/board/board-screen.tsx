// The board: one column per status, optionally in lanes by team or time. The chosen case opens next to it.
import { useEffect } from 'react';
import { STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { Splitter } from '../../components/splitter.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { CasePane } from '../case/case-pane.tsx';
import { ViewBar } from '../queue/list-bar.tsx';
import { useSuggestions } from '../queue/use-suggestions.ts';
import { BoardColumn } from './board-column.tsx';
import './board.css';
import '../queue/queue.css';

export function BoardScreen() {
  const { list, isSplit } = useDeskUi();
  const chosen = list.selected?.id;
  const suggestions = useSuggestions(list.board.lanes.flatMap(({ columns }) => columns.flatMap(({ cases }) => cases)));
  useEffect(() => {
    if (chosen !== undefined)
      document.getElementById(`card-${chosen}`)?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [chosen]);
  return (
    <main className={isSplit ? 'room board-room split' : 'room wide board-room'}>
      <section className="board-frame">
        <h1 className="visually-hidden">Board</h1>
        <ViewBar />
        <div
          className="board"
          id="cases"
          data-chosen={chosen}
          tabIndex={0}
          role="region"
          aria-busy={list.isBehind}
          aria-label="Cases by status"
        >
          {list.board.lanes.map((lane) => (
            <section key={lane.key} className="lane" aria-label={lane.name === '' ? 'All cases' : lane.name}>
              {lane.name !== '' && (
                <h2>
                  {lane.name}{' '}
                  <span>{lane.columns.reduce((sum, { total }) => sum + total, 0).toLocaleString('en-US')}</span>
                </h2>
              )}
              <div className="columns">
                {lane.columns.map((column) => (
                  <BoardColumn
                    key={column.status}
                    column={column}
                    name={STATUS_NAMES[column.status]}
                    lane={lane.name}
                    suggestions={suggestions}
                  />
                ))}
              </div>
            </section>
          ))}
        </div>
      </section>
      {isSplit && <Splitter />}
      {isSplit && <CasePane />}
    </main>
  );
}
