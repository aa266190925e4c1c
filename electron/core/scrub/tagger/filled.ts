// Which of very many buckets hold anything, a bit for each, and where the row of each stands: behind those of all filled
// buckets before it. Small enough to stay near, for most features asked about are in none.

export interface Filled {
  /** A bit for each bucket; 32 buckets a word. */
  readonly bits: Uint32Array;
  /** By word, its bits and behind them how many buckets before it are filled: side by side, for memory to be waited for once. */
  readonly ranks: Uint32Array;
}

const WORD = 32;

/** What is known of the buckets whose bits are set. */
export function filledOf(bits: Uint32Array): Filled {
  const ranks = new Uint32Array(bits.length * 2);
  let before = 0;
  for (let at = 0; at < bits.length; at += 1) {
    const word = bits[at] ?? 0;
    ranks[at * 2] = word;
    ranks[at * 2 + 1] = before;
    before += countBits(word);
  }
  return { bits, ranks };
}

/**
 * Writes the places of the rows of the first features, those whose bucket is filled, into `places` (room for one more than
 * features), and says how many. Without a branch: which bucket is filled, no processor guesses.
 */
export function findRows({ bits, ranks }: Filled, features: Int32Array, count: number, places: Int32Array): number {
  const last = bits.length * WORD - 1;
  let found = 0;
  for (let one = 0; one < count; one += 1) {
    const bucket = (features[one] ?? 0) & last;
    const at = (bucket >>> 5) << 1;
    const word = ranks[at] ?? 0;
    const place = bucket & (WORD - 1);
    places[found] = (ranks[at + 1] ?? 0) + countBits(word & ((1 << place) - 1));
    found += (word >>> place) & 1;
  }
  return found;
}

function countBits(word: number): number {
  let count = word - ((word >>> 1) & 0x55555555);
  count = (count & 0x33333333) + ((count >>> 2) & 0x33333333);
  return Math.imul((count + (count >>> 4)) & 0x0f0f0f0f, 0x01010101) >>> 24;
}
