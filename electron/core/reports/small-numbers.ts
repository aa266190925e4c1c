// Small-number suppression: rows with few cases could identify someone. They are combined into one row, so that rows
// still add up and no small number can be derived from a total, a baseline or a change.
import type { Item } from './figure.ts';

/** The row that small rows are combined into. */
export const OTHER = 'other';

/** Items of one row in the period and in the baseline. */
export interface SplitRow {
  readonly member: string;
  readonly now: readonly Item[];
  readonly before: readonly Item[];
}

/**
 * No row has fewer than `atLeast` items in either column. If all together are too few, there are no rows. A row that is
 * small in only one column is combined too: it could be derived from the total.
 */
export function mergeSmall(rows: readonly SplitRow[], atLeast: number): SplitRow[] {
  const isSafe = ({ now, before }: SplitRow) => [now, before].every(({ length }) => length === 0 || length >= atLeast);
  const small = rows.filter((row) => !isSafe(row));
  if (small.length === 0) return [...rows];
  const safe = rows.filter(isSafe).sort((a, b) => sizeOf(b) - sizeOf(a));
  let other = joined(small);
  while (!isSafe(other)) {
    const next = safe.pop();
    if (next === undefined) return [];
    other = joined([other, next]);
  }
  return [...safe, other];
}

function joined(rows: readonly SplitRow[]): SplitRow {
  return { member: OTHER, now: rows.flatMap(({ now }) => now), before: rows.flatMap(({ before }) => before) };
}

function sizeOf({ now, before }: SplitRow): number {
  return now.length + before.length;
}
