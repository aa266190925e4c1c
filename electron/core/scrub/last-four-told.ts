// The last four digits told one by one: "ends with 4-4-1-2", "ending in triple two seven".
import type { CuedPattern } from './detector.ts';
import { ENGLISH_DIGITS } from './normalize/spoken-digits.ts';

const DIGIT = `(?:${Object.keys(ENGLISH_DIGITS).join('|')}|\\d)`;
const SAID = `(?:(?:double|triple)[ -])?${DIGIT}`;
const LAST = 4;

/** How many digits are said, "double" and "triple" counted out. */
function countSaid(told: string): number {
  let [count, times] = [0, 1];
  for (const word of told.toLowerCase().match(/[a-z]+|\d/g) ?? []) {
    if (word === 'double' || word === 'triple') {
      times = word === 'double' ? 2 : 3;
      continue;
    }
    count += times;
    times = 1;
  }
  return count;
}

export const LAST_FOUR_TOLD: CuedPattern = {
  type: 'SSN_LAST4',
  name: 'last-four-told',
  confidence: 0.9,
  cues: ['ends', 'ending', 'end', 'four', 'ssn', 'social', 'soc', 'digits', 'last', 'l', 'l4'],
  pattern: new RegExp(
    `(?:ends|ending|end|four|ssn|social|(?<=last (?:4|four) (?:of )?(?:(?:the|his|her|my|their) )?)soc|digits)(?:[ ,:]{1,2}(?:in|with|on|is|are|digits|of|number|ends|ending|four)){0,4}[ ,:#="“]{1,3}(?<v>${SAID}(?:[-., ]{1,2}${SAID}){1,3})(?![\\w]|[-., ]{1,2}${DIGIT}\\b)`,
    'iy',
  ),
  accept: (told) => /[-., ]/.test(told) && countSaid(told) === LAST,
};
