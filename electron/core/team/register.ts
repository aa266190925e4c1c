// A multi-value register: several desks may set a value at the same time. Values that were not replaced are current; if
// there are several, a rule chooses one, and the others are kept for people to see.
import type { Stamp } from './stamp.ts';

/** A value set by a desk that had seen the stamps in `seen`, and so replaced them. */
export interface Setting<T> {
  readonly stamp: Stamp;
  readonly seen: readonly Stamp[];
  readonly value: T;
}

export interface Register<T> {
  /** The current value; null until one is set. */
  readonly winner: Setting<T> | null;
  /** Values set concurrently by other desks, latest first. */
  readonly others: readonly Setting<T>[];
}

/**
 * Takes writes in any order, possibly repeated. Of those not replaced, the one with the highest rank is current; among
 * equals the last one or, with `first`, the first.
 */
export function settle<T>(
  settings: Iterable<Setting<T>>,
  rankOf: (value: T) => number = () => 0,
  among: (value: T) => 'last' | 'first' = () => 'last',
): Register<T> {
  const known = new Map<Stamp, Setting<T>>();
  const replaced = new Set<Stamp>();
  for (const one of settings) {
    known.set(one.stamp, one);
    for (const seen of one.seen) replaced.add(seen);
  }
  const standing = [...known.values()].filter((one) => !replaced.has(one.stamp));
  standing.sort((a, b) => (a.stamp < b.stamp ? 1 : -1));
  const highest = Math.max(...standing.map(({ value }) => rankOf(value)));
  const best = standing.filter(({ value }) => rankOf(value) === highest);
  const [last, first] = [best[0], best.at(-1)];
  const winner = (last !== undefined && among(last.value) === 'first' ? first : last) ?? null;
  return { winner, others: standing.filter((one) => one !== winner) };
}

/** The stamps of all current values, which the next write replaces. */
export function standing<T>({ winner, others }: Register<T>): Stamp[] {
  return winner === null ? [] : [winner.stamp, ...others.map((one) => one.stamp)];
}
