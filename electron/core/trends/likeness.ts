// The similarity of reports: by the words they share, weighted by rarity, and a little by what the lexicon finds in
// them.
import { begins } from '../route/cues.ts';
import { readProblem, spelledWords } from '../route/read-problem.ts';
import type { Likeness } from './average-link.ts';
import { type TellingWord, tellingWords } from './vocabulary.ts';

export interface ReadReport {
  readonly words: ReadonlyMap<string, TellingWord>;
  /** What the lexicon finds, if anything. */
  readonly problem: string | null;
  readonly traits: ReadonlyMap<string, number>;
  /**
   * The share of its content that the lexicon covers, 0 to 1: of "JAWS skips the refill boxes" only "refill".
   */
  readonly explained: number;
}

/**
 * Weight of the lexicon relative to the words, whose length is 1. Tuned on months with parts of the lexicon removed.
 */
const PRODUCT = 0.4;
const TOOL = 0.15;
const SYMPTOM = 0.3;
const FAILS = 0.15;
/** A report with few known words resembles nothing: its length counts as at least this. */
const LEAST_LENGTH = 5;
const SMOOTHING = 20;

/** Takes scrubbed text and the area an agent picked. */
export function readReport(text: string, area: string | null): ReadReport {
  const spelled = spelledWords(text);
  const { problem, product, symptom, cueWords } = readProblem(text, area, spelled);
  const traits = new Map<string, number>();
  if (product !== null) traits.set(`product:${product.id}`, PRODUCT).set(`tool:${product.tool}`, TOOL);
  if (symptom !== null) traits.set(`symptom:${symptom.id}`, symptom.id === 'fails' ? FAILS : SYMPTOM);
  const words = tellingWords(spelled.map((word) => word.text));
  return { words, problem: problem?.id ?? null, traits, explained: explainedShare(words, cueWords) };
}

function explainedShare(words: ReadonlyMap<string, TellingWord>, cueWords: readonly string[]): number {
  let [all, explained] = [0, 0];
  for (const { word, weight } of words.values()) {
    all += weight;
    if (cueWords.some((cue) => begins(word, cue))) explained += weight;
  }
  return all === 0 ? 1 : explained / all;
}

/** Each report as a vector of length 1. A word in only one report is ignored. */
export function vectorsOf(reports: readonly ReadReport[]): Map<string, number>[] {
  const inReports = new Map<string, number>();
  for (const { words } of reports) for (const word of words.keys()) inReports.set(word, (inReports.get(word) ?? 0) + 1);
  return reports.map(({ words, traits }) => {
    const vector = new Map<string, number>();
    for (const [word, { weight }] of words) {
      const among = inReports.get(word) ?? 0;
      if (among > 1) vector.set(word, weight * Math.log((reports.length + SMOOTHING) / among));
    }
    scale(vector, Math.max(LEAST_LENGTH, lengthOf(vector)));
    for (const [trait, weight] of traits) vector.set(trait, weight);
    scale(vector, lengthOf(vector));
    return vector;
  });
}

/** The cosine similarity of every pair. */
export function likenessOf(vectors: readonly ReadonlyMap<string, number>[]): Likeness {
  const size = vectors.length;
  const alike = new Float32Array(size * size);
  const withWord = new Map<string, { at: number; weight: number }[]>();
  for (const [at, vector] of vectors.entries()) {
    for (const [word, weight] of vector) {
      const others = withWord.get(word) ?? [];
      if (others.push({ at, weight }) === 1) withWord.set(word, others);
      for (const other of others)
        alike[at * size + other.at] = (alike[at * size + other.at] ?? 0) + weight * other.weight;
    }
  }
  for (let at = 0; at < size; at += 1)
    for (let other = 0; other < at; other += 1) alike[other * size + at] = alike[at * size + other] ?? 0;
  return alike;
}

function lengthOf(vector: ReadonlyMap<string, number>): number {
  let squares = 0;
  for (const weight of vector.values()) squares += weight * weight;
  return Math.sqrt(squares);
}

function scale(vector: Map<string, number>, length: number): void {
  if (length > 0) for (const [word, weight] of vector) vector.set(word, weight / length);
}
