// The list itself: virtual, one stop for the keyboard, the chosen row announced.
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useMemo, useRef } from 'react';
import type { CaseRow } from '../../../electron/contract/shapes.ts';
import { SOURCE_NAMES, STATUS_NAMES } from '../../../electron/core/words/case.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { TeamChip } from '../../parts/team-chip.tsx';
import { TimeLeft } from '../../parts/time-left.tsx';
import { shortReference } from '../../parts/words.ts';
import { groupRows } from './groups.ts';

const ROW = 36;
const HEAD = 34;
type Line = { readonly head: string; readonly count: number } | { readonly row: CaseRow };

export function QueueList() {
  const ui = useDeskUi();
  const frame = useRef<HTMLDivElement>(null);
  const lines = useMemo<Line[]>(
    () =>
      groupRows(ui.cases, Date.now()).flatMap((group) => [
        { head: group.name, count: group.rows.length },
        ...group.rows.map((row) => ({ row })),
      ]),
    [ui.cases],
  );
  const virtual = useVirtualizer({
    count: lines.length,
    getScrollElement: () => frame.current,
    estimateSize: (index) => (lines[index] !== undefined && 'head' in lines[index] ? HEAD : ROW),
    overscan: 12,
  });
  const at = lines.findIndex((line) => 'row' in line && line.row.id === ui.selected?.id);
  useEffect(() => {
    if (at >= 0) virtual.scrollToIndex(at === 1 ? 0 : at, { align: 'auto' });
  }, [at, virtual]);

  if (lines.length === 0) {
    return (
      <div className="empty">
        <h2>{ui.search === '' ? 'Nothing undecided' : 'No case says that'}</h2>
        <p>
          {ui.search === ''
            ? 'Every case has been decided. New ones come in by import.'
            : 'Search looks at scrubbed words and record numbers, by the beginnings of words.'}
        </p>
      </div>
    );
  }
  return (
    <div
      id="cases"
      ref={frame}
      className="rows"
      role="listbox"
      tabIndex={0}
      aria-label="Cases, least time left first"
      aria-activedescendant={at >= 0 ? `case-${ui.selected?.id}` : undefined}
    >
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start, size }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const style = { transform: `translateY(${start}px)`, height: size };
          if ('head' in line) {
            return (
              <div key={line.head} className="group" style={style} role="presentation">
                {line.head} <span>{line.count}</span>
              </div>
            );
          }
          return <QueueRow key={line.row.id} row={line.row} style={style} position={index} total={lines.length} />;
        })}
      </div>
    </div>
  );
}

function QueueRow({
  row,
  style,
  position,
  total,
}: {
  row: CaseRow;
  style: { transform: string; height: number };
  position: number;
  total: number;
}) {
  const ui = useDeskUi();
  return (
    <div
      id={`case-${row.id}`}
      className="row"
      role="option"
      aria-selected={row.id === ui.selected?.id}
      aria-posinset={position + 1}
      aria-setsize={total}
      style={style}
      onClick={() => ui.select(row.id)}
    >
      <TimeLeft countdown={row.countdown} />
      <span className="text">
        <span className="words">{row.title}</span>
        <span className="ref" title={`${SOURCE_NAMES[row.source]} ${row.reference}`}>
          {shortReference(row.reference)}
        </span>
      </span>
      {row.status !== 'undecided' && <span className="status">{STATUS_NAMES[row.status]}</span>}
      <TeamChip label={row.team} teams={ui.teams} />
    </div>
  );
}
