// The weights and what they say of a text: for every token, how probable each tag is.
import type { Finding } from '../../domain/pii.ts';
import type { Tokens } from '../tokens.ts';
import { TAG_COUNT, toProbabilities } from './chain.ts';
import { atOffset, contextOf, countAt, jointFeatures, MOST_JOINT, REACH } from './features.ts';
import { forgetLooks, type Look } from './looks.ts';
import { type Token, tokenize } from './tokens.ts';

/** Weights as they are kept: small whole numbers, TAG_COUNT for each bucket of features. */
export interface Weights {
  /** Buckets, a power of two. */
  readonly buckets: number;
  /** One over the value of a step. */
  readonly scale: number;
  readonly table: Int8Array;
  /** Whether a bucket holds anything: most do not, and this is small enough to stay near. */
  readonly filled: Uint8Array;
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
  const { table, filled, scale, buckets } = weights;
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
      const bucket = (joint[one] ?? 0) & (buckets - 1);
      if (filled[bucket] === 0) continue;
      const row = bucket * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1)
        scores[base + tag] = (scores[base + tag] ?? 0) + (table[row + tag] ?? 0);
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

/** Which buckets of a table hold anything. */
export function filledOf(table: Int8Array): Uint8Array {
  const filled = new Uint8Array(table.length / TAG_COUNT);
  for (let at = 0; at < table.length; at += 1) if (table[at] !== 0) filled[Math.floor(at / TAG_COUNT)] = 1;
  return filled;
}

/** What a look adds to the scores of the tokens around it, by offset; kept with the look. */
function sumsOf(look: Look, { table, buckets }: Weights): Float32Array {
  const sums = new Float32Array(OFFSETS * TAG_COUNT);
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    // Seen from the token that is scored: a look at offset -1 is that of the token before it.
    const count = countAt(look, offset);
    const into = (offset + REACH) * TAG_COUNT;
    for (let one = 0; one < count; one += 1) {
      const row = (atOffset(look.features[one] ?? 0, offset) & (buckets - 1)) * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1) sums[into + tag] = (sums[into + tag] ?? 0) + (table[row + tag] ?? 0);
    }
  }
  look.sums = sums;
  return sums;
}
