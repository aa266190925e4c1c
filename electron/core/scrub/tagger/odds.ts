// How probable it is that a token is personal: a second look at what the tagger says of it, together with what it says of
// the neighbors and of the same word elsewhere, set right by what all this was worth on hands the weights had not seen.
// Each sort of token has its own line, for the tagger trusts some sorts too much.
import { TAG_COUNT, TAGS } from './chain.ts';
import type { Token } from './tokens.ts';

/** What each clue of `CLUES` weighs, in its order. */
export type Line = readonly number[];

export const SORTS = [
  'name in the lists',
  'capitalized',
  'small letters',
  'no telling by capitals',
  'letter',
  'short number',
  'number',
  'other',
] as const;

/**
 * One; the log odds of the token, of the token before and of the one behind to be of the same kind; whether the word stands
 * elsewhere, and the most that is said of it there; how long the text is; the most that is said of anything away from here,
 * for a text that is about nobody seldom has one name.
 */
export const CLUES = 8;

const NAME_TAG = TAGS.indexOf('NAME');
const SHORT = 2;
/** Below these log odds nobody looks twice. */
export const FAINTEST = -9;
const CLIP = 6;
const NEAR = 3;
/** So many tokens away begins what is no part of the same name. */
const AWAY = 4;
const USUAL_LENGTH = 40;

/** The likeliest tag of a token, were it personal. */
export function tagOf(probabilities: Float64Array, at: number): number {
  const base = at * TAG_COUNT;
  let best = 1;
  for (let tag = 2; tag < TAG_COUNT; tag += 1)
    if ((probabilities[base + tag] ?? 0) > (probabilities[base + best] ?? 0)) best = tag;
  return best;
}

/** Which line of odds goes for a token, by its place in `SORTS`. */
export function sortOf({ look }: Token, tag: number): number {
  const { isNumber, group, length, capitals } = look;
  if (tag !== NAME_TAG) return isNumber ? (length <= SHORT ? 5 : 6) : 7;
  if (group === 'letter') return 4;
  if (group === 'name') return 0;
  return capitals === '-' ? 3 : capitals === 'l' ? 2 : 1;
}

/** The tagger's log odds of each token to be personal. */
export function logOddsOf(probabilities: Float64Array): Float64Array {
  const odds = new Float64Array(probabilities.length / TAG_COUNT);
  for (let at = 0; at < odds.length; at += 1) odds[at] = logit(1 - (probabilities[at * TAG_COUNT] ?? 1));
  return odds;
}

function logit(chance: number): number {
  const certain = Math.min(1 - 1e-9, Math.max(1e-9, chance));
  return Math.log(certain / (1 - certain));
}

export function chanceOf(clues: Float64Array, line: Line): number {
  let sum = 0;
  for (let clue = 0; clue < CLUES; clue += 1) sum += (clues[clue] ?? 0) * (line[clue] ?? 0);
  return 1 / (1 + Math.exp(-sum));
}

/** Reads the clues of one token after another, of which all log odds are given, into the same numbers. */
export function clueReader(tokens: readonly Token[], probabilities: Float64Array, logOdds: Float64Array) {
  const clues = new Float64Array(CLUES);
  let elsewhere: Map<number, Twice> | null = null;
  let away: (at: number) => number = () => -CLIP;
  return (at: number, tag: number): Float64Array => {
    if (elsewhere === null) {
      elsewhere = bestOfWords(tokens, logOdds);
      away = bestAway(logOdds);
    }
    const other = otherOf(elsewhere, tokens[at], at);
    clues[0] = 1;
    clues[1] = logOdds[at] ?? 0;
    clues[2] = near(tokens, probabilities, [at, at - 1], tag);
    clues[3] = near(tokens, probabilities, [at, at + 1], tag);
    clues[4] = other === null ? 0 : 1;
    clues[5] = other === null ? 0 : clip(other);
    clues[6] = Math.log(tokens.length / USUAL_LENGTH);
    clues[7] = clip(away(at));
    return clues;
  };
}

/** The most that is said of any token far enough from one. */
function bestAway(logOdds: Float64Array): (at: number) => number {
  const { length } = logOdds;
  const [before, behind] = [new Float64Array(length + 1), new Float64Array(length + 1)];
  before[0] = -CLIP;
  behind[length] = -CLIP;
  for (let at = 0; at < length; at += 1) before[at + 1] = Math.max(before[at] ?? 0, logOdds[at] ?? 0);
  for (let at = length - 1; at >= 0; at -= 1) behind[at] = Math.max(behind[at + 1] ?? 0, logOdds[at] ?? 0);
  return (at) => Math.max(before[Math.max(0, at - AWAY + 1)] ?? 0, behind[Math.min(length, at + AWAY)] ?? 0);
}

function clip(odds: number): number {
  return Math.max(-CLIP, Math.min(CLIP, odds));
}

/** The log odds that a neighbor is of a kind; the least where none stands near. */
function near(
  tokens: readonly Token[],
  probabilities: Float64Array,
  [at, neighbor]: readonly [number, number],
  tag: number,
): number {
  const [first, second] = [tokens[Math.min(at, neighbor)], tokens[Math.max(at, neighbor)]];
  if (first === undefined || second === undefined || second.opensLine || second.start - first.end > NEAR) return -CLIP;
  return clip(logit(probabilities[neighbor * TAG_COUNT + tag] ?? 0));
}

interface Twice {
  best: number;
  at: number;
  next: number | null;
}

/** By word, the most that is said of it at one place, and at the others. */
function bestOfWords(tokens: readonly Token[], logOdds: Float64Array): Map<number, Twice> {
  const words = new Map<number, Twice>();
  for (const [at, { look }] of tokens.entries()) {
    if (look.isNumber) continue;
    const odds = logOdds[at] ?? 0;
    const known = words.get(look.word);
    if (known === undefined) words.set(look.word, { best: odds, at, next: null });
    else if (odds > known.best) words.set(look.word, { best: odds, at, next: known.best });
    else known.next = Math.max(known.next ?? odds, odds);
  }
  return words;
}

function otherOf(words: ReadonlyMap<number, Twice>, token: Token | undefined, at: number): number | null {
  if (token === undefined || token.look.isNumber) return null;
  const known = words.get(token.look.word);
  return known === undefined ? null : known.at === at ? known.next : known.best;
}
