// A text read once, for all detectors: its words, what each is known to be, and how many digits there are.
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { classify, type WordClass } from './names/lists.ts';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly kind: WordKind;
  /** Begins with a capital in a text where capitals mean something. */
  readonly capital: boolean;
}

export type WordKind = WordClass | 'initial' | 'particle' | 'suffix';

export interface Tokens {
  readonly text: string;
  readonly words: readonly Word[];
  /** Both letter cases occur, and a capital where neither a sentence nor a product asks for one: so it means something. */
  readonly mixedCase: boolean;
  readonly digits: number;
  readonly numbers: readonly NumberStart[];
  /** Numbers right behind a letter or an underscore. */
  readonly glued: readonly NumberStart[];
}

/** Where a number begins, not inside a word: at its first digit, at the plus before it, and again at a bracket before it. */
export interface NumberStart {
  readonly start: number;
  /** Digits of the first run; none for a plus. */
  readonly run: number;
}

const words = (list: string) => new Set(list.split(' '));
const PARTICLES = words(
  'de del della la las los van von der den da dos di du le bin ibn al el st y ten ter abu dela delos san santa mac sans zu af',
);
const SUFFIXES = words('jr sr ii iii iv md phd rn esq dds lpn pharmd');
const TITLES = words('dr mr mrs ms st');
/** What ends a sentence or a line, or opens a point of a list. */
const BREAK = /[.!?:;\n\r•*>]|^\s[-–—]\s/;
const BEYOND_ASCII = /[\p{L}\p{M}]/u;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const CURLY = 0x2019;
const UNDERSCORE = 0x5f;
const BRACKET = 0x28;
const PLUS = 0x2b;

/** Reads a text in one pass. Offsets are UTF-16 code units; a word is a run of letters, with apostrophes and hyphens inside. */
export function read(text: string): Tokens {
  const found: { start: number; end: number; lower: string; kind: WordKind; capital: boolean }[] = [];
  const numbers: NumberStart[] = [];
  const glued: NumberStart[] = [];
  let [digits, upper, lowerCase, shaped, capitalised] = [0, 0, 0, false, false];
  const { length } = text;
  let at = 0;
  while (at < length) {
    const first = text.charCodeAt(at);
    if (isDigit(first)) {
      const start = at;
      while (isDigit(text.charCodeAt(at))) at += 1;
      digits += at - start;
      const before = text.charCodeAt(start - 1);
      // Digits of a machine's word are a number only to a rule that asks for them: ERR_518410093, MHV518410093.
      if (isLetter(before, text, start - 1) || before === UNDERSCORE) glued.push({ start, run: at - start });
      else {
        if (before === BRACKET) numbers.push({ start: start - 1, run: at - start });
        if (before === PLUS) numbers.push({ start: start - 1, run: 0 });
        else numbers.push({ start, run: at - start });
      }
      continue;
    }
    if (!isLetter(first, text, at)) {
      at += 1;
      continue;
    }
    const start = at;
    let [capitals, plain, marks] = [0, true, false];
    for (; at < length; at += 1) {
      const code = text.charCodeAt(at);
      if (code >= 0x61 && code <= 0x7a) continue;
      if (code >= 0x41 && code <= 0x5a) capitals += 1;
      else if (code === APOSTROPHE || code === HYPHEN || code === CURLY) marks = true;
      else if (code > 0x7f && isLetter(code, text, at)) plain = false;
      else break;
    }
    let end = at;
    if (marks) {
      while (isMark(text.charCodeAt(end - 1))) end -= 1;
      if (
        end - start > 2 &&
        isMark(text.charCodeAt(end - 2)) &&
        text.charCodeAt(end - 2) !== HYPHEN &&
        /s/i.test(text[end - 1] ?? '')
      )
        end -= 2;
    }
    const whole = text.slice(start, end);
    let lower = capitals === 0 && plain ? whole : whole.toLowerCase();
    const capital = whole.charCodeAt(0) !== lower.charCodeAt(0);
    if (end - start > 1) {
      if (plain ? capitals === 0 : whole === lower) lowerCase += 1;
      else if (plain ? capitals >= end - start : whole === whole.toUpperCase()) upper += 1;
      else {
        lowerCase += 0.5;
        shaped ||= capital && whole.charCodeAt(1) === lower.charCodeAt(1);
        capitalised ||=
          capital &&
          whole.charCodeAt(1) === lower.charCodeAt(1) &&
          !opensSentence(text, found.at(-1), start) &&
          (!isAlwaysCapitalised(lower) || followsName(text, found.at(-1), start));
      }
    }
    if (marks) lower = lower.replace(/’/g, "'");
    found.push({ start, end, lower, kind: kindOf(lower), capital });
  }
  // A word alone, as in a cell or a label: nothing beside it says how the writer writes.
  if (found.length === 1) capitalised = shaped;
  const mixedCase = capitalised && lowerCase > upper * 0.25;
  if (!mixedCase) for (const word of found) word.capital = false;
  return { text, words: found, mixedCase, digits, numbers, glued };
}

/** The first word of a text, a line, a sentence or an answer: phones and mail write it with a capital whatever it is. */
function opensSentence(text: string, before: Word | undefined, start: number): boolean {
  if (before === undefined) return true;
  const gap = text.slice(before.end, start);
  return BREAK.test(gap) && !(gap[0] === '.' && isShortened(before));
}

/** A dot after it ends no sentence: "Dr. Stone", "J. Stone". */
function isShortened({ lower }: Word): boolean {
  return lower.length === 1 || TITLES.has(lower);
}

/** Months, weekdays, states, products, what reports speak of: their capital says nothing of the writer. */
function isAlwaysCapitalised(lower: string): boolean {
  return DOMAIN_WORDS.has(lower) || NAME_STOPWORDS.has(lower);
}

/** Washington after Tyrone is no state. */
function followsName(text: string, before: Word | undefined, start: number): boolean {
  return before?.kind === 'name' && before.capital && text.slice(before.end, start) === ' ';
}

function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

function isMark(code: number): boolean {
  return code === APOSTROPHE || code === HYPHEN || code === CURLY;
}

function isLetter(code: number, text: string, at: number): boolean {
  if (code < 0x80) return (code >= 0x61 && code <= 0x7a) || (code >= 0x41 && code <= 0x5a);
  if (code < 0xd800 || code > 0xdfff) return BEYOND_ASCII.test(text[at] ?? '');
  // Half of a pair: judged with its other half; a lone one is no letter.
  const from = code >= 0xdc00 ? at - 1 : at;
  const whole = text.codePointAt(from) ?? 0;
  return whole > 0xffff && BEYOND_ASCII.test(String.fromCodePoint(whole));
}

/** Kinds of words already met; a desk's words are few and come again. */
const kinds = new Map<string, WordKind>();
const REMEMBERED = 10_000;

function kindOf(lower: string): WordKind {
  const known = kinds.get(lower);
  if (known !== undefined) return known;
  const kind =
    lower.length === 1
      ? 'initial'
      : SUFFIXES.has(lower)
        ? 'suffix'
        : PARTICLES.has(lower)
          ? 'particle'
          : classify(lower);
  if (kinds.size >= REMEMBERED) kinds.clear();
  kinds.set(lower, kind);
  return kind;
}
