// Learns the weights of the tagger from labelled cases: stochastic gradient ascent on the likelihood of the chain, AdaGrad.

import type { Finding } from '../../../electron/core/domain/pii.ts';
import { TAG_COUNT, TAGS, toProbabilities } from '../../../electron/core/scrub/tagger/chain.ts';
import {
  atOffset,
  contextOf,
  countAt,
  jointFeatures,
  MOST_JOINT,
  REACH,
} from '../../../electron/core/scrub/tagger/features.ts';
import { filledOf } from '../../../electron/core/scrub/tagger/filled.ts';
import type { Weights } from '../../../electron/core/scrub/tagger/model.ts';
import { toRows } from '../../../electron/core/scrub/tagger/rows.ts';
import { type Token, tokenize } from '../../../electron/core/scrub/tagger/tokens.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';
import type { LabelledCase } from '../corpus.ts';
import { createRandom, type Random } from '../makers/random.ts';

export const BUCKETS = 2 ** 20;
const SCALE = 24;
/** A bucket whose weights are all within this many steps of nothing is dropped. */
const FAINT = 2;
export const EPOCHS = 3;
const RATE = 0.075;
/** Share of cases in which the lists do not know any of the names. */
const HIDDEN = 0.2;
/** Share of words that are hidden, so that no single one is leaned on: the next writer uses another. */
const DROPPED = 0.08;
/** Snapshots of the last epoch whose mean the weights are. */
const SNAPSHOTS = 8;
/** How much the tag before counts, of what its counts say. */
const CHAIN = 1;

const TAG_OF: Readonly<Record<string, (typeof TAGS)[number]>> = {
  ...{ NAME: 'NAME', GIVEN: 'NAME', FAMILY: 'NAME', REVERSED: 'NAME', NICK: 'NAME', INITIALS: 'NAME', PERSON: 'NAME' },
  ...{ SSN: 'SSN', LAST4: 'SSN', INIT4: 'SSN', DOB: 'DOB', YEAR: 'DOB', AGE90: 'DOB' },
  ...{
    PHONE: 'PHONE',
    PHONE10: 'PHONE',
    EMAIL: 'EMAIL',
    ADDRESS: 'ADDRESS',
    STREET: 'ADDRESS',
    CITYLINE: 'ADDRESS',
    ROOM: 'ADDRESS',
  },
  ...{
    USER: 'USERNAME',
    HANDLE: 'USERNAME',
    SECRET: 'SECRET',
    OTP: 'SECRET',
    IP: 'IP',
    IP6: 'IP',
    MAC: 'IP',
    URL: 'IP',
  },
};

export interface Example extends LabelledCase {
  readonly writer: string;
  readonly found: readonly Finding[];
}

export interface Prepared {
  readonly writer: string;
  readonly tokens: number;
  /** Buckets of every token's features, one token after another. */
  readonly features: Int32Array;
  readonly ends: Int32Array;
  /** The tag of each token; -1 where any will do. */
  readonly gold: Int8Array;
}

const joint = new Int32Array(MOST_JOINT);

/** An example as numbers; which names the lists do not know is drawn from `random`. */
export function prepare({ writer, text, spans, found }: Example, random: Random): Prepared {
  const { mixedCase } = read(text);
  const isHidden = random.chance(HIDDEN);
  const inSpan = (at: number) => spans.some(({ start, end }) => at >= start && at < end);
  const tokens = tokenize(text, mixedCase, (at) => (isHidden && inSpan(at)) || random.chance(DROPPED));
  // What the lists told the rules is hidden with the lists.
  const seen = isHidden
    ? found.filter(({ detector }) => !detector.startsWith('name-in') && !detector.startsWith('name-with'))
    : found;
  const context = contextOf(text, tokens, seen);
  const features: number[] = [];
  const ends = new Int32Array(tokens.length);
  for (let at = 0; at < tokens.length; at += 1) {
    for (let offset = Math.max(-REACH, -at); offset <= REACH && at + offset < tokens.length; offset += 1) {
      const look = tokens[at + offset]!.look;
      for (let one = 0; one < countAt(look, offset); one += 1)
        features.push(atOffset(look.features[one]!, offset) & (BUCKETS - 1));
    }
    const count = jointFeatures(context, at, joint);
    for (let one = 0; one < count; one += 1) features.push(joint[one]! & (BUCKETS - 1));
    ends[at] = features.length;
  }
  return { writer, tokens: tokens.length, features: Int32Array.from(features), ends, gold: goldOf(tokens, spans) };
}

function goldOf(tokens: readonly Token[], spans: LabelledCase['spans']): Int8Array {
  return Int8Array.from(tokens, ({ start, end }) => {
    const span = spans.find((one) => start < one.end && end > one.start);
    if (span === undefined) return 0;
    return span.tier === 2 ? -1 : TAGS.indexOf(TAG_OF[span.type] ?? 'ID');
  });
}

/** Weights for these examples; the same examples in the same order, the same weights. */
export function train(examples: readonly Example[], epochs: number, seed: number): Weights {
  const random = createRandom(seed);
  return learnAll(
    examples.map((example) => prepare(example, random)),
    epochs,
    random,
  );
}

/** Weights for prepared examples, in an order drawn from `random`. */
export function learnAll(examples: readonly Prepared[], epochs: number, random: Random): Weights {
  const prepared = inCommon(examples);
  const moves = movesOf(prepared);
  const weights = new Float32Array(BUCKETS * TAG_COUNT);
  const steps = new Float32Array(BUCKETS * TAG_COUNT).fill(0.05);
  const order = prepared.map((_, at) => at);
  const sums = new Float32Array(weights.length);
  const between = Math.max(1, Math.floor(order.length / SNAPSHOTS));
  let taken = 0;
  for (let epoch = 1; epoch <= epochs; epoch += 1) {
    for (let at = order.length - 1; at > 0; at -= 1) {
      const other = random.int(0, at);
      [order[at], order[other]] = [order[other]!, order[at]!];
    }
    for (const [done, at] of order.entries()) {
      learn(prepared[at]!, weights, steps, moves);
      if (epoch < epochs || (done + 1) % between !== 0) continue;
      for (let one = 0; one < sums.length; one += 1) sums[one]! += weights[one]!;
      taken += 1;
    }
  }
  return { scale: SCALE, ...pack(sums, taken), moves };
}

/** Examples with the features that two writers have in common: what only one says is no help with the next. */
function inCommon(examples: readonly Prepared[]): Prepared[] {
  const writers = [...new Set(examples.map(({ writer }) => writer))];
  const [first, shared] = [new Uint8Array(BUCKETS), new Uint8Array(BUCKETS)];
  for (const { writer, features } of examples) {
    const one = writers.indexOf(writer) + 1;
    for (const feature of features)
      if (first[feature] === 0) first[feature] = one;
      else if (first[feature] !== one) shared[feature] = 1;
  }
  return examples.map((example) => {
    const kept: number[] = [];
    let from = 0;
    const ends = example.ends.map((to) => {
      for (; from < to; from += 1) if (shared[example.features[from]!] === 1) kept.push(example.features[from]!);
      return kept.length;
    });
    return { ...example, features: Int32Array.from(kept), ends };
  });
}

/** The mean of snapshots as small whole numbers: rows that say more than next to nothing, and which buckets they are of. */
function pack(sums: Float32Array, snapshots: number): Pick<Weights, 'filled' | 'rows'> {
  const bits = new Uint32Array(BUCKETS / 32);
  const rows: number[] = [];
  const row = new Int8Array(TAG_COUNT);
  for (let bucket = 0; bucket < BUCKETS; bucket += 1) {
    let most = 0;
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      const steps = Math.round((sums[bucket * TAG_COUNT + tag]! / snapshots) * SCALE);
      row[tag] = Math.max(-127, Math.min(127, steps));
      most = Math.max(most, Math.abs(steps));
    }
    if (most <= FAINT) continue;
    bits[bucket >>> 5]! |= 1 << (bucket & 31);
    rows.push(...row);
  }
  return { filled: filledOf(bits), rows: toRows(rows) };
}

let scores = new Float64Array(0);

function learn(
  { tokens, features, ends, gold }: Prepared,
  weights: Float32Array,
  steps: Float32Array,
  moves: Float64Array,
) {
  const size = tokens * TAG_COUNT;
  scores = scores.length < size ? new Float64Array(size * 2) : scores.fill(0, 0, size);
  for (let at = 0, from = 0; at < tokens; at += 1) {
    const base = at * TAG_COUNT;
    for (const to = ends[at]!; from < to; from += 1) {
      const row = features[from]! * TAG_COUNT;
      for (let tag = 0; tag < TAG_COUNT; tag += 1) scores[base + tag]! += weights[row + tag]!;
    }
  }
  toProbabilities(scores, tokens, moves);
  for (let at = 0, from = 0; at < tokens; at += 1) {
    const [base, to, right] = [at * TAG_COUNT, ends[at]!, gold[at]!];
    if (right === -1) {
      from = to;
      continue;
    }
    for (let tag = 0; tag < TAG_COUNT; tag += 1) {
      const gradient = (tag === right ? 1 : 0) - scores[base + tag]!;
      if (gradient < 0.002 && gradient > -0.002) continue;
      const squared = gradient * gradient;
      for (let one = from; one < to; one += 1) {
        const place = features[one]! * TAG_COUNT + tag;
        steps[place]! += squared;
        weights[place]! += (RATE * gradient) / Math.sqrt(steps[place]!);
      }
    }
    from = to;
  }
}

/** How much more often one tag follows another than chance has it. */
function movesOf(prepared: readonly Prepared[]): Float64Array {
  const pairs = new Float64Array(TAG_COUNT * TAG_COUNT).fill(0.5);
  for (const { gold } of prepared)
    for (let at = 1; at < gold.length; at += 1)
      if (gold[at]! >= 0 && gold[at - 1]! >= 0) pairs[gold[at - 1]! * TAG_COUNT + gold[at]!]! += 1;
  const all = pairs.reduce((sum, one) => sum + one, 0);
  const before = Array.from({ length: TAG_COUNT }, (_, tag) =>
    pairs.slice(tag * TAG_COUNT, (tag + 1) * TAG_COUNT).reduce((sum, one) => sum + one, 0),
  );
  const after = Array.from({ length: TAG_COUNT }, (_, tag) =>
    before.reduce((sum, __, from) => sum + pairs[from * TAG_COUNT + tag]!, 0),
  );
  return pairs.map(
    (count, at) => ((count * all) / (before[Math.floor(at / TAG_COUNT)]! * after[at % TAG_COUNT]!)) ** CHAIN,
  );
}
