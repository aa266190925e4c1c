// A column of the board. A card dropped on it is decided accordingly; the same keys do it without a pointer.
import { memo, useRef, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import type { CaseRow, Team } from '../../../electron/contract/schemas.ts';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import { type DeskUi, useDeskUi } from '../../desk-ui.ts';

type Column = Output<'cases.board'>['lanes'][number]['columns'][number];

interface BoardColumnProps {
  readonly column: Column;
  readonly name: string;
  readonly lane: string;
  /** Case → label of its suggested team. */
  readonly suggestions: ReadonlyMap<CaseId, string | null>;
}

export function BoardColumn({ column, name, lane, suggestions }: BoardColumnProps) {
  const Heading = lane === '' ? 'h2' : 'h3';
  const ui = useDeskUi();
  const current = useRef(ui);
  current.current = ui;
  const [isOver, setOver] = useState(false);
  const { status, total, cases } = column;
  return (
    <section
      className={isOver ? 'column over' : 'column'}
      aria-label={lane === '' ? `${name}, ${total}` : `${name}, ${total}, ${lane}`}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        const row = dragged;
        if (row !== null && row.status !== status) decideByColumn(current.current, row, status);
      }}
    >
      <Heading>
        {name} <span>{total.toLocaleString('en-US')}</span>
      </Heading>
      <ul>
        {cases.map((row) => (
          <BoardCard
            key={row.id}
            row={row}
            isChosen={row.id === ui.list.selected?.id}
            isMarked={ui.list.marked.has(row.id)}
            teams={ui.teams}
            suggested={row.status === 'undecided' ? (suggestions.get(row.id) ?? null) : null}
            ui={current}
          />
        ))}
      </ul>
      {total > cases.length && (
        <p className="more">and {(total - cases.length).toLocaleString('en-US')} more in the queue</p>
      )}
    </section>
  );
}

/** One card is dragged at a time, within this window. */
let dragged: CaseRow | null = null;

function decideByColumn(ui: DeskUi, row: CaseRow, status: CaseRow['status']): void {
  ui.list.select(row);
  if (status === 'escalated' && row.team === null) ui.ask({ kind: 'team', action: 'escalate' });
  else if (status === 'escalated') ui.act('escalate', row.team ?? undefined, row);
  else if (status === 'reassigned') ui.act('reassign', undefined, row);
  else if (status === 'responded') ui.act('respond', undefined, row);
  else if (status === 'out-of-scope') ui.act('out-of-scope', undefined, row);
  else if (status === 'ticketed') ui.queueTicket(row);
  else ui.takeBack(row);
}

const BoardCard = memo(function BoardCard({
  row,
  isChosen,
  isMarked,
  teams,
  suggested,
  ui,
}: {
  row: CaseRow;
  isChosen: boolean;
  isMarked: boolean;
  teams: readonly Team[];
  suggested: string | null;
  ui: React.RefObject<DeskUi>;
}) {
  return (
    <li>
      <button
        type="button"
        id={`card-${row.id}`}
        className={isMarked ? 'board-card marked' : 'board-card'}
        aria-pressed={isChosen}
        draggable
        onDragStart={() => {
          dragged = row;
        }}
        onDragEnd={() => {
          dragged = null;
        }}
        onClick={(event) => {
          if (event.ctrlKey || event.metaKey) ui.current.list.toggleMark(row);
          else ui.current.list.select(row);
        }}
        onContextMenu={(event) => {
          event.preventDefault();
          ui.current.list.select(row);
          ui.current.ask({ kind: 'menu', x: event.clientX, y: event.clientY });
        }}
      >
        <span className="words">{row.title}</span>
        <span className="below">
          <TimeLeft countdown={row.countdown} />
          <TeamChip label={row.team} teams={teams} suggested={suggested} />
        </span>
      </button>
    </li>
  );
});
