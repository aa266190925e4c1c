// The weights as they are kept in the repository, made by `npm run train:scrubber`; read once.
import { filledOf } from './filled.ts';
import type { Weights } from './model.ts';
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
  const { scale, odds } = kept;
  read = {
    scale,
    odds,
    moves: Float64Array.from(kept.moves),
    filled: filledOf(new Uint32Array(decode(kept.filled).buffer)),
    rows: new Int8Array(decode(kept.rows).buffer),
  };
  return read;
}

const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';

/** Base64 to bytes. */
function decode(text: string): Uint8Array<ArrayBuffer> {
  const values = new Uint8Array(128);
  for (let at = 0; at < DIGITS.length; at += 1) values[DIGITS.charCodeAt(at)] = at;
  const padding = text.endsWith('==') ? 2 : text.endsWith('=') ? 1 : 0;
  const bytes = new Uint8Array((text.length / 4) * 3 - padding);
  const sixBits = (at: number) => values[text.charCodeAt(at)] ?? 0;
  for (let from = 0, to = 0; to < bytes.length; from += 4, to += 3) {
    const bits = (sixBits(from) << 18) | (sixBits(from + 1) << 12) | (sixBits(from + 2) << 6) | sixBits(from + 3);
    bytes[to] = bits >> 16;
    if (to + 1 < bytes.length) bytes[to + 1] = bits >> 8;
    if (to + 2 < bytes.length) bytes[to + 2] = bits;
  }
  return bytes;
}
