// A figure as a hand adds it up: of all cases, and of each part.
import { H, MIDNIGHTS, type Seen } from './hand-case.ts';

export interface Counted {
  readonly value: number | null;
  readonly n: number;
  /** Dimension → member → the same of its part. */
  readonly parts: Readonly<Record<string, Readonly<Record<string, { value: number | null; n: number }>>>>;
}

export type Put = (
  id: string,
  kind: 'count' | 'share' | 'median' | 'mean' | 'sum',
  /** Names with spaces between. */
  dimensions: string,
  /** undefined for a case that does not count */
  numberOf: (one: Seen) => number | undefined,
) => void;

/** Puts each figure into `result` as it is told how to count it. */
export function createPut(seen: readonly Seen[], result: Record<string, Counted>): Put {
  return (id, kind, dimensions, numberOf) => {
    const items = seen.flatMap((one) => {
      const x = numberOf(one);
      return x === undefined ? [] : [{ one, x }];
    });
    const parts: Record<string, Record<string, { value: number | null; n: number }>> = {};
    for (const dimension of dimensions.split(' ').filter((name) => name !== '')) {
      const groups: Record<string, number[]> = {};
      for (const { one, x } of items) pushTo(groups, partOf(dimension, one, x), x);
      parts[dimension] = Object.fromEntries(Object.entries(groups).map(([member, xs]) => [member, sumUp(kind, xs)]));
    }
    result[id] = {
      ...sumUp(
        kind,
        items.map(({ x }) => x),
      ),
      parts,
    };
  };
}

export function sumUp(kind: string, xs: readonly number[]): { value: number | null; n: number } {
  const total = xs.reduce((sum, x) => sum + x, 0);
  if (kind === 'count') return { value: xs.length, n: xs.length };
  if (kind === 'sum') return { value: total, n: xs.length };
  if (xs.length === 0) return { value: null, n: 0 };
  if (kind !== 'median') return { value: total / xs.length, n: xs.length };
  const sorted = [...xs].sort((a, b) => a - b);
  const half = Math.floor(xs.length / 2);
  return { value: xs.length % 2 === 1 ? sorted[half]! : (sorted[half - 1]! + sorted[half]!) / 2, n: xs.length };
}

function partOf(dimension: string, { line, tier, priority }: Seen, x: number): string {
  if (dimension === 'tier') return tier;
  if (dimension === 'form') {
    const comma = (line.area ?? '').indexOf(',');
    return comma < 0
      ? `${tier}|${line.area ?? ''}|`
      : `${tier}|${line.area!.slice(0, comma)}|${line.area!.slice(comma + 1).trim()}`;
  }
  if (dimension === 'priority') return priority ?? '';
  if (dimension === 'code') return line.problem?.startsWith('code-') ? line.problem : '';
  if (dimension === 'gap') return line.tags.find((tag) => tag.startsWith('documentation-')) ?? '';
  if (dimension === 'fix') return line.tags.find((tag) => tag.startsWith('fixed-by-')) ?? '';
  if (dimension === 'age') {
    const days = x / 24;
    return days < 7 ? '0-7' : days < 14 ? '7-14' : days < 28 ? '14-28' : days < 56 ? '28-56' : '56-';
  }
  if (dimension === 'hour' || dimension === 'day') {
    const index = MIDNIGHTS.findLastIndex(({ at }) => at <= line.receivedAt);
    const offset = (index >= 0 && line.receivedAt >= Date.UTC(2026, 10, 1, 6) ? 5 : 4) * H;
    const wall = new Date(line.receivedAt - offset);
    if (dimension === 'day') return wall.toISOString().slice(0, 10);
    return `${wall.getUTCDay()}-${String(wall.getUTCHours()).padStart(2, '0')}`;
  }
  return (
    ({ source: line.source, team: line.team, area: line.area, problem: line.problem } as Record<string, string | null>)[
      dimension
    ] ?? ''
  );
}

export function pushTo<T>(groups: Record<string, T[]>, key: string, one: T): void {
  const own = groups[key];
  if (own === undefined) groups[key] = [one];
  else own.push(one);
}
