// Leave one hand out: every hand is judged by weights made from the others, with names, values and shapes they never saw.
import type { Line } from '../../../electron/core/scrub/tagger/odds.ts';
import type { TrainedWeights } from '../../../electron/core/scrub/tagger/weights.ts';
import type { LabelledCase } from '../corpus.ts';
import { fillHand, type Hand, readHands } from '../hands.ts';
import { createRandom } from '../makers/random.ts';
import { fitOdds, type Point, pointsOf } from './calibrate.ts';
import { fillings } from './examples.ts';
import { learnAll, type Prepared, prepare } from './train.ts';

export const JUDGING_SEED = 101;

export interface HeldOut {
  readonly hand: string;
  readonly cases: readonly LabelledCase[];
  /** Made, and calibrated, without this hand. */
  readonly weights: TrainedWeights;
}

export interface HoldingOut {
  /** Fillings of every sentence that are learned. */
  readonly seeds: readonly number[];
  readonly epochs: number;
  /** Hands to judge, by name; all of them when left out. */
  readonly only?: readonly string[];
  /** How many hands are left out together: more is faster, and harder. */
  readonly together?: number;
}

/** What each hand says, and weights that never saw it. */
export function holdOut({ seeds, epochs, only, together = 1 }: HoldingOut): HeldOut[] {
  const hands = readHands();
  const prepared = new Map(hands.map((hand) => [hand, prepareHand(hand, seeds)]));
  const judged = hands.filter(({ hand }) => only?.includes(hand) ?? true);
  const found: (Omit<HeldOut, 'weights'> & { readonly raw: ReturnType<typeof learnAll>; readonly points: Point[] })[] =
    [];
  for (let from = 0; from < judged.length; from += together) {
    const held = judged.slice(from, from + together);
    const learned = hands.filter((hand) => !held.includes(hand)).flatMap((hand) => prepared.get(hand) ?? []);
    const raw = learnAll(learned, epochs, createRandom(1));
    for (const hand of held) {
      const cases = fillHand(hand, { seed: JUDGING_SEED, half: 1 });
      found.push({ hand: hand.hand, cases, raw, points: pointsOf(cases, raw) });
    }
  }
  return found.map(({ hand, cases, raw }) => {
    const others = found.filter((one) => one.hand !== hand);
    const points = (others.length === 0 ? found : others).flatMap((one) => one.points);
    return { hand, cases, weights: { ...raw, odds: fitOdds(points) } };
  });
}

/** The odds of weights made from all hands, as those of each are on hands they did not see. */
export function heldOutOdds(options: HoldingOut): Line[] {
  return fitOdds(holdOut(options).flatMap(({ cases, weights }) => pointsOf(cases, weights)));
}

function prepareHand(hand: Hand, seeds: readonly number[]): Prepared[] {
  const random = createRandom(1);
  return fillings(seeds, [hand], 0).map((example) => prepare(example, random));
}
