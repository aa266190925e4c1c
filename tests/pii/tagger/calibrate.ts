// Platt's scaling: from the tagger's log odds to those it has on hands it did not see.

import { tag, type Weights } from '../../../electron/core/scrub/tagger/model.ts';
import { type Line, logOddsOf, SORTS, sortOf, tagOf } from '../../../electron/core/scrub/tagger/odds.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import type { LabelledCase } from '../corpus.ts';
import { toExample } from './examples.ts';

/** The sort of a token, the tagger's log odds that it is personal, and whether it is. */
export type Point = readonly [sort: number, odds: number, personal: 0 | 1];

const STEPS = 60;

/** What weights say of every token of cases they were not made from. */
export function pointsOf(cases: readonly LabelledCase[], weights: Weights): Point[] {
  return cases.flatMap((one) => {
    const { tokens, probabilities } = tag(read(one.text), toExample(one).found, weights);
    return tokens.flatMap(({ start, end, look }, at): Point[] => {
      const span = one.spans.find((each) => start < each.end && end > each.start);
      if (span?.tier === 2) return [];
      return [[sortOf(look, tagOf(probabilities, at)), logOddsOf(probabilities, at), span === undefined ? 0 : 1]];
    });
  });
}

/** A line for each sort of token. */
export function fitOdds(points: readonly Point[]): Line[] {
  return SORTS.map((_, sort) => fitLine(points.filter(([of]) => of === sort)));
}

/** Logistic regression of one variable by Newton's method. */
function fitLine(points: readonly Point[]): Line {
  let [slope, shift] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const [, x, y] of points) {
      const p = 1 / (1 + Math.exp(-(slope * x + shift)));
      const weight = p * (1 - p);
      g0 += y - p;
      g1 += (y - p) * x;
      h00 += weight;
      h01 += weight * x;
      h11 += weight * x * x;
    }
    const determinant = h00 * h11 - h01 * h01;
    shift += (h11 * g0 - h01 * g1) / determinant;
    slope += (h00 * g1 - h01 * g0) / determinant;
  }
  return { slope: Number(slope.toFixed(4)), shift: Number(shift.toFixed(4)) };
}
