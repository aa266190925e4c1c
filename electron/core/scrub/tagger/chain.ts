// A linear chain of tags: how probable each tag is at each token, given what is said of it and of its neighbors.

/** What a tag means: not personal, or one group of kinds. */
export const TAGS = ['O', 'NAME', 'SSN', 'DOB', 'PHONE', 'EMAIL', 'ADDRESS', 'USERNAME', 'SECRET', 'IP', 'ID'] as const;
export const TAG_COUNT = TAGS.length;

/** Odds against every other tag from which a token is simply not personal: it ends one chain, and another begins. */
const CERTAIN = 1e-4;
/** Ten tags as far behind have less than that together. */
const FAR = 12;

/**
 * Turns scores into probabilities, in place: `scores` holds TAG_COUNT numbers a token, `moves` exp of the score of one
 * tag (row) followed by another (column).
 */
export function toProbabilities(scores: Float64Array, length: number, moves: Float64Array) {
  const forward = scratch(length * TAG_COUNT);
  const certain = new Uint8Array(length);
  for (let at = 0; at < length; at += 1) {
    const base = at * TAG_COUNT;
    if (isFarAhead(scores, base)) {
      scores.fill(0, base, base + TAG_COUNT);
      scores[base] = 1;
      certain[at] = 1;
      continue;
    }
    let most = Number.NEGATIVE_INFINITY;
    for (let tag = 0; tag < TAG_COUNT; tag += 1) most = Math.max(most, scores[base + tag] ?? 0);
    let others = 0;
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      const here = Math.exp((scores[base + tag] ?? 0) - most);
      scores[base + tag] = here;
      if (tag > 0) others += here;
    }
    if (others < CERTAIN) {
      certain[at] = 1;
      continue;
    }
    const previous = base - TAG_COUNT;
    const alone = at === 0 || certain[at - 1] === 1;
    let sum = 0;
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      let into = at === 0 ? 1 : (moves[tag] ?? 0);
      if (!alone) {
        into = 0;
        for (let from = 0; from < TAG_COUNT; from += 1)
          into += (forward[previous + from] ?? 0) * (moves[from * TAG_COUNT + tag] ?? 0);
      }
      const reach = into * (scores[base + tag] ?? 0);
      forward[base + tag] = reach;
      sum += reach;
    }
    for (let tag = 0; tag < TAG_COUNT; tag += 1) forward[base + tag] = (forward[base + tag] ?? 0) / sum;
  }
  backward(scores, forward, certain, moves);
}

/** "Not personal" is so far ahead of every other tag that what they have is not worth an exponent. */
function isFarAhead(scores: Float64Array, base: number): boolean {
  const most = (scores[base] ?? 0) - FAR;
  for (let tag = 1; tag < TAG_COUNT; tag += 1) if ((scores[base + tag] ?? 0) > most) return false;
  return true;
}

function backward(scores: Float64Array, forward: Float64Array, certain: Uint8Array, moves: Float64Array) {
  // By tag: what everything behind a token says of it, and the same with what is said of the token itself.
  const behind = new Float64Array(TAG_COUNT);
  const reached = new Float64Array(TAG_COUNT);
  for (let at = certain.length - 1; at >= 0; at -= 1) {
    if (certain[at] === 1) continue;
    const base = at * TAG_COUNT;
    if (at === certain.length - 1) behind.fill(1);
    else if (certain[at + 1] === 1)
      for (let tag = 0; tag < TAG_COUNT; tag += 1) behind[tag] = moves[tag * TAG_COUNT] ?? 0;
    else lookBehind(behind, reached, moves);
    let all = 0;
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      reached[tag] = (behind[tag] ?? 0) * (scores[base + tag] ?? 0);
      all += (forward[base + tag] ?? 0) * (behind[tag] ?? 0);
    }
    for (let tag = 0; tag < TAG_COUNT; tag += 1)
      scores[base + tag] = ((forward[base + tag] ?? 0) * (behind[tag] ?? 0)) / all;
  }
}

function lookBehind(behind: Float64Array, reached: Float64Array, moves: Float64Array) {
  let sum = 0;
  for (let tag = 0; tag < TAG_COUNT; tag += 1) {
    let out = 0;
    for (let to = 0; to < TAG_COUNT; to += 1) out += (moves[tag * TAG_COUNT + to] ?? 0) * (reached[to] ?? 0);
    behind[tag] = out;
    sum += out;
  }
  for (let tag = 0; tag < TAG_COUNT; tag += 1) behind[tag] = (behind[tag] ?? 0) / sum;
}

let memory = new Float64Array(0);

function scratch(size: number): Float64Array {
  if (memory.length < size) memory = new Float64Array(size * 2);
  return memory;
}
