// Values known to be personal, looked for in any text in one pass: as whole words, in any letter case, however they are set
// apart. A text is read once, whatever the number of values.
import type { Finding, PiiType } from '../domain/pii.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { classify } from './names/lists.ts';

export interface KnownValue {
  readonly type: PiiType;
  readonly value: string;
  readonly confidence: number;
  readonly detector: string;
  /** An ordinary word too: it counts only where it has a capital, in a text where capitals mean something. */
  readonly byCapital?: boolean;
}

/** Signs that may stand between two words of a value. */
const LONGEST_GAP = 3;
const MANY_VALUES = 32;
/** Shorter ones are values, not texts. */
const LONG_TEXT = 60;

interface Token {
  readonly lower: string;
  readonly start: number;
  readonly end: number;
}

/** The text read last: that of a case is looked through for the reporter, then for what was found, one after the other. */
let last: { readonly text: string; readonly tokens: readonly Token[] } = { text: '', tokens: [] };

/** Words of a text: runs of letters and digits, in small letters. Offsets are UTF-16 code units. */
function tokens(text: string): readonly Token[] {
  if (text === last.text) return last.tokens;
  const read = ASCII.test(text) ? asciiTokens(text) : anyTokens(text);
  if (text.length > LONG_TEXT) last = { text, tokens: read };
  return read;
}

const ASCII = /^[\0-\x7F]*$/;

function anyTokens(text: string): Token[] {
  return Array.from(text.matchAll(/[\p{L}\p{M}\p{N}]+/gu), ({ 0: word, index }) => ({
    lower: word.normalize('NFC').toLowerCase(),
    start: index,
    end: index + word.length,
  }));
}

/** The same in a fraction of the time, for most texts and nearly all values. */
function asciiTokens(text: string): Token[] {
  const lower = text.toLowerCase();
  const read: Token[] = [];
  let start = -1;
  for (let at = 0; at <= lower.length; at += 1) {
    const code = lower.charCodeAt(at);
    const isOfWord = (code >= SMALL_A && code <= SMALL_Z) || (code >= ZERO && code <= NINE);
    if (isOfWord && start === -1) start = at;
    if (isOfWord || start === -1) continue;
    read.push({ lower: lower.slice(start, at), start, end: at });
    start = -1;
  }
  return read;
}

const [ZERO, NINE] = ['0'.charCodeAt(0), '9'.charCodeAt(0)];
const [SMALL_A, SMALL_Z] = ['a'.charCodeAt(0), 'z'.charCodeAt(0)];

/** A value as others are compared with it: its words in small letters, one space between. */
export function valueKey(value: string): string {
  return tokens(value)
    .map((token) => token.lower)
    .join(' ');
}

/** Every place where one of the values stands. */
export function findValues(text: string, values: readonly KnownValue[]): Finding[] {
  const byFirst = indexByFirst(values);
  if (byFirst.size === 0) return [];
  const words = tokens(text);
  const mixedCase = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  return words.flatMap((word, at) => {
    const found: Finding[] = [];
    for (const { rest, known } of byFirst.get(word.lower) ?? []) {
      const end = endOf(words, at, rest);
      if (end === null || isPlaceholder(text, word.start)) continue;
      if (known.type === 'DOB' && isPartOfDate(text, word.start, end)) continue;
      if (known.byCapital === true && mixedCase && !/\p{Lu}/u.test(text.charAt(word.start))) continue;
      const { type, confidence, detector } = known;
      found.push({ start: word.start, end, type, confidence, detector });
    }
    return found;
  });
}

/** "11/24" of "11/24/2026": a day that was found by itself says nothing of a whole date. */
function isPartOfDate(text: string, start: number, end: number): boolean {
  return /^[/.-]\d/.test(text.slice(end, end + 2)) || /\d[/.-]$/.test(text.slice(Math.max(0, start - 2), start));
}

const PLACEHOLDER = /\[[A-Z][A-Z0-9 ]{0,24}\]/y;

/** The first word of "[CARD 1]" names no person. */
function isPlaceholder(text: string, start: number): boolean {
  PLACEHOLDER.lastIndex = start - 1;
  return start > 0 && PLACEHOLDER.test(text);
}

interface Sought {
  readonly rest: readonly string[];
  readonly known: KnownValue;
}

function indexByFirst(values: readonly KnownValue[]): Map<string, Sought[]> {
  const byFirst = new Map<string, Sought[]>();
  const seen = new Set<string>();
  for (const known of values) {
    const key = valueKey(known.value);
    const [first, ...rest] = key.split(' ');
    if (first === undefined || first === '' || seen.has(key)) continue;
    seen.add(key);
    const same = byFirst.get(first) ?? [];
    // So many that begin alike are no values of people; more would be read again at every such word.
    if (same.length < MANY_VALUES) same.push({ rest, known });
    byFirst.set(first, same);
  }
  return byFirst;
}

function endOf(words: readonly Token[], at: number, rest: readonly string[]): number | null {
  let end = words[at]?.end ?? 0;
  for (const [step, sought] of rest.entries()) {
    const next = words[at + step + 1];
    if (next === undefined || next.lower !== sought || next.start - end > LONGEST_GAP) return null;
    end = next.end;
  }
  return end;
}

/** Shorter parts of a name are initials and particles; shorter numbers are counts and ages. */
const SHORTEST_PART = 2;
const SHORTEST_NUMBER = 4;

const PARTICLES = new Set('al da de di do du el en jr la le st sr'.split(' '));

/**
 * What was found personal in a case, to be looked for wherever its words stand: each value, and each single part of a name.
 * A part that is a word of this trade ("Blue" of Blue Button) is left to the whole name; one that is an ordinary word too
 * counts by its capital.
 */
export function valuesOf(text: string, findings: readonly Pick<Finding, 'start' | 'end' | 'type'>[]): KnownValue[] {
  const found = new Map<string, KnownValue>();
  const keep = (type: PiiType, value: string, byCapital: boolean) => {
    const key = valueKey(value);
    if (!found.has(key)) found.set(key, { type, value, confidence: 0.9, detector: 'masked-in-case', byCapital });
  };
  for (const { start, end, type } of findings) {
    const value = text.slice(start, end);
    const parts = tokens(value).map((token) => token.lower);
    if (type !== 'NAME') {
      if (parts.join('').length >= SHORTEST_NUMBER) keep(type, value, false);
      continue;
    }
    if (parts.length > 1) keep(type, value, false);
    for (const part of parts) {
      if (part.length < SHORTEST_PART || PARTICLES.has(part)) continue;
      if (DOMAIN_WORDS.has(part) || NAME_STOPWORDS.has(part)) continue;
      keep(type, part, classify(part) !== 'name' || part.length === SHORTEST_PART);
    }
  }
  return [...found.values()];
}
