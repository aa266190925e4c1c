// A second look, fitted: from the clues about a token to the odds it has on hands that the weights did not see.

import { tag, type Weights } from '../../../electron/core/scrub/tagger/model.ts';
import {
  CLUES,
  chanceOf,
  clueReader,
  FAINTEST,
  type Line,
  logOddsOf,
  SORTS,
  sortOf,
  tagOf,
} from '../../../electron/core/scrub/tagger/odds.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import type { LabelledCase } from '../corpus.ts';
import { foundByRules } from './examples.ts';

/** The sort of a token, the clues about it, and whether it is personal. */
export type Point = readonly [sort: number, clues: Float64Array, personal: 0 | 1];

const STEPS = 30;
/** Pulls what little is known of a clue toward the tagger's own word. */
const RIDGE = 3;

/** What weights say of every token of cases they were not made from. */
export function pointsOf(cases: readonly LabelledCase[], weights: Weights): Point[] {
  return cases.flatMap((one) => {
    const { tokens, probabilities } = tag(read(one.text), foundByRules(one.text), weights);
    const logOdds = logOddsOf(probabilities);
    const cluesOf = clueReader(tokens, probabilities, logOdds);
    return tokens.flatMap((token, at): Point[] => {
      const span = one.spans.find((each) => token.start < each.end && token.end > each.start);
      if (span?.tier === 2 || logOdds[at]! < FAINTEST) return [];
      const of = tagOf(probabilities, at);
      return [[sortOf(token, of), cluesOf(at, of).slice(), span === undefined ? 0 : 1]];
    });
  });
}

/** A line for each sort of token. */
export function fitOdds(points: readonly Point[]): Line[] {
  return SORTS.map((_, sort) => fitLine(points.filter(([of]) => of === sort)));
}

/** The tagger's own word. */
const START: Line = Array.from({ length: CLUES }, (_, clue) => (clue === 1 ? 1 : 0));

/** Logistic regression by Newton's method, with steps halved until they lead upward: a whole one may lead astray. */
function fitLine(points: readonly Point[]): Line {
  let line = [...START];
  let best = likelihoodOf(line, points);
  for (let step = 0; step < STEPS; step += 1) {
    const slopes = line.map((weight, clue) => RIDGE * ((START[clue] ?? 0) - weight));
    const curves = line.map((_, row) => line.map((__, column) => (row === column ? RIDGE : 0)));
    for (const [, clues, personal] of points) {
      const chance = chanceOf(clues, line);
      const curve = chance * (1 - chance);
      for (let row = 0; row < CLUES; row += 1) {
        slopes[row]! += (personal - chance) * clues[row]!;
        for (let column = 0; column < CLUES; column += 1) curves[row]![column]! += curve * clues[row]! * clues[column]!;
      }
    }
    const moves = solve(curves, slopes);
    let length = 1;
    for (; length > SHORTEST_STEP; length /= 2) {
      const next = line.map((weight, clue) => weight + length * moves[clue]!);
      const likelihood = likelihoodOf(next, points);
      if (likelihood <= best) continue;
      [line, best] = [next, likelihood];
      break;
    }
    if (length <= SHORTEST_STEP) break;
  }
  return line.map((weight) => Number(weight.toFixed(4)));
}

const SHORTEST_STEP = 1e-3;

/** Of the points, in logarithms, less what straying from the tagger's own word costs. */
function likelihoodOf(line: Line, points: readonly Point[]): number {
  let sum = 0;
  for (const [, clues, personal] of points) {
    const chance = chanceOf(clues, line);
    sum += Math.log(Math.max(1e-12, personal === 1 ? chance : 1 - chance));
  }
  return line.reduce((left, weight, clue) => left - (RIDGE / 2) * (weight - (START[clue] ?? 0)) ** 2, sum);
}

/** Gauss and Jordan; the matrix is positive, so nothing need be swapped. */
function solve(matrix: number[][], values: number[]): number[] {
  const size = values.length;
  for (let pivot = 0; pivot < size; pivot += 1)
    for (let row = 0; row < size; row += 1) {
      if (row === pivot) continue;
      const times = matrix[row]![pivot]! / matrix[pivot]![pivot]!;
      for (let column = pivot; column < size; column += 1) matrix[row]![column]! -= times * matrix[pivot]![column]!;
      values[row]! -= times * values[pivot]!;
    }
  return values.map((value, row) => value / matrix[row]![row]!);
}
