// The board's columns: one a status, in the order work flows; and the order in which j and k walk them.
import type { CaseRow } from '../../../electron/contract/shapes.ts';
import { CASE_STATUSES, type CaseStatus } from '../../../electron/core/words/case.ts';

export interface Column {
  readonly status: CaseStatus;
  readonly rows: readonly CaseRow[];
}

export function boardColumns(rows: readonly CaseRow[]): Column[] {
  return CASE_STATUSES.map((status) => ({ status, rows: rows.filter((row) => row.status === status) }));
}

/** Column by column, top to bottom. */
export function boardOrder(rows: readonly CaseRow[]): CaseRow[] {
  return boardColumns(rows).flatMap((column) => column.rows);
}
