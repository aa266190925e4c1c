// Error codes as people say them: "error one ten", "code double oh seven", and what the page says beside the number.
import { ENGLISH_DIGITS } from '../scrub/normalize/spoken-digits.ts';

const DIGITS: Readonly<Record<string, string>> = {
  ...ENGLISH_DIGITS,
  ten: '10',
  eleven: '11',
  twelve: '12',
  hundred: '',
};
const SPOKEN = new RegExp(
  `\\b(?:error|code|number)s?(?: (?:code|number|is|was|says|said|of)){0,2} ((?:(?:double |and )?(?:${Object.keys(DIGITS).join('|')})\\b[ -]?){1,5})`,
  'gi',
);

/** What only one code means, in the words of the list. */
const MEANINGS: readonly (readonly [RegExp, string])[] = [
  [/\b(?:multiple|several|more than one|two) EDIPIs?\b/i, '102'],
  [/\bEDIPI (?:mismatch|does not match)\b|\bICN mismatch\b|\bmismatched ICNs?\b/i, '103'],
  [/\b(?:multiple|several|more than one|two) corp(?:orate)? ?ids?\b/i, '106'],
  [/\bMPI mismatch\b/i, '004'],
  [/\bstate mismatch\b/i, '202'],
];

/** Three digits, one of `known`; null where none is said. */
export function spokenCode(text: string, known: ReadonlyMap<string, unknown>): string | null {
  for (const match of text.matchAll(SPOKEN)) {
    const code = digitsOf((match[1] ?? '').toLowerCase());
    if (known.has(code)) return code;
  }
  return MEANINGS.find(([words]) => words.test(text))?.[1] ?? null;
}

function digitsOf(words: string): string {
  let digits = '';
  let twice = false;
  for (const word of words.split(/[ -]+/)) {
    if (word === 'double') twice = true;
    else if (word !== 'and') {
      const digit = DIGITS[word] ?? '';
      digits += twice ? digit + digit : digit;
      twice = false;
    }
  }
  // "one hundred six" and "one oh six" are the same.
  return /\bhundred\b/.test(words) && digits.length === 2 ? `${digits[0]}0${digits[1]}` : digits;
}
