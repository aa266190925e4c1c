// One row of the list. It is rendered again only when something in it changes.
import { IconCheck, IconEye } from '@tabler/icons-react';
import { memo } from 'react';
import type { CaseRow, Team } from '../../../electron/contract/schemas.ts';
import { type CaseStatus, SOURCE_NAMES, STATUS_NAMES } from '../../../electron/core/domain/case.ts';
import { Highlight } from '../../components/highlight.tsx';
import { TeamChip } from '../../components/team-chip.tsx';
import { TimeLeft } from '../../components/time-left.tsx';
import { plural, shortReference } from '../../components/words.ts';

export interface RowEvents {
  readonly onClick: (row: CaseRow, at: number, event: React.MouseEvent) => void;
  readonly onMark: (row: CaseRow) => void;
  readonly onMenu: (row: CaseRow, at: number, event: React.MouseEvent) => void;
}

export const QueueRow = memo(function QueueRow({
  row,
  at,
  total,
  top,
  height,
  isChosen,
  isMarked,
  isMarking,
  search,
  teams,
  suggested,
  viewers,
  isCalm,
  hidden,
  events,
}: {
  row: CaseRow;
  at: number;
  total: number;
  top: number;
  height: number;
  isChosen: boolean;
  isMarked: boolean;
  /** Some case is marked: acts then apply to the marked cases. */
  isMarking: boolean;
  search: string;
  teams: readonly Team[];
  /** Label of the suggested team while it has none. */
  suggested: string | null;
  /** Who else in the team views it now; null for nobody. */
  viewers: string | null;
  /** It is missed like many others, and stands out no more than they do. */
  isCalm: boolean;
  /** Hidden columns, separated by spaces. */
  hidden: string;
  events: RowEvents;
}) {
  return (
    <div
      id={`case-${row.id}`}
      className={isMarked ? 'row marked' : 'row'}
      data-hidden={hidden}
      data-calm={isCalm}
      role="option"
      aria-selected={isMarking ? isMarked : isChosen}
      data-chosen={isChosen}
      aria-posinset={at + 1}
      aria-setsize={total}
      style={{ transform: `translateY(${top}px)`, height }}
      onClick={(event) => events.onClick(row, at, event)}
      onContextMenu={(event) => events.onMenu(row, at, event)}
    >
      <span
        className="mark"
        aria-hidden="true"
        onClick={(event) => {
          event.stopPropagation();
          events.onMark(row);
        }}
      >
        {isMarked && <IconCheck size={12} stroke={3} />}
      </span>
      <TimeLeft countdown={row.countdown} />
      <span className="text">
        <span className="words" title={row.title}>
          <Highlight text={row.title} search={search} />
          {row.excerpt !== null && (
            <span className="excerpt">
              <Highlight text={row.excerpt} search={search} />
            </span>
          )}
        </span>
        {viewers !== null && (
          <span className="viewers" title={`${viewers}: viewing it now`}>
            <IconEye size={14} aria-hidden />
            <span className="viewer-names">{viewers}</span>
            <span className="visually-hidden">: viewing it now</span>
          </span>
        )}
        {row.questions > 0 && isOpen(row.status) && (
          <span className="asked" title={`${plural(row.questions, 'question')} of the scrubber left`}>
            {row.questions} left
          </span>
        )}
        {row.tags.map((tag) => (
          <span key={tag} className="case-tag">
            {tag}
          </span>
        ))}
      </span>
      <span className="ref" title={`${SOURCE_NAMES[row.source]} ${row.reference}`}>
        <Highlight text={shortReference(row.reference)} search={search} />
      </span>
      <span className="status">{STATUS_NAMES[row.status]}</span>
      <TeamChip label={row.team} teams={teams} suggested={row.status === 'undecided' ? suggested : null} />
    </div>
  );
});

/** The text of the case may still leave, so its questions matter. */
function isOpen(status: CaseStatus): boolean {
  return status === 'undecided' || status === 'escalated';
}
