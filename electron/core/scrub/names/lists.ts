// What is known of a single word: whether people are named so, and whether it is a word by itself.

import { DOMAIN_WORDS } from './domain-words.ts';
import lists from './lists.json' with { type: 'json' };

/**
 * name: only a name. both: a name and a word (Hope, Mark, Case). rare: a surname so rare that it needs company. unknown:
 * neither, so by its look perhaps a name, perhaps a slip of the keyboard. word: a word.
 */
export type WordClass = 'name' | 'both' | 'rare' | 'unknown' | 'word';

const given = new Set(lists.given.split(' '));
const family = new Set(lists.family.split(' '));
const rare = new Set(lists.rare.split(' '));
/** English words and what each is about: a letter for the field that resources/names/wordnet.ts gave it. */
const english = new Map(lists.words.split(' ').map((word, at) => [word, lists.fields[at] ?? '-']));
/** What is in no dictionary of words and yet nobody: places, plants, illnesses; by field too. */
const things = new Map(
  Object.entries(lists.things).flatMap(([field, of]) => of.split(' ').map((word) => [word, field] as const)),
);
const wordSurnames = new Set(lists.wordSurnames.split(' '));
const wordGiven = new Set(lists.wordGiven.split(' '));
const common = new Set(lists.common.split(' '));

/** What a word is about: people, places, artifacts, talking, and so on; empty when nobody says. */
export function fieldOf(lower: string): string {
  const base = lower.endsWith("'s") ? lower.slice(0, -2) : lower;
  return english.get(base) ?? things.get(base) ?? '';
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

const REMEMBERED = 50_000;
const LONGEST_WORD = 24;

/** Classes a lower-case word of letters, apostrophes and hyphens; a hyphenated one by its parts. */
export function classify(lower: string): WordClass {
  if (DOMAIN_WORDS.has(lower) && lower.includes('-')) return 'word';
  return lower.includes('-') ? classifyParts(lower) : classifyOne(lower);
}

export function isGiven(lower: string): boolean {
  return given.has(lower) || SHORT_GIVEN.has(lower);
}

export function isFamily(lower: string): boolean {
  return lower.length > 3 && family.has(lower);
}

/** What the lists know of a word besides its class: `g`iven, `f`amily or, of an English word, rare `s`urname; `c`ommon. */
export function knownOf(lower: string): string {
  const isOfFamily = family.has(lower) ? 'f' : wordSurnames.has(lower) ? 's' : '';
  return `${isGiven(lower) || wordGiven.has(lower) ? 'g' : ''}${isOfFamily}${common.has(lower) ? 'c' : ''}`;
}

const SHORT_GIVEN = new Set('rich bo jo ty uy ed'.split(' '));
/** Names of two letters; the lists begin at three. */
const TWO_LETTERS = new Set('bo jo ty uy ha ho vu ng wu xu yu li ly hu lu oh le ma'.split(' '));

function classifyOne(lower: string): WordClass {
  if (TWO_LETTERS.has(lower)) return 'both';
  if (BOTH.has(lower)) return 'both';
  if (DOMAIN_WORDS.has(lower)) return 'word';
  const named = (given.has(lower) || family.has(lower)) && !HARDLY_NAMES.has(lower);
  if (isEnglish(lower)) return named ? 'both' : 'word';
  return named ? 'name' : rare.has(lower) ? 'rare' : 'unknown';
}

function isEnglish(lower: string): boolean {
  if (english.has(lower)) return true;
  if (lower.length < 3) return /^[a-z']+$/.test(lower);
  if (lower.includes("'"))
    return (
      /(?:n't|'re|'ve|'ll|'d|'m|'mon|'all)$/.test(lower) || (lower.endsWith("'s") && english.has(lower.slice(0, -2)))
    );
  return false;
}

function classifyParts(lower: string): WordClass {
  const parts = lower.split('-').filter((part) => part.length > 2);
  if (
    parts.some((part) => given.has(part) || family.has(part)) &&
    parts.every((part) => !english.has(part) || BOTH.has(part) || family.has(part))
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

/** The answers of a rule about short words, kept: a desk's words are few and come again. */
function remember(rule: (lower: string) => boolean): (lower: string) => boolean {
  const answers = new Map<string, boolean>();
  return (lower) => {
    if (lower.length > LONGEST_WORD) return false;
    let answer = answers.get(lower);
    if (answer === undefined) {
      answer = rule(lower);
      if (answers.size >= REMEMBERED) answers.clear();
      answers.set(lower, answer);
    }
    return answer;
  };
}

function findSlip(lower: string): boolean {
  for (let at = 0; at < lower.length; at += 1) {
    const [before, after] = [lower.slice(0, at), lower.slice(at + 1)];
    if (english.has(before + after)) return true;
    if (at + 1 < lower.length && english.has(before + lower[at + 1] + lower[at] + lower.slice(at + 2))) return true;
    for (const letter of 'abcdefghijklmnopqrstuvwxyz') if (english.has(before + letter + lower.slice(at))) return true;
  }
  return false;
}

function findCompound(lower: string): boolean {
  for (let at = 3; at <= lower.length - 3; at += 1)
    if (english.has(lower.slice(0, at)) && english.has(lower.slice(at))) return true;
  return false;
}
