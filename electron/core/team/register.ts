// One value that several desks may set: what nobody has replaced since stands, and where several stand a rule chooses
// one. The others are kept, so that people see both.
import type { Stamp } from './stamp.ts';

/** A value set by a desk that knew of the stamps in `seen`, and so replaced them. */
export interface Setting<T> {
  readonly stamp: Stamp;
  readonly seen: readonly Stamp[];
  readonly value: T;
}

export interface Register<T> {
  /** What stands; null while nobody has set anything. */
  readonly winner: Setting<T> | null;
  /** What else was set at the same time by desks that did not know of each other, latest first. */
  readonly others: readonly Setting<T>[];
}

/**
 * The settings in any order, any of them more than once. Of those that no other replaced the one with the highest rank
 * stands, and among equals the last; with `first`, the first.
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

/** Every stamp that stands: what a desk that sets the value anew replaces. */
export function standing<T>({ winner, others }: Register<T>): Stamp[] {
  return winner === null ? [] : [winner.stamp, ...others.map((one) => one.stamp)];
}
