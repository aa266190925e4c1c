// Chance that can be repeated: the same seed, the same values.

export interface Random {
  /** From 0 up to 1. */
  readonly unit: () => number;
  /** A whole number, both ends included. */
  readonly int: (min: number, max: number) => number;
  readonly pick: <T>(items: readonly T[]) => T;
  readonly chance: (probability: number) => boolean;
  readonly digits: (count: number) => string;
  readonly letters: (count: number) => string;
}

/** mulberry32: small, fast and good enough to invent values with. */
export function createRandom(seed: number): Random {
  let state = seed >>> 0;
  const unit = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = state;
    mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const int = (min: number, max: number) => min + Math.floor(unit() * (max - min + 1));
  const times = (count: number, make: () => string) => Array.from({ length: count }, make).join('');
  return {
    unit,
    int,
    pick: <T>(items: readonly T[]) => items[int(0, items.length - 1)] as T,
    chance: (probability) => unit() < probability,
    digits: (count) => times(count, () => String(int(0, 9))),
    letters: (count) => times(count, () => String.fromCharCode(int(65, 90))),
  };
}

/** Which part of the lists is drawn from: 0 to learn from, 1 to judge by, null for all of them. */
export type Half = 0 | 1 | null;

/** Draws values of a list: of two halves that share nothing. */
export function fromHalf({ pick, int }: Random, half: Half) {
  return <T>(values: readonly T[]): T =>
    half === null ? pick(values) : (values[int(0, Math.floor((values.length - 2) / 2)) * 2 + half] ?? pick(values));
}

const ONE_IN = 4;

/** Draws a shape: half 0 never sees one in four of them, half 1 sees them all. */
export function fromShapes(random: Random, half: Half): Random['pick'] {
  return (shapes) =>
    half === 0 && shapes.length >= ONE_IN
      ? random.pick(shapes.filter((_, at) => at % ONE_IN !== ONE_IN - 1))
      : random.pick(shapes);
}
