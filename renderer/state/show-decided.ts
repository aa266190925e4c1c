// A decision shows in lists and board at once.
import type { Output } from '../../electron/contract/calls.ts';
import type { CaseRow } from '../../electron/contract/schemas.ts';
import { queryClient } from '../bridge/queries.ts';
import { showMeanwhile } from './show-meanwhile.ts';

type Page = Output<'cases.list'>;
type Board = Output<'cases.board'>;
type Change = Pick<CaseRow, 'status'> & { readonly team?: string | undefined };

export const STATUS_AFTER = {
  escalate: 'escalated',
  reassign: 'reassigned',
  respond: 'responded',
  'out-of-scope': 'out-of-scope',
} as const;

/** Rows get the new status, or disappear if a list does not show it. The returned function reverts everything. */
export function showDecided(answered: Promise<unknown>, ids: ReadonlySet<string>, change: Change): () => void {
  const before = [
    ...queryClient.getQueryCache().findAll({ queryKey: ['cases.list'], type: 'active' }),
    ...queryClient.getQueryCache().findAll({ queryKey: ['cases.board'], type: 'active' }),
  ].map(({ queryKey, state }) => ({ queryKey, data: state.data }));
  showMeanwhile(answered, 'cases.board', (board) => boardAfter(board, ids, change));
  showMeanwhile(answered, 'cases.list', (page, { filter }) => {
    const among = filter?.status;
    return pageAfter(page, ids, among !== undefined && !among.includes(change.status) ? null : change);
  });
  return () => {
    for (const { queryKey, data } of before) queryClient.setQueryData(queryKey, data);
  };
}

function changed(row: CaseRow, { status, team }: Change): CaseRow {
  return { ...row, status, ...(team !== undefined && { team }) };
}

/** `change` is null if the rows disappear. */
function pageAfter(page: Page, ids: ReadonlySet<string>, change: Change | null): Page {
  if (!page.cases.some((row) => ids.has(row.id))) return page;
  const cases =
    change === null
      ? page.cases.filter((row) => !ids.has(row.id))
      : page.cases.map((row) => (ids.has(row.id) ? changed(row, change) : row));
  return { ...page, cases };
}

function boardAfter(board: Board, ids: ReadonlySet<string>, change: Change): Board {
  return {
    lanes: board.lanes.map((lane) => {
      const moved = lane.columns.flatMap(({ cases }) => cases.filter((row) => ids.has(row.id)));
      if (moved.length === 0) return lane;
      const columns = lane.columns.map((column) => {
        const rest = column.cases.filter((row) => !ids.has(row.id));
        const incoming = column.status === change.status ? moved.map((row) => changed(row, change)) : [];
        const total = column.total - (column.cases.length - rest.length) + incoming.length;
        return { ...column, total, cases: [...incoming, ...rest] };
      });
      return { ...lane, columns };
    }),
  };
}
