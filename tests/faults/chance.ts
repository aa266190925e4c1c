// Chance that can be had again: everything random of a run comes from its seed.
import { seeded } from '../bench/many-cases.ts';

export interface Chance {
  /** From 0 to 1. */
  next(): number;
  /** A whole number, `to` not included. */
  between(from: number, to: number): number;
  pick<T>(of: readonly T[]): T;
}

export function chanceOf(seed: number): Chance {
  const next = seeded(seed);
  const between = (from: number, to: number) => from + Math.floor(next() * (to - from));
  return { next, between, pick: (of) => of[between(0, of.length)] as (typeof of)[number] };
}
