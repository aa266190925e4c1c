// Characters that are read as others: digits of any script, wide and styled letters, odd spaces and hyphens, marks that
// nobody sees, letters of another alphabet that look Latin.
import type { Rewrite } from './view.ts';

const BEYOND_ASCII = /[^\p{ASCII}]/u;

/** Soft hyphens, joiners, marks of direction, variation selectors, the frame of a keycap. */
const UNSEEN: Rewrite = {
  needs: BEYOND_ASCII,
  pattern: /\u034f|[\u00ad\u061c\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff]|\p{Variation_Selector}|\u20e3/gu,
  read: () => '',
};

const SPACES: Rewrite = {
  needs: BEYOND_ASCII,
  pattern: /[\u00a0\u1680\u2000-\u200a\u202f\u205f\u3000]/g,
  read: () => ' ',
};

/** Hyphens are read as one; dashes only between digits, because elsewhere they part sentences. */
const HYPHENS: Rewrite = {
  needs: BEYOND_ASCII,
  pattern: /[\u2010\u2011\u2212\ufe63\uff0d]|(?<=\d)[\u2012-\u2015](?=\d)/g,
  read: () => '-',
};

/** Wide, circled, raised and styled characters, by their compatibility form; digits of other scripts by their value. */
const STYLED: Rewrite = {
  needs: BEYOND_ASCII,
  pattern:
    /[\uff01-\uff5e\u00b2\u00b3\u00b9\u2070-\u2089\u2460-\u2468\u24b6-\u24ea\ufb00-\ufb06\u{1d400}-\u{1d7ff}]|(?![0-9])\p{Nd}/gu,
  read: ([character]) => {
    const plain = character.normalize('NFKC');
    return /^\p{ASCII}+$/u.test(plain) ? plain : digitOf(character);
  },
};

/** Digits of a script stand in a row from zero to nine. */
function digitOf(character: string): string | null {
  const code = character.codePointAt(0) ?? 0;
  let value = 0;
  while (value < 9 && /^\p{Nd}$/u.test(String.fromCodePoint(code - value - 1))) value += 1;
  return /^\p{Nd}$/u.test(character) ? String(value) : null;
}

/** A letter and the accents typed behind it are one letter. */
const ACCENTS: Rewrite = {
  needs: /\p{M}/u,
  pattern: /[A-Za-z][\u0300-\u036f]{1,4}/g,
  read: ([letter]) => letter.normalize('NFC'),
};

/** A mark that stands on no letter; it would make a letter of the digit beside it. */
const LOOSE_MARKS: Rewrite = {
  needs: /\p{M}/u,
  pattern: /(?<![\p{L}\p{M}])\p{M}+/gu,
  read: () => '',
};

const LOOKALIKES: Readonly<Record<string, string>> = Object.fromEntries(
  [
    'АA',
    'ВB',
    'СC',
    'ЕE',
    'НH',
    'ІI',
    'ЈJ',
    'КK',
    'МM',
    'ОO',
    'РP',
    'ЅS',
    'ТT',
    'ХX',
    'аa',
    'сc',
    'еe',
    'іi',
    'јj',
    'оo',
    'рp',
    'ѕs',
    'хx',
    'уy',
    'ΑA',
    'ΒB',
    'ΕE',
    'ΖZ',
    'ΗH',
    'ΙI',
    'ΚK',
    'ΜM',
    'ΝN',
    'ΟO',
    'ΡP',
    'ΤT',
    'ΥY',
    'ΧX',
    'οo',
    'νv',
  ].map((pair) => [pair.slice(0, 1), pair.slice(1)]),
);

/** A word of Latin letters among which some of another alphabet hide. */
const HOMOGLYPHS: Rewrite = {
  needs: /[A-Za-z][\u0370-\u04ff]|[\u0370-\u04ff][A-Za-z]/,
  pattern: /[A-Za-z\u0370-\u04ff]{2,60}/g,
  read: ([word]) =>
    /[A-Za-z]/.test(word) ? word.replace(/[\u0370-\u04ff]/g, (letter) => LOOKALIKES[letter] ?? letter) : null,
};

/** Letters typed for digits in the shape of an SSN or a phone: "5l8-4I-OO93". */
const LETTERS_FOR_DIGITS: Rewrite = {
  needs: /\d[OolI]|[OolI]\d/,
  pattern: /(?<![\w-])[\dOolI]{3}([-. ])[\dOolI]{2,3}\1[\dOolI]{4}(?![\w-])/g,
  read: ([shape]) => (shape.replace(/\D/g, '').length >= 4 ? shape.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : null),
};

/** The same in a phone whose area is bracketed, and in a date: "(6O2) 555-O133", "O4/17/196l". */
const LETTERS_IN_PHONE_OR_DATE: Rewrite = {
  needs: /\d[OolI]|[OolI]\d/,
  pattern:
    /(?<![\w-])(?:\([\dOolI]{3}\)[ -]?[\dOolI]{3}[-. ][\dOolI]{4}|[\dOolI]{1,2}([/.-])[\dOolI]{1,2}\1(?:19|20|l9|I9|2O|2o)[\dOolI]{2})(?![\w-])/g,
  read: ([shape]) => (shape.replace(/\D/g, '').length >= 4 ? shape.replace(/[Oo]/g, '0').replace(/[lI]/g, '1') : null),
};

export const CHARACTERS: readonly Rewrite[] = [
  UNSEEN,
  SPACES,
  STYLED,
  HYPHENS,
  ACCENTS,
  LOOSE_MARKS,
  HOMOGLYPHS,
  LETTERS_FOR_DIGITS,
  LETTERS_IN_PHONE_OR_DATE,
];
