// Postal addresses that do not follow the American pattern: number, street, house number; flats, cities and postal codes
// on lines of their own; the corner of two streets.
import type { Finding } from '../domain/pii.ts';
import { type CuedPattern, type CuedRule, type Detector, matchEnd } from './detector.ts';
import { isCompound } from './names/lists.ts';
import type { Tokens, Word } from './tokens.ts';

const UNIT_WORDS = new Set(['apt', 'apartment', 'suite', 'ste', 'flat', 'unit']);
const UNIT = `(?:${[...UNIT_WORDS].join('|')})\\.?[ ]?#?\\d{1,5}[a-z]?`;
/** What stands between the lines of an address: a comma, a new line, the marks of a quoted mail. */
const BREAK = '[ \\t]{0,3}[,\\n][\\s>?,]{0,10}';
const PROPER = "(?:(?:St|Mt|Ft)\\.|\\p{Lu}[\\p{L}\\p{M}'’-]{0,30})";
const PLACE = `(?:nan|\\d{1,2}(?=[,\\n])|${PROPER}(?:[ -]${PROPER}|[ ]\\p{Ll}{1,3}[ ]${PROPER}|[ ]\\([^)\\n]{2,20}\\)){0,4})`;
const CODE = '\\d{3,6}(?:[- ]\\d{2,4})?(?:[ ][A-Z]{2})?|[A-Z]\\d[A-Z][ ]\\d[A-Z]\\d';

const CORE =
  /\d{1,6}[ ](?:\d{1,5}[ ])?(?:(?:[\p{L}\p{M}][\p{L}\p{M}.'’-]{0,30}[ ]){1,5}\d{1,4}[a-z]?\.?|(?:[\p{L}\p{M}][\p{L}\p{M}.'’-]{0,30}[ ]){1,4}(?:street|str|st|drive|dr|road|rd|avenue|ave|lane|close|terrace)\b\.?|(?:rue|via|avenida|calle|rua|piazza|plaza|strada|place|camino|paseo|rambla|ul\.)(?:[ ][\p{L}\p{M}.'’-]{1,30}){1,5}?(?=[,.\n]|[ ](?:apt|suite)))(?![\d\p{L}/:-])/iuy;
const UNITS = new RegExp(`(?:[,\\s>?]{1,10}${UNIT}){1,2}`, 'iuy');
const UNIT_ALONE = new RegExp(`${UNIT}(?![\\w])`, 'iuy');
const TO_CODE = new RegExp(`(?:(?:${BREAK}|[ ])${PLACE}){0,4}?(?:${BREAK}|[ ])(?:${CODE})(?![\\w/:.-]\\w)`, 'uy');
const TO_STATE = new RegExp(`(?:${BREAK}|[ ])(?:${PROPER}[ ]){1,3}(?:[A-Z]{2}|nan|${PROPER})(?![\\w])`, 'uy');
const PLACES = new RegExp(`(?:${BREAK}${PLACE}){1,2}`, 'uy');
const LIVES =
  /(?:lives? (?:at|on|in)|living (?:at|in)|address(?: (?:is|of \S+ is|with|to))?|located at|arrived at|return to|sent to|meet (?:me|you) at|taxi to|enter on|off at|same|new one to|lived in|offices? (?:is|are) at|card to|bring it to|here)[\s:>?]{1,6}(?:the )?$/i;
const STREET_KINDS = new Set(['street', 'avenue', 'road', 'lane', 'drive', 'boulevard', 'court']);

/** Streets abroad, from the number at which they begin. */
export const findAddressesAbroad: Detector = (reading) => {
  const findings: Finding[] = [];
  const { text, numbers } = reading;
  for (const { start, run } of numbers) {
    if (run > 6 || text[start + run] !== ' ') continue;
    const core = matchEnd(CORE, text, start);
    if (core === null) continue;
    const units = matchEnd(UNITS, text, core) ?? core;
    const coded = matchEnd(TO_CODE, text, units) ?? (units > core ? matchEnd(TO_STATE, text, units) : null);
    const isCued = LIVES.test(text.slice(Math.max(0, start - 40), start));
    const proof = wordsOf(reading, start, core);
    if (
      proof.some(isOfASentence) ||
      !proof.some(isStrange) ||
      (units === core && coded === null && !isCued && proof.some(({ kind }) => kind === 'word'))
    )
      continue;
    findings.push(addressAt(start, coded ?? matchEnd(PLACES, text, units) ?? units, 'street-abroad', 0.8));
  }
  return findings;
};

/** Flats, and named streets without a number, where their words stand. */
export const FLATS_AND_STREETS: readonly CuedRule[] = [
  {
    cues: UNIT_WORDS,
    find(reading, at) {
      const { text, words } = reading;
      const start = words[at]?.start ?? 0;
      const unit = matchEnd(UNIT_ALONE, text, start);
      if (unit === null) return null;
      const onItsLine =
        /(?:^|\n)[\s>?]{0,8}$|,[ ]?$|\d[ ]$/.test(text.slice(Math.max(0, start - 10), start)) ||
        /^ \d{2}/.test(text.slice(unit, unit + 3));
      const street = streetBefore(reading, start);
      if (!onItsLine && street === null) return null;
      const places = street === null ? null : matchEnd(PLACES, text, unit);
      return addressAt(street ?? start, matchEnd(TO_CODE, text, unit) ?? places ?? unit, 'flat', 0.8);
    },
  },
  {
    cues: STREET_KINDS,
    find(reading, at) {
      const word = reading.words[at];
      const street = word?.capital ? namedBefore(reading, at) : null;
      return word === undefined || street === null ? null : addressAt(street, word.end, 'street-named', 0.65);
    },
  },
];

function addressAt(start: number, end: number, detector: string, confidence: number): Finding {
  return { start, end, type: 'ADDRESS', detector, confidence };
}

function wordsOf({ words }: Tokens, start: number, end: number): Word[] {
  let [low, high] = [0, words.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((words[middle]?.start ?? 0) < start) low = middle + 1;
    else high = middle;
  }
  const found: Word[] = [];
  for (let word = words[low]; word !== undefined && word.end <= end; word = words[++low]) found.push(word);
  return found;
}

const MONTHS =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec|january|february|march|april|august|september|october|november|december)$/;

/** A date, or words that join others: "2 Jan 1990, SSN", "1990 on August 8". */
function isOfASentence({ lower }: Word): boolean {
  return MONTHS.test(lower) || /^(?:on|at|with|to|is|by|in|for|from)$/.test(lower);
}

/** No English word, so it may name a street. */
function isStrange({ kind, lower }: Word): boolean {
  return (
    kind === 'name' ||
    kind === 'both' ||
    kind === 'rare' ||
    (kind === 'unknown' && lower.length > 2 && !isCompound(lower))
  );
}

/** Where the street before a flat begins: capitalised words and numbers, at least one of each. */
function streetBefore({ text, mixedCase }: Tokens, unitStart: number): number | null {
  if (!mixedCase) return null;
  const before = text.slice(Math.max(0, unitStart - 90), unitStart).replace(/[\s,>?]{1,12}$/, '');
  const run =
    /(?:(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|\d{1,6}\.?|d[aeiou]s?|of|and|rue|ul\.|la|út|tér|u\.)[ ]){0,8}(?:\p{Lu}[\p{L}\p{M}.'’-]{0,30}|\d{1,6}\.?)$/u.exec(
      before,
    );
  if (run === null || !/\d/.test(run[0]) || !/\p{L}{3}/u.test(run[0])) return null;
  const label = /^.*\baddress:? /i.exec(run[0])?.[0].length ?? 0;
  return Math.max(0, unitStart - 90) + run.index + label;
}

/** Where one to three capitalised words before a kind of street begin, one of them strange: "on Marina Fort Street". */
function namedBefore({ text, words }: Tokens, at: number): number | null {
  let first = at;
  while (first > 0 && at - first < 3) {
    const [previous, next] = [words[first - 1], words[first]];
    if (
      previous === undefined ||
      next === undefined ||
      !previous.capital ||
      text.slice(previous.end, next.start) !== ' '
    )
      break;
    first -= 1;
  }
  const named = words.slice(first, at);
  return named.some((word) => word.kind !== 'both' && isStrange(word)) ? (named[0]?.start ?? null) : null;
}

export const CORNERS_AND_CODES: readonly CuedPattern[] = [
  {
    type: 'ADDRESS',
    name: 'corner',
    cues: ['the', 'corner'],
    confidence: 0.9,
    pattern: /(?:the )?corner of [^\n,;{}]{3,60}? and (?:ul\.|[^\n,;.?!{}]){3,50}/iuy,
  },
  {
    type: 'ADDRESS',
    name: 'street-lived-in',
    cues: ['lives', 'live', 'located', 'station', 'side', 'refers', 'enter'],
    confidence: 0.75,
    pattern: new RegExp(
      `(?:lives?|located|(?:bus )?station is|side|refers|enter) (?:on|at|in|of|to) (?<v>${PROPER}(?:[ ](?:\\p{Ll}{1,10}[ ])?${PROPER}){0,4}[ ](?:\\p{Ll}{1,6}[ ])?\\d{1,4}\\.?)(?![\\w:/])`,
      'uy',
    ),
  },
  {
    type: 'ADDRESS',
    name: 'postal-code',
    cues: ['zip', 'zipcode', 'postcode', 'postal'],
    confidence: 0.55,
    pattern:
      /(?:zip|postal)?[ -]?(?:code)?(?:[ \t:#=]{1,3}(?:is\b)?){1,2}[ ]?(?<v>(?=[A-Z0-9 -]{0,6}\d)[A-Z0-9]{2,5}(?:[ -](?=[A-Z]{0,2}\d|[A-Z]{2}\b)[A-Z0-9]{2,4})?)(?![\w])/iy,
  },
  {
    type: 'ADDRESS',
    name: 'ship',
    cues: ['uss', 'usns', 'usnv', 'usn', 'uscgc', 'apo', 'fpo', 'dpo'],
    confidence: 0.95,
    pattern:
      /(?:us(?:n|ns|nv|s|cgc)[ ][\p{L}\p{M} .'-]{2,30}[,\s]{1,4})?(?:fpo|apo|dpo)[ ,]{1,2}a[aep]\b[, ]{0,2}(?:\d{5}(?:-\d{4})?)?/iuy,
  },
];
