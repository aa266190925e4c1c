// Curves of several problems side by side, on the same time axis: from the first report of any of them to today.

import type { ProblemRow } from '../../../electron/contract/trend-calls.ts';
import { DAY_MS } from '../../../electron/core/domain/time.ts';

/** Intervals in a small chart. */
const PARTS = 28;

/** Reports of each problem in each of `PARTS` equal intervals. */
export function onOneAxis(trends: readonly Pick<ProblemRow, 'life'>[]): number[][] {
  const start = Math.min(...trends.map(({ life }) => life.from));
  const end = Math.max(...trends.map(({ life }) => life.from + life.counts.length * life.daysEach * DAY_MS));
  const length = Math.max(end - start, PARTS * DAY_MS);
  return trends.map(({ life }) => {
    const parts = Array.from({ length: PARTS }, () => 0);
    for (const [at, n] of life.counts.entries()) {
      const middle = life.from + (at + 0.5) * life.daysEach * DAY_MS;
      const part = Math.min(PARTS - 1, Math.floor(((middle - end + length) / length) * PARTS));
      parts[part] = (parts[part] ?? 0) + n;
    }
    return parts;
  });
}
