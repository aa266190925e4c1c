// How probable it is that a token is personal: a second look at what the tagger says, set right by what all the clues were worth
// on hands the weights had not seen. A forest of small trees, each of which asks a few yes-or-no questions of the clues and adds
// its answer to the tagger's own log odds.

/** Questions a tree asks. */
export const DEPTH = 4;
const LEAVES = 1 << DEPTH;
/** Numbers a tree is kept as: clue and threshold of each question, and an answer for each way they may go. */
export const TREE = 2 * DEPTH + LEAVES;

/** Trees, one after another. */
export type Forest = ArrayLike<number>;

/** Below these log odds nobody looks twice. */
export const FAINTEST = -8;

/** The chance by the clues about a token, of which the first are the tagger's own log odds. */
export function chanceOf(clues: Float64Array, forest: Forest): number {
  let sum = clues[0] ?? 0;
  for (let tree = 0; tree < forest.length; tree += TREE) {
    let leaf = 0;
    for (let question = tree; question < tree + 2 * DEPTH; question += 2)
      leaf = leaf * 2 + ((clues[forest[question] ?? 0] ?? 0) > (forest[question + 1] ?? 0) ? 1 : 0);
    sum += forest[tree + 2 * DEPTH + leaf] ?? 0;
  }
  return 1 / (1 + Math.exp(-sum));
}
