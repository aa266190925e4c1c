// Column headers of the rows, and which one the list is sorted by.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import type { Grouping } from '../../../electron/core/domain/queue.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { hasStatuses, turned } from '../../state/list-query.ts';

const HEADS: readonly {
  readonly column: string;
  readonly head: string;
  readonly group: Grouping;
  readonly by: string;
}[] = [
  { column: 'time', head: 'Time left', group: 'time', by: 'the least time left' },
  { column: 'problem', head: 'Case', group: 'trend', by: 'what it tells of' },
  { column: 'newest', head: 'Newest', group: 'newest', by: 'the newest first' },
  { column: 'reference', head: 'Source', group: 'source', by: 'source' },
  { column: 'status', head: 'Status', group: 'status', by: 'status' },
  { column: 'team', head: 'Team', group: 'team', by: 'team' },
];

export function QueueHeads() {
  const { list, hiddenColumns } = useDeskUi();
  const { group, reversed } = list.query;
  return (
    <div
      className="queue-heads"
      data-hidden={hasStatuses(list.query) ? hiddenColumns : `${hiddenColumns} status`}
      role="group"
      aria-label="Sorted by"
    >
      {HEADS.map((one) => (
        <button
          key={one.column}
          type="button"
          data-column={one.column}
          aria-pressed={one.group === group}
          title={one.group === group ? 'Reverse the order' : `Sort by ${one.by}`}
          onClick={() => list.change(turned(list.query, one.group))}
        >
          {one.head}
          {one.group === group &&
            (reversed ? <IconChevronUp size={12} aria-hidden /> : <IconChevronDown size={12} aria-hidden />)}
          {one.group === group && reversed && <span className="visually-hidden">, last first</span>}
        </button>
      ))}
    </div>
  );
}
