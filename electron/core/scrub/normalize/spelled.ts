// Words spelled letter by letter: "S m i t h", "S-M-I-T-H", "Sierra Mike India Tango Hotel", "S as in Sam, M as in Mary".
import type { Rewrite } from './view.ts';

const NATO: readonly string[] =
  'alfa|alpha bravo charlie delta echo foxtrot golf hotel india juliet|juliett kilo lima mike november oscar papa quebec romeo sierra tango uniform victor whiskey|whisky x-ray|xray yankee zulu'.split(
    ' ',
  );
const ANY_NATO = NATO.join('|');
const LETTER_OF = new Map(NATO.flatMap((words) => words.split('|').map((word) => [word, word.slice(0, 1)] as const)));

/** A name is written with one capital, in capitals when the letters were; the rest of the text decides what it means. */
function asWord(letters: string): string {
  return letters.slice(0, 1).toUpperCase() + letters.slice(1).toLowerCase();
}

/** Four letters or more with the same sign between; "U.S." and "A/B/C" are shorter or stand for words. */
export const LETTERS = /(?<![\p{L}\p{N}.'’-])\p{L}([ .-]|, |- | - )\p{L}(?:\1\p{L}){2,30}(?![\p{L}\p{N}'’])/gu;
/** What each of the three below cannot do without. */
export const MAY_BE_LETTERS = /(?<![\p{L}\p{N}])\p{L}[ .,-]{1,3}\p{L}[ .,-]/u;
export const MAY_BE_RADIO = new RegExp(`\\b(?:${ANY_NATO})[ ,.-]{1,2}(?:${ANY_NATO})`, 'i');
export const MAY_BE_AS_IN = /\b[A-Za-z] (?:as in|like|for) /;
/** Three words of the alphabet of radio, or "as in" twice. */
export const RADIO = new RegExp(`(?<![\\w-])(?:${ANY_NATO})(?:[ ,.-]{1,2}(?:${ANY_NATO})){2,30}(?![\\w-])`, 'gi');
export const AS_IN =
  /(?<![\w-])[A-Za-z](?: as in| like in| for| like) [A-Za-z]{2,12}(?:(?:[,.;]? (?:and |then )?)[A-Za-z](?: as in| like in| for| like) [A-Za-z]{2,12}){1,30}(?![\w-])/g;

/** "S as in Sam", not "b for him": what stands for a letter begins with it. */
export function isSpelled(run: string): boolean {
  return [...run.matchAll(/(?<![A-Za-z])([A-Za-z])(?: as in| like in| for| like) ([A-Za-z])/g)].every(
    ([, letter = '', first = '']) => letter.toLowerCase() === first.toLowerCase(),
  );
}

export const SPELLED: readonly Rewrite[] = [
  {
    needs: MAY_BE_LETTERS,
    pattern: LETTERS,
    read: ([run]) => asWord(run.replace(/[^\p{L}]/gu, '')),
  },
  {
    needs: MAY_BE_RADIO,
    pattern: RADIO,
    read: ([run]) =>
      asWord((run.toLowerCase().match(/x-ray|[a-z]+/g) ?? []).map((word) => LETTER_OF.get(word) ?? '').join('')),
  },
  {
    needs: MAY_BE_AS_IN,
    pattern: AS_IN,
    read: ([run]) => {
      if (!isSpelled(run)) return null;
      const letters = run.match(/(?<![A-Za-z])[A-Za-z](?= (?:as in|like|for) )/g) ?? [];
      return asWord(letters.join(''));
    },
  },
];
