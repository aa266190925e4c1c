// Which of very many buckets hold anything, a bit for each, and where the row of each stands: behind those of all filled
// buckets before it. Small enough to stay near, for most features asked about are in none.

export interface Filled {
  /** A bit for each bucket; 32 buckets a word. */
  readonly bits: Uint32Array;
  /** By word, how many buckets before it are filled. */
  readonly before: Uint32Array;
}

const WORD = 32;

/** What is known of the buckets whose bits are set. */
export function filledOf(bits: Uint32Array): Filled {
  const before = new Uint32Array(bits.length);
  for (let at = 1; at < bits.length; at += 1) before[at] = (before[at - 1] ?? 0) + countBits(bits[at - 1] ?? 0);
  return { bits, before };
}

/** The place of a feature's row among the filled ones; -1 when its bucket is empty. */
export function rowOf({ bits, before }: Filled, feature: number): number {
  const bucket = feature & (bits.length * WORD - 1);
  const at = bucket >>> 5;
  const word = bits[at] ?? 0;
  const bit = 1 << (bucket & (WORD - 1));
  return (word & bit) === 0 ? -1 : (before[at] ?? 0) + countBits(word & (bit - 1));
}

function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
