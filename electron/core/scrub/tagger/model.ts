// The weights and what they say of a text: for every token, how probable each tag is.
import type { Finding } from '../../domain/pii.ts';
import type { Tokens } from '../tokens.ts';
import { TAG_COUNT, toProbabilities } from './chain.ts';
import { atOffset, contextOf, countAt, jointFeatures, MOST_JOINT, REACH } from './features.ts';
import { type Filled, rowOf } from './filled.ts';
import { forgetLooks, type Look } from './looks.ts';
import { type Token, tokenize } from './tokens.ts';

/** Weights as they are kept: small whole numbers, TAG_COUNT for each bucket of features that holds anything. */
export interface Weights {
  /** One over the value of a step. */
  readonly scale: number;
  /** Which buckets, a power of two of them, have a row. */
  readonly filled: Filled;
  /** The rows of the filled buckets, one after another. */
  readonly rows: Int8Array;
  /** exp of the score of one tag followed by another. */
  readonly moves: Float64Array;
}

export interface Tagged {
  readonly tokens: readonly Token[];
  /** TAG_COUNT probabilities a token. */
  readonly probabilities: Float64Array;
}

/** A word that by itself and its neighbors is so clearly nobody's is not looked at further. */
const CLEAR_LEAD = 7;
const OFFSETS = 2 * REACH + 1;
const joint = new Int32Array(MOST_JOINT);
let current: Weights | null = null;

/** Tags a text that the rules have been over. */
export function tag({ text, mixedCase }: Tokens, found: readonly Finding[], weights: Weights): Tagged {
  if (current !== weights) {
    forgetLooks();
    current = weights;
  }
  const tokens = tokenize(text, mixedCase);
  const context = contextOf(text, tokens, found);
  const scores = new Float64Array(tokens.length * TAG_COUNT);
  const { rows, filled, scale } = weights;
  for (let at = 0; at < tokens.length; at += 1) {
    const base = at * TAG_COUNT;
    const from = Math.max(-REACH, -at);
    const to = Math.min(REACH, tokens.length - 1 - at);
    for (let offset = from; offset <= to; offset += 1) {
      const look = tokens[at + offset]?.look;
      if (look === undefined) continue;
      const sums = look.sums ?? sumsOf(look, weights);
      const row = (offset + REACH) * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        scores[base + tag] = (scores[base + tag] ?? 0) + (sums[row + tag] ?? 0);
    }
    if (context.rules[at] === 0 && leadOf(scores, base) > CLEAR_LEAD * scale) continue;
    const count = jointFeatures(context, at, joint);
    for (let one = 0; one < count; one += 1) {
      const place = rowOf(filled, joint[one] ?? 0);
      if (place === -1) continue;
      const row = place * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        scores[base + tag] = (scores[base + tag] ?? 0) + (rows[row + tag] ?? 0);
    }
  }
  for (let at = 0; at < scores.length; at += 1) scores[at] = (scores[at] ?? 0) / scale;
  toProbabilities(scores, tokens.length, weights.moves);
  return { tokens, probabilities: scores };
}

/** How far "not personal" is ahead of every other tag. */
function leadOf(scores: Float64Array, base: number): number {
  let next = Number.NEGATIVE_INFINITY;
  for (let tag = 1; tag < TAG_COUNT; tag += 1) next = Math.max(next, scores[base + tag] ?? 0);
  return (scores[base] ?? 0) - next;
}

/** What a look adds to the scores of the tokens around it, by offset; kept with the look. */
function sumsOf(look: Look, { rows, filled }: Weights): Float32Array {
  const sums = new Float32Array(OFFSETS * TAG_COUNT);
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    // Seen from the token that is scored: a look at offset -1 is that of the token before it.
    const count = countAt(look, offset);
    const into = (offset + REACH) * TAG_COUNT;
    for (let one = 0; one < count; one += 1) {
      const place = rowOf(filled, atOffset(look.features[one] ?? 0, offset));
      if (place === -1) continue;
      const row = place * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1) sums[into + tag] = (sums[into + tag] ?? 0) + (rows[row + tag] ?? 0);
    }
  }
  look.sums = sums;
  return sums;
}
