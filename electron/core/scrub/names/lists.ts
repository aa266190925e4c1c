// What is known of a single word: whether people are named so, and whether it is a word by itself.

import { DOMAIN_WORDS } from './domain-words.ts';
import lists from './lists.json' with { type: 'json' };
import { remember } from './remember.ts';
import { tableOf } from './word-table.ts';

/**
 * name: only a name. both: a name and a word (Hope, Mark, Case). rare: a surname so rare that it needs company. unknown:
 * neither, so by its look perhaps a name, perhaps a slip of the keyboard. word: a word.
 */
export type WordClass = 'name' | 'both' | 'rare' | 'unknown' | 'word';

/** What the lists have a word for; as in resources/names/make-lists.ts. */
const [GIVEN, FAMILY, RARE, ENGLISH, WORD_SURNAME, WORD_GIVEN, COMMON] = [1, 2, 4, 8, 16, 32, 64] as const;
const DIGITS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/';
const values = new Uint8Array(128);
for (let value = 0; value < DIGITS.length; value += 1) values[DIGITS.charCodeAt(value)] = value;
const table = tableOf(lists.words);

/** The number of two digits that stands at a place. */
function numberAt(text: string, place: number): number {
  if (place < 0) return 0;
  return (values[text.charCodeAt(place * 2)] ?? 0) * 64 + (values[text.charCodeAt(place * 2 + 1)] ?? 0);
}

function is(lower: string, kinds: number): boolean {
  return (numberAt(lists.kinds, table.placeOf(lower)) & kinds) !== 0;
}

/** What a word is about: people, places, artifacts, talking, and so on; empty when nobody says. */
export function fieldOf(lower: string): string {
  const field = lists.fields[table.placeOf(lower.endsWith("'s") ? lower.slice(0, -2) : lower)] ?? '-';
  return field === '-' ? '' : field;
}

/** The cluster of words that stand where this one stands, and the group of clusters; 0 for a word nobody counted. */
export function clusterOf(lower: string): readonly [cluster: number, group: number] {
  const cluster = numberAt(lists.clusters, table.placeOf(lower.endsWith("'s") ? lower.slice(0, -2) : lower));
  return [cluster, cluster === 0 ? 0 : numberAt(lists.groups, cluster - 1) + 1];
}

/** English words that some families are called by, to make examples of. */
export function wordSurnames(): string[] {
  return lists.words.split(' ').filter((word) => is(word, WORD_SURNAME));
}

/** Names that are words too: those the lists do not have as names, and months and places that people are called. */
const BOTH = new Set(
  (
    'april may june august bill montana georgia virginia dakota carolina jersey florida case church best short young strong hand major ' +
    'green hope bins swift wise moody savage sharp love rich street wood long little bear page ray jan german'
  ).split(' '),
);
/** In the lists as names, but here nearly always the word. */
const HARDLY_NAMES = new Set(
  'born you son broadway name back can has just link made see still weeks low high blank call said server per pit imam nova true data so an in on at no do to of or as is it me us all any the new field button user web mobile team his her van'.split(
    ' ',
  ),
);

/** Classes a lower-case word of letters, apostrophes and hyphens; a hyphenated one by its parts. */
export function classify(lower: string): WordClass {
  if (DOMAIN_WORDS.has(lower) && lower.includes('-')) return 'word';
  return lower.includes('-') ? classifyParts(lower) : classifyOne(lower);
}

export function isGiven(lower: string): boolean {
  return is(lower, GIVEN) || SHORT_GIVEN.has(lower);
}

export function isFamily(lower: string): boolean {
  return lower.length > 3 && is(lower, FAMILY);
}

/** What the lists know of a word besides its class: `g`iven, `f`amily or, of an English word, rare `s`urname; `c`ommon. */
export function knownOf(lower: string): string {
  const isOfFamily = is(lower, FAMILY) ? 'f' : is(lower, WORD_SURNAME) ? 's' : '';
  return `${isGiven(lower) || is(lower, WORD_GIVEN) ? 'g' : ''}${isOfFamily}${is(lower, COMMON) ? 'c' : ''}`;
}

const SHORT_GIVEN = new Set('rich bo jo ty uy ed'.split(' '));
/** Names of two letters; the lists begin at three. */
const TWO_LETTERS = new Set('bo jo ty uy ha ho vu ng wu xu yu li ly hu lu oh le ma'.split(' '));

function classifyOne(lower: string): WordClass {
  if (TWO_LETTERS.has(lower)) return 'both';
  if (BOTH.has(lower)) return 'both';
  if (DOMAIN_WORDS.has(lower)) return 'word';
  const named = is(lower, GIVEN | FAMILY) && !HARDLY_NAMES.has(lower);
  if (isEnglish(lower)) return named ? 'both' : 'word';
  return named ? 'name' : is(lower, RARE) ? 'rare' : 'unknown';
}

function isEnglish(lower: string): boolean {
  if (is(lower, ENGLISH)) return true;
  if (lower.length < 3) return /^[a-z']+$/.test(lower);
  if (lower.includes("'"))
    return (
      /(?:n't|'re|'ve|'ll|'d|'m|'mon|'all)$/.test(lower) || (lower.endsWith("'s") && is(lower.slice(0, -2), ENGLISH))
    );
  return false;
}

function classifyParts(lower: string): WordClass {
  const parts = lower.split('-').filter((part) => part.length > 2);
  if (
    parts.some((part) => is(part, GIVEN | FAMILY)) &&
    parts.every((part) => !is(part, ENGLISH) || BOTH.has(part) || is(part, FAMILY))
  )
    return 'name';
  const classes = parts.map(classifyOne);
  if (classes.length === 0 || classes.includes('word')) return 'word';
  if (classes.includes('both')) return 'both';
  return classes.includes('rare') ? 'rare' : 'unknown';
}

/** True when one slip (a letter missing, doubled, swapped or wrong) turns it into an English word: probably no name. */
export const isSlip = remember(findSlip);

/** Two English words written as one: callback, workaround, screenreader. */
export const isCompound = remember(findCompound);

function findSlip(lower: string): boolean {
  for (let at = 0; at < lower.length; at += 1) {
    const [before, after] = [lower.slice(0, at), lower.slice(at + 1)];
    if (is(before + after, ENGLISH)) return true;
    if (at + 1 < lower.length && is(before + lower[at + 1] + lower[at] + lower.slice(at + 2), ENGLISH)) return true;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') if (is(before + letter + lower.slice(at), ENGLISH)) return true;
  }
  return false;
}

function findCompound(lower: string): boolean {
  for (let at = 3; at <= lower.length - 3; at += 1)
    if (is(lower.slice(0, at), ENGLISH) && is(lower.slice(at), ENGLISH)) return true;
  return false;
}
