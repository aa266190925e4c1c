// Leave one hand out: every hand is judged by weights made from the others, with names, values and shapes they never saw.

import type { Weights } from '../../../electron/core/scrub/tagger/model.ts';
import type { Forest } from '../../../electron/core/scrub/tagger/odds.ts';
import type { TrainedWeights } from '../../../electron/core/scrub/tagger/weights.ts';
import type { LabelledCase } from '../corpus.ts';
import { fillHand, type Hand, readHands } from '../hands.ts';
import { createRandom } from '../makers/random.ts';
import { growForest, type Point } from './boost.ts';
import { pointsOf } from './calibrate.ts';
import { fillings } from './examples.ts';
import { inputsHash } from './inputs.ts';
import { keptModel } from './kept-models.ts';
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
  /** Takes models that an earlier run made from the same, though the rules may have changed since: for judging alone. */
  readonly kept?: boolean;
}

/** What each hand says, and weights that never saw it: hands left out together are judged by a forest grown on the others. */
export function holdOut(options: HoldingOut): HeldOut[] {
  const groups = leaveOut(options);
  return groups.flatMap(({ held, raw }, at) => {
    const others = groups.filter((_, other) => other !== at || groups.length === 1);
    const forest = growForest(others.flatMap(({ points }) => points));
    return held.map(({ hand, cases }) => ({ hand, cases, weights: { ...raw, forest } }));
  });
}

/** The second look for weights made from all hands, as it is at each on hands they did not see. */
export function heldOutForest(options: HoldingOut): Forest {
  return growForest(leaveOut(options).flatMap(({ points }) => points));
}

interface LeftOut {
  readonly held: readonly { readonly hand: string; readonly cases: readonly LabelledCase[] }[];
  readonly raw: Weights;
  readonly points: readonly Point[];
}

function leaveOut({ seeds, epochs, only, together = 1, kept = false }: HoldingOut): LeftOut[] {
  const hands = readHands();
  const prepared = new Map<string, Prepared[]>();
  const judged = hands.filter(({ hand }) => only?.includes(hand) ?? true);
  const groups: LeftOut[] = [];
  for (let from = 0; from < judged.length; from += together) {
    const out = judged.slice(from, from + together);
    const others = hands.filter((hand) => !out.includes(hand));
    const make = () => {
      for (const hand of others) if (!prepared.has(hand.hand)) prepared.set(hand.hand, prepareHand(hand, seeds));
      const learned = others.flatMap(({ hand }) => prepared.get(hand) ?? []);
      return learnAll(learned, epochs, createRandom(1));
    };
    const key = [inputsHash('learned'), `${epochs}`, seeds.join(), ...others.map(({ hand }) => hand)];
    const raw = kept ? keptModel(key, make) : make();
    const held = out.map((hand) => ({ hand: hand.hand, cases: fillHand(hand, { seed: JUDGING_SEED, half: 1 }) }));
    const more = out.flatMap((hand) => fillHand(hand, { seed: JUDGING_SEED + 1, half: 1 }));
    groups.push({
      held,
      raw,
      points: [...held.map(({ cases }) => cases), more].flatMap((cases) => pointsOf(cases, raw)),
    });
  }
  return groups;
}

function prepareHand(hand: Hand, seeds: readonly number[]): Prepared[] {
  const random = createRandom(1);
  return fillings(seeds, [hand], 0).map((example) => prepare(example, random));
}
