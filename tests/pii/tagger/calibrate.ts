// Platt's scaling: from the tagger's log odds to those it has on hands it did not see.
import { read } from '../../../electron/core/scrub/reading.ts';
import { TAG_COUNT } from '../../../electron/core/scrub/tagger/chain.ts';
import { tag, type Weights } from '../../../electron/core/scrub/tagger/model.ts';
import type { LabelledCase } from '../corpus.ts';
import { toExample } from './examples.ts';

/** The tagger's log odds that a token is personal, and whether it is. */
export type Point = readonly [odds: number, personal: 0 | 1];

const STEPS = 60;

/** What weights say of every token of cases they were not made from. */
export function pointsOf(cases: readonly LabelledCase[], weights: Weights): Point[] {
  return cases.flatMap((one) => {
    const { tokens, probabilities } = tag(read(one.text), toExample(one).found, weights);
    return tokens.flatMap(({ start, end }, at): Point[] => {
      const span = one.spans.find((each) => start < each.end && end > each.start);
      if (span?.tier === 2) return [];
      const not = Math.min(1 - 1e-9, Math.max(1e-9, probabilities[at * TAG_COUNT] ?? 1));
      return [[Math.log((1 - not) / not), span === undefined ? 0 : 1]];
    });
  });
}

/** Logistic regression of one variable by Newton's method. */
export function fitOdds(points: readonly Point[]): { slope: number; shift: number } {
  let [slope, shift] = [1, 0];
  for (let step = 0; step < STEPS; step += 1) {
    let [g0, g1, h00, h01, h11] = [0, 0, 1e-6, 0, 1e-6];
    for (const [x, y] of points) {
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
