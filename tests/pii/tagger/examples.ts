// What is learned and what it is judged by: every hand filled with values, and what the rules find in each case.

import type { Finding } from '../../../electron/core/domain/pii.ts';
import { findByRules } from '../../../electron/core/scrub/rules.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import type { LabelledCase } from '../corpus.ts';
import { fillHand, type Hand, readHands } from '../hands.ts';
import type { Half } from '../makers/random.ts';
import type { Example } from './train.ts';

/** Fillings of every sentence that are learned, each with other values. */
export const SEEDS: readonly number[] = [1, 2, 3, 4, 5, 6, 7];
/** Fewer, for models that only judge. */
export const FEW_SEEDS: readonly number[] = [1, 2];
const SLIPS = 0.2;

/** A case with what the rules find in it. */
export function toExample(one: LabelledCase, writer: string): Example {
  return { ...one, writer, found: foundByRules(one.text) };
}

/** What the rules find and keep in a text, as the tagger is told. */
export function foundByRules(text: string): Finding[] {
  const { settled, kept } = findByRules(read(text), {});
  return [...settled, ...kept].sort((a, b) => a.start - b.start);
}

/** All hands, or these, filled to learn from. `half` 0 leaves values and shapes for the judging. */
export function fillings(seeds: readonly number[], hands: readonly Hand[] = readHands(), half: Half = null): Example[] {
  return seeds.flatMap((seed) =>
    hands.flatMap((hand) => fillHand(hand, { seed, half, slips: SLIPS }).map((one) => toExample(one, hand.hand))),
  );
}
