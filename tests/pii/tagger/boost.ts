// Grows the forest of the second look: gradient boosting with trees that ask the same question of all points at one depth,
// which keeps them small and hard to lead astray.
import { CLUES } from '../../../electron/core/scrub/tagger/clues.ts';
import { DEPTH, type Forest } from '../../../electron/core/scrub/tagger/odds.ts';

/** The clues about a token, and whether it is personal. */
export interface Point {
  readonly clues: Float64Array;
  readonly personal: 0 | 1;
}

const TREES = 120;
const RATE = 0.12;
/** Pulls an answer that few points speak for toward none. */
const RIDGE = 12;
const BINS = 48;
const LEAVES = 1 << DEPTH;

/** Trees for these points; the same points in the same order, the same trees. */
export function growForest(points: readonly Point[]): Forest {
  const cuts = Array.from({ length: CLUES }, (_, clue) => cutsOf(points, clue));
  const bins = cuts.map((of, clue) => Uint8Array.from(points, ({ clues }) => binOf(of, clues[clue]!)));
  const sums = Float64Array.from(points, ({ clues }) => clues[0]!);
  const slopes = new Float64Array(points.length);
  const curves = new Float64Array(points.length);
  const forest: number[] = [];
  for (let tree = 0; tree < TREES; tree += 1) {
    for (const [at, { personal }] of points.entries()) {
      const chance = 1 / (1 + Math.exp(-sums[at]!));
      slopes[at] = personal - chance;
      curves[at] = chance * (1 - chance);
    }
    const leaves = new Uint8Array(points.length);
    for (let depth = 0; depth < DEPTH; depth += 1) {
      const { clue, bin } = bestQuestion(cuts, bins, leaves, 1 << depth, slopes, curves);
      forest.push(clue, round(cuts[clue]![bin]!));
      const of = bins[clue]!;
      for (let at = 0; at < leaves.length; at += 1) leaves[at] = leaves[at]! * 2 + (of[at]! > bin ? 1 : 0);
    }
    const [up, down] = [new Float64Array(LEAVES), new Float64Array(LEAVES).fill(RIDGE)];
    for (let at = 0; at < leaves.length; at += 1) {
      up[leaves[at]!]! += slopes[at]!;
      down[leaves[at]!]! += curves[at]!;
    }
    const answers = Array.from(up, (of, leaf) => round(Math.max(-1, Math.min(1, (RATE * of) / down[leaf]!))));
    forest.push(...answers);
    for (let at = 0; at < leaves.length; at += 1) sums[at]! += answers[leaves[at]!]!;
  }
  return forest;
}

const round = (value: number) => Number(value.toFixed(4));

/** Values of a clue between which points stand in about equal numbers. */
function cutsOf(points: readonly Point[], clue: number): number[] {
  const values = Float64Array.from(points, ({ clues }) => clues[clue]!).sort();
  const cuts = new Set<number>();
  for (let cut = 1; cut < BINS; cut += 1) cuts.add(round(values[Math.floor((cut * values.length) / BINS)]!));
  return [...cuts].sort((a, b) => a - b);
}

function binOf(cuts: readonly number[], value: number): number {
  let [low, high] = [0, cuts.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (value > cuts[middle]!) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** The question that tells most, asked of all leaves at once. */
function bestQuestion(
  cuts: readonly (readonly number[])[],
  bins: readonly Uint8Array[],
  leaves: Uint8Array,
  count: number,
  slopes: Float64Array,
  curves: Float64Array,
): { readonly clue: number; readonly bin: number } {
  let best = { clue: 0, bin: 0, gain: Number.NEGATIVE_INFINITY };
  const [up, down] = [new Float64Array(count * BINS), new Float64Array(count * BINS)];
  for (const [clue, of] of bins.entries()) {
    up.fill(0);
    down.fill(0);
    for (let at = 0; at < leaves.length; at += 1) {
      const place = leaves[at]! * BINS + of[at]!;
      up[place]! += slopes[at]!;
      down[place]! += curves[at]!;
    }
    const gains = new Float64Array(cuts[clue]!.length);
    for (let leaf = 0; leaf < count; leaf += 1) {
      let [allUp, allDown] = [0, 0];
      for (let place = leaf * BINS; place < (leaf + 1) * BINS; place += 1) {
        allUp += up[place]!;
        allDown += down[place]!;
      }
      let [lowUp, lowDown] = [0, 0];
      for (let bin = 0; bin < gains.length; bin += 1) {
        lowUp += up[leaf * BINS + bin]!;
        lowDown += down[leaf * BINS + bin]!;
        const [highUp, highDown] = [allUp - lowUp, allDown - lowDown];
        gains[bin]! += (lowUp * lowUp) / (lowDown + RIDGE) + (highUp * highUp) / (highDown + RIDGE);
      }
    }
    for (const [bin, gain] of gains.entries()) if (gain > best.gain) best = { clue, bin, gain };
  }
  return best;
}
