// The rows of a file that cannot be cases.
import type { RejectedRow } from '../../contract/intake-shapes.ts';
import type { RejectedLine } from './incoming-case.ts';

/** More than anybody reads one by one; a file of a million wrong rows must not fill the memory with reasons. */
const MOST_KEPT = 500;

export interface Rejections {
  /** The first of them, each with its row, column and reason, and what it says. */
  readonly lines: readonly RejectedLine[];
  /** The same without what they say. */
  readonly kept: readonly RejectedRow[];
  /** All of them. */
  readonly count: number;
  add(row: RejectedLine): void;
  /** Rows that were kept elsewhere, of `all` that there were. */
  addAll(rows: readonly RejectedLine[], all: number): void;
}

export function createRejections(): Rejections {
  const kept: RejectedLine[] = [];
  let count = 0;
  return {
    lines: kept,
    get kept() {
      return kept.map(({ line: _, ...row }) => row);
    },
    get count() {
      return count;
    },
    add(row) {
      count += 1;
      if (kept.length < MOST_KEPT) kept.push(row);
    },
    addAll(rows, all) {
      count += all;
      kept.push(...rows.slice(0, MOST_KEPT - kept.length));
    },
  };
}
