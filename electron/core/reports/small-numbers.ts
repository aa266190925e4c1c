// Rows of few cases could point at someone. They are put together under one name, so that rows still add up and no
// number can be subtracted back out of a total, of a baseline or of a change: whatever is shown is nothing, or as many
// as are safe.
import type { Item } from './figure.ts';

/** The row that small ones are put into. */
export const OTHER = 'other';

/** Items of one row in the period and in the baseline. */
export interface SplitRow {
  readonly member: string;
  readonly now: readonly Item[];
  readonly before: readonly Item[];
}

/**
 * No row of fewer than `atLeast` items, in either column. Where all together are too few, there is no row at all. A row
 * that is small in one column only goes too: beside its total it could be worked out.
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
