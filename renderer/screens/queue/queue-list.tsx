// The list itself: virtual, one tab stop, the chosen row announced.
import { useEffect, useLayoutEffect, useMemo, useRef } from 'react';
import { useWindow } from '../../components/use-window.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { hasStatuses } from '../../state/list-query.ts';
import { linesOf } from './lines.ts';
import { QueueRow, type RowEvents } from './queue-row.tsx';
import { useLooks } from './use-looks.ts';
import { useSuggestions } from './use-suggestions.ts';

const LINE = 36;
/** Suggestions are asked for by so many rows: not anew with every row that scrolls into view. */
const ASKED = 25;
/** When hundreds are missed, the oldest stand out and a count covers the rest. */
const MOST_RED = 20;

export function QueueList() {
  const ui = useDeskUi();
  const { list } = ui;
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo(() => linesOf(list.groups), [list.groups]);
  const { first, end, top, reveal } = useWindow(frame, lines.count, LINE, LINE);
  const chosen = lines.count === 0 ? -1 : lines.lineOf(list.at);
  // The header of the first group scrolls into view with its first case.
  useLayoutEffect(() => {
    if (chosen >= 0) reveal(chosen === 1 ? 0 : chosen);
  }, [chosen, reveal]);
  const [from, to] = [rowNear(lines, first), rowNear(lines, Math.max(first, end - 1))];
  const { show } = list;
  useEffect(() => show(from, to), [show, from, to]);
  const events = useRowEvents();
  const [early, late] = [Math.floor(from / ASKED) * ASKED, Math.ceil((to + 1) / ASKED) * ASKED];
  const suggestions = useSuggestions(Array.from({ length: late - early }, (_, index) => list.rowAt(early + index)));
  const looks = useLooks();
  const head = lines.count === 0 ? null : lines.headOf(Math.min(top, lines.count - 1));

  const chosenId = list.selected?.id;
  // A case that has left the list is still open next to it, but is no longer a line of the list.
  const isDrawn = list.rowAt(list.at)?.id === chosenId && chosen >= first && chosen < end;
  return (
    <div
      id="cases"
      ref={frame}
      className="rows"
      data-hidden={hasStatuses(list.query) ? '' : 'status'}
      role="listbox"
      tabIndex={0}
      aria-multiselectable="true"
      aria-busy={list.isBehind}
      aria-label="Cases, least time left first"
      aria-activedescendant={isDrawn ? `case-${chosenId}` : undefined}
    >
      {lines.count === 0 && list.isLoaded && <Nothing />}
      {head?.kind === 'head' && (
        <div className="group stays" style={{ height: LINE }} aria-hidden="true">
          {head.name} <span data-key={head.key}>{head.count.toLocaleString('en-US')}</span>
        </div>
      )}
      <div style={{ height: lines.count * LINE, position: 'relative' }} role="presentation">
        {Array.from({ length: end - first }, (_, index) => {
          const start = (first + index) * LINE;
          const line = lines.lineAt(first + index);
          if (line.kind === 'head') {
            return (
              <div
                key={`head ${line.key}`}
                className="group"
                style={{ transform: `translateY(${start}px)`, height: LINE }}
                role="presentation"
              >
                {line.name} <span data-key={line.key}>{line.count.toLocaleString('en-US')}</span>
              </div>
            );
          }
          const row = list.rowAt(line.at);
          if (row === undefined) return null;
          return (
            <QueueRow
              key={row.id}
              row={row}
              at={line.at}
              total={list.total}
              top={start}
              height={LINE}
              isChosen={row.id === chosenId}
              isMarked={list.marked.has(row.id)}
              isMarking={list.marked.size > 0}
              search={list.query.search}
              teams={ui.teams}
              suggested={suggestions.get(row.id) ?? null}
              viewers={looks.get(row.id) ?? null}
              isCalm={line.at >= MOST_RED}
              hidden={ui.hiddenColumns}
              events={events}
            />
          );
        })}
      </div>
    </div>
  );
}

function rowNear(lines: ReturnType<typeof linesOf>, index: number): number {
  if (lines.count === 0) return 0;
  const line = lines.lineAt(index);
  if (line.kind === 'row') return line.at;
  const next = lines.lineAt(Math.min(index + 1, lines.count - 1));
  return next.kind === 'row' ? next.at : 0;
}

/** The same functions at every render, so that rows are not rendered again for them. */
function useRowEvents(): RowEvents {
  const ui = useDeskUi();
  const current = useRef(ui);
  current.current = ui;
  return useMemo(
    () => ({
      onClick(row, at, event) {
        const { list } = current.current;
        if (event.shiftKey) list.markTo(at);
        else if (event.ctrlKey || event.metaKey) list.toggleMark(row);
        else list.select(row, at);
      },
      onMark: (row) => current.current.list.toggleMark(row),
      onMenu(row, at, event) {
        event.preventDefault();
        const { list, ask } = current.current;
        if (!list.marked.has(row.id)) list.select(row, at);
        ask({ kind: 'menu', x: event.clientX, y: event.clientY });
      },
    }),
    [],
  );
}

function Nothing() {
  const { list } = useDeskUi();
  const isSearch = list.query.search !== '';
  const isFiltered = Object.keys(list.query.filter).length > 0;
  return (
    <div className="empty" role="option" aria-selected="false" aria-disabled="true">
      <h2>{isSearch ? 'No case says that' : 'Nothing here'}</h2>
      <p>
        {isSearch
          ? `Search covers scrubbed text, record numbers and tags, matching the beginnings of words.${isFiltered ? ' Only filtered cases were searched; the view “All” has every case.' : ''}`
          : 'Every case of this view has been decided, or the filter leaves none. New ones come in by import.'}
      </p>
    </div>
  );
}
