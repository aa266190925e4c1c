// The weights and what they say of a text: for every token, how probable each tag is.
import type { Finding } from '../../domain/pii.ts';
import type { Tokens } from '../tokens.ts';
import { TAG_COUNT, toProbabilities } from './chain.ts';
import { atOffset, contextOf, countAt, jointFeatures, MOST_JOINT, REACH } from './features.ts';
import { type Filled, findRows } from './filled.ts';
import { forgetLooks, type Look } from './looks.ts';
import { addRows } from './rows.ts';
import { type Token, tokenize } from './tokens.ts';

/** Weights as they are kept: small whole numbers, TAG_COUNT for each bucket of features that holds anything. */
export interface Weights {
  /** One over the value of a step. */
  readonly scale: number;
  /** Which buckets, a power of two of them, have a row. */
  readonly filled: Filled;
  /** The rows of the filled buckets, one after another, as in `rows.ts`. */
  readonly rows: Int32Array;
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
// The numbers of one token at a time, written anew for each.
const joint = new Int32Array(MOST_JOINT);
const shifted = new Int32Array(MOST_JOINT);
const line = new Int32Array(TAG_COUNT);
const own = new Int32Array(TAG_COUNT);
const places = new Int32Array(MOST_JOINT + 1);
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
  const { scale } = weights;
  for (let at = 0; at < tokens.length; at += 1) {
    line.fill(0);
    const from = Math.max(-REACH, -at);
    const to = Math.min(REACH, tokens.length - 1 - at);
    for (let offset = from; offset <= to; offset += 1) {
      const look = tokens[at + offset]?.look;
      if (look === undefined) continue;
      const sums = look.sums ?? sumsOf(look, weights);
      for (let tag = 0, place = (offset + REACH) * TAG_COUNT; tag < TAG_COUNT; tag += 1, place += 1)
        line[tag] = (line[tag] ?? 0) + (sums[place] ?? 0);
    }
    if (context.rules[at] !== 0 || leadOf(line) <= CLEAR_LEAD * scale)
      addTo(line, joint, jointFeatures(context, at, joint), weights);
    for (let tag = 0, place = at * TAG_COUNT; tag < TAG_COUNT; tag += 1, place += 1)
      scores[place] = (line[tag] ?? 0) / scale;
  }
  toProbabilities(scores, tokens.length, weights.moves);
  return { tokens, probabilities: scores };
}

/** Adds the rows of the first features, of those that have one: all found first, for the waits of memory to overlap. */
function addTo(sums: Int32Array, features: Int32Array, count: number, { filled, rows }: Weights) {
  addRows(rows, places, findRows(filled, features, count, places), sums);
}

/** How far "not personal" is ahead of every other tag. */
function leadOf(scores: Int32Array): number {
  let next = scores[1] ?? 0;
  for (let tag = 2; tag < TAG_COUNT; tag += 1) next = Math.max(next, scores[tag] ?? 0);
  return (scores[0] ?? 0) - next;
}

/** What a look adds to the scores of the tokens around it, by offset; kept with the look. */
function sumsOf(look: Look, weights: Weights): Int16Array {
  const sums = new Int16Array(OFFSETS * TAG_COUNT);
  for (let offset = -REACH; offset <= REACH; offset += 1) {
    // Seen from the token that is scored: a look at offset -1 is that of the token before it.
    const count = countAt(look, offset);
    for (let one = 0; one < count; one += 1) shifted[one] = atOffset(look.features[one] ?? 0, offset);
    own.fill(0);
    addTo(own, shifted, count, weights);
    sums.set(own, (offset + REACH) * TAG_COUNT);
  }
  look.sums = sums;
  return sums;
}
