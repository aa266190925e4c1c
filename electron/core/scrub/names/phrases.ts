// Runs of words that can be a name: "Oluwaseun Uberacker Jr.", "Pham, Kimberly P", "Ana Lucía de la Torre-Ruiz".
import { classify, isSlip, type WordClass } from './lists.ts';

export interface Word {
  readonly start: number;
  readonly end: number;
  readonly lower: string;
  readonly kind: WordClass | 'initial' | 'particle' | 'suffix';
  /** Begins with a capital in a text where capitals mean something. */
  readonly capital: boolean;
}

export interface Phrase {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{M}][\p{L}\p{M}'’-]*/gu;
const APOSTROPHE = 0x27;
const HYPHEN = 0x2d;
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'la',
  'las',
  'los',
  'van',
  'von',
  'der',
  'den',
  'da',
  'dos',
  'di',
  'du',
  'le',
  'bin',
  'ibn',
  'al',
  'el',
  'st',
  'y',
  'ten',
  'ter',
  'abu',
  'dela',
  'delos',
  'san',
  'santa',
  'mac',
  'sans',
]);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'md', 'phd', 'rn', 'esq', 'dds', 'lpn', 'pharmd']);
const LONGEST = 7;

export interface Reading {
  readonly text: string;
  /** Both letter cases occur, so a capital means something. */
  readonly mixedCase: boolean;
  readonly words: readonly Word[];
}

export function readWords(text: string): Reading {
  const words: Word[] = [];
  let upper = 0;
  let lowerCase = 0;
  let capitalised = false;
  WORD.lastIndex = 0;
  for (let match = WORD.exec(text); match !== null; match = WORD.exec(text)) {
    let whole = match[0];
    let lower = whole.toLowerCase();
    if (whole.length > 1) {
      if (whole === lower) lowerCase += 1;
      else if (whole === whole.toUpperCase()) upper += 1;
      else {
        lowerCase += 0.5;
        capitalised ||= whole[0] !== lower[0] && whole[1] === lower[1];
      }
      const last = lower.charCodeAt(lower.length - 1);
      if (last === APOSTROPHE || last === HYPHEN || last === 0x2019 || lower.includes("'") || lower.includes('’')) {
        whole = whole.replace(/(?:['’]s|['’-]+)$/i, '');
        lower = whole.toLowerCase().replace(/’/g, "'");
        if (whole === '') continue;
      }
    }
    const start = match.index;
    words.push({ start, end: start + whole.length, lower, kind: kindOf(lower), capital: whole[0] !== lower[0] });
  }
  const mixedCase = capitalised && lowerCase > upper * 0.25;
  return {
    text,
    mixedCase,
    words: mixedCase ? words : words.map((word) => (word.capital ? { ...word, capital: false } : word)),
  };
}

function kindOf(lower: string): Word['kind'] {
  if (lower.length === 1) return 'initial';
  if (SUFFIXES.has(lower)) return 'suffix';
  return PARTICLES.has(lower) ? 'particle' : classify(lower);
}

/** What may stand between two words of one name. */
const GAP = /^(?:[ \t]|,[ ]?|[ ]["“'(]|["”')][ ])$/u;

/** The longest run that begins at a word; `mayTake` says which words belong. Ends with a word that names. */
export function phraseFrom(
  reading: Reading,
  from: number,
  mayTake: (word: Word, position: number, next: Word | undefined) => boolean,
): Phrase | null {
  const { text, words } = reading;
  const taken: Word[] = [];
  let commas = 0;
  for (let at = from; at < words.length && taken.length < LONGEST; at += 1) {
    const word = words[at];
    if (word === undefined) break;
    const last = taken.at(-1);
    if (last !== undefined) {
      const gap = text.slice(last.end, word.start);
      if (gap.length > 24 || !isGap(gap, last, word)) break;
      if (gap.includes(',') && word.kind !== 'suffix') {
        commas += 1;
        if (commas > 1 || taken.filter((one) => one.kind !== 'particle').length > 3) break;
      }
    }
    if (!mayTake(word, taken.length, words[at + 1])) break;
    taken.push(word);
  }
  while (
    taken.length > 0 &&
    ((taken.at(-1)?.kind === 'particle' && !taken.at(-1)?.capital) ||
      (taken.at(-1)?.kind === 'initial' && taken.length === 1))
  )
    taken.pop();
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined || !taken.some(names)) return null;
  const dotted = (last.kind === 'initial' || last.kind === 'suffix') && text[last.end] === '.';
  return { words: taken, start: first.start, end: last.end + (dotted ? 1 : 0) };
}

function isGap(gap: string, last: Word, next: Word): boolean {
  if (gap.startsWith('.'))
    return last.kind === 'initial' || last.kind === 'suffix' || last.lower === 'st' ? /^\.,? ?$/.test(gap) : false;
  if (/^,? ?$/.test(gap) && gap !== '') return true;
  if (next.kind === 'initial' || last.kind === 'initial') return /^[ .]{1,2}$/.test(gap);
  return GAP.test(gap);
}

export function names(word: Word): boolean {
  return word.kind === 'name' || word.kind === 'both' || (word.kind === 'unknown' && word.lower.length > 1);
}

/** An unknown word in small letters that is one slip from an English word. */
export function looksLikeSlip(word: Word): boolean {
  return word.kind === 'unknown' && !word.capital && isSlip(word.lower);
}
