// The weights as they are kept in the repository, made by `npm run train:scrubber`; read once.
import { TAG_COUNT } from './chain.ts';
import { filledOf, type Weights } from './model.ts';
import type { Line } from './odds.ts';
import kept from './weights.json' with { type: 'json' };

export interface TrainedWeights extends Weights {
  /** By the sort of token. */
  readonly odds: readonly Line[];
}

let read: TrainedWeights | null = null;

/** Read on first use. */
export function trainedWeights(): TrainedWeights {
  if (read !== null) return read;
  const table = decode(kept.table, kept.buckets * TAG_COUNT);
  read = {
    buckets: kept.buckets,
    scale: kept.scale,
    odds: kept.odds,
    moves: Float64Array.from(kept.moves),
    table,
    filled: filledOf(table),
  };
  return read;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 to small whole numbers. */
function decode(text: string, size: number): Int8Array {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at += 1) values[DIGITS.charCodeAt(at)] = at;
  const table = new Int8Array(size);
  const sixBits = (at: number) => values[text.charCodeAt(at)] ?? 0;
  for (let from = 0, to = 0; to < size; from += 4, to += 3) {
    const bits = (sixBits(from) << 18) | (sixBits(from + 1) << 12) | (sixBits(from + 2) << 6) | sixBits(from + 3);
    table[to] = bits >> 16;
    if (to + 1 < size) table[to + 1] = bits >> 8;
    if (to + 2 < size) table[to + 2] = bits;
  }
  return table;
}
