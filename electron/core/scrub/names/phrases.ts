// Runs of words that can be a name: "Oluwaseun Uberacker Jr.", "Pham, Kimberly P", "Ana Lucía de la Torre-Ruiz".
import type { Tokens, Word } from '../tokens.ts';
import { isSlip } from './lists.ts';

export interface Phrase {
  readonly words: readonly Word[];
  readonly start: number;
  readonly end: number;
}

const LONGEST = 7;
const WIDEST_GAP = 4;
/** What may stand between two words of one name. */
const GAP = /^(?:[ \t]|,[ ]?|[ ]["“”'‘’(]{1,2}|["“”'‘’)]{1,2}[ ])$/;

/** The longest run that begins at a word; `mayTake` says which words belong. Ends with a word that names. */
export function phraseFrom(
  reading: Tokens,
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
      if (word.start - last.end > WIDEST_GAP) break;
      const gap = text.slice(last.end, word.start);
      if (gap !== ' ' && !isGap(gap, last, word)) break;
      if (gap.includes(',') && word.kind !== 'suffix') {
        commas += 1;
        if (commas > 1 || taken.filter((one) => one.kind !== 'particle').length > 3) break;
      }
    }
    if (isDigit(text.charCodeAt(word.end))) break;
    if (!isNickname(text, last, word) && !mayTake(word, taken.length, words[at + 1])) break;
    taken.push(word);
  }
  for (let last = taken.at(-1); last !== undefined; last = taken.at(-1)) {
    const closesNothing =
      (last.kind === 'particle' && !last.capital) || (last.kind === 'initial' && taken.length === 1);
    const isPronoun = last.lower === 'i' && /^ \p{Ll}/u.test(text.slice(last.end, last.end + 2));
    if (closesNothing || isPronoun || last.kind === 'word') taken.pop();
    else break;
  }
  const [first, last] = [taken[0], taken.at(-1)];
  if (first === undefined || last === undefined || !taken.some(names)) return null;
  const dotted = (last.kind === 'initial' || last.kind === 'suffix') && text[last.end] === '.';
  return { words: taken, start: first.start, end: last.end + (dotted ? 1 : 0) };
}

/** "K6405" after a name is an initial and last four, no part of the name. */
function isDigit(code: number): boolean {
  return code >= 0x30 && code <= 0x39;
}

/** Any word at all can be what friends call somebody: DeShawn "Skeeter" Emard. */
function isNickname(text: string, last: Word | undefined, word: Word): boolean {
  return (
    last !== undefined &&
    word.start - last.end === 2 &&
    /["“'(]/.test(text[word.start - 1] ?? '') &&
    /["”')]/.test(text[word.end] ?? '')
  );
}

function isGap(gap: string, last: Word, next: Word): boolean {
  if (gap.startsWith('.'))
    return last.kind === 'initial' || last.kind === 'suffix' || last.lower === 'st' ? /^\.,? ?$/.test(gap) : false;
  if (next.kind === 'initial' || last.kind === 'initial') if (/^[ .]{1,2}$/.test(gap)) return true;
  return GAP.test(gap);
}

export function names(word: Word): boolean {
  return word.kind === 'name' || word.kind === 'both' || word.kind === 'rare' || word.kind === 'unknown';
}

/** An unknown word in small letters that is one slip from an English word. */
export function looksLikeSlip(word: Word): boolean {
  return word.kind === 'unknown' && !word.capital && isSlip(word.lower);
}
