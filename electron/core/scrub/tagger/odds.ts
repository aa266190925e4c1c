// How probable it is that a token is personal: the tagger's odds, set right by what they were worth on hands that the
// weights had not seen. Each sort of token has its own line, for the tagger trusts some sorts too much.
import { TAG_COUNT, TAGS } from './chain.ts';
import type { Look } from './looks.ts';

/** From the tagger's log odds to true ones: `slope * x + shift`. */
export interface Line {
  readonly slope: number;
  readonly shift: number;
}

export const SORTS = ['name in the lists', 'other name', 'short number', 'number', 'other'] as const;

const NAME_TAG = TAGS.indexOf('NAME');
const SHORT = 2;

/** The likeliest tag of a token, were it personal. */
export function tagOf(probabilities: Float64Array, at: number): number {
  const base = at * TAG_COUNT;
  let best = 1;
  for (let tag = 2; tag < TAG_COUNT; tag += 1)
    if ((probabilities[base + tag] ?? 0) > (probabilities[base + best] ?? 0)) best = tag;
  return best;
}

/** Which line of odds goes for a token, by its place in `SORTS`. */
export function sortOf({ isNumber, group, length }: Look, tag: number): number {
  if (tag === NAME_TAG) return group === 'name' ? 0 : 1;
  return isNumber ? (length <= SHORT ? 2 : 3) : 4;
}

/** The tagger's log odds that a token is personal. */
export function logOddsOf(probabilities: Float64Array, at: number): number {
  const not = Math.min(1 - 1e-9, Math.max(1e-9, probabilities[at * TAG_COUNT] ?? 1));
  return Math.log((1 - not) / not);
}

export function chanceOf(logOdds: number, { slope, shift }: Line): number {
  return 1 / (1 + Math.exp(-(slope * logOdds + shift)));
}
