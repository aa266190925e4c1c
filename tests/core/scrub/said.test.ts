// Numbers as they are said: each word of them is read as its own digits, and years and days of a month as theirs.
import { expect, it } from 'vitest';
import { SPOKEN_DIGITS } from '../../../electron/core/scrub/normalize/spoken-digits.ts';
import { viewOf } from '../../../electron/core/scrub/normalize/view.ts';

const heard = (text: string) => viewOf(text, SPOKEN_DIGITS).text;
const TEENS = 'ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(' ');
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const DIGITS = 'zero one two three four five six seven eight nine'.split(' ');
const SPANISH = 'cero uno dos tres cuatro cinco seis siete ocho nueve'.split(' ');
const FIRST =
  'first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth'.split(
    ' ',
  );

it('are each read as their digits', () => {
  for (const [at, said] of [...DIGITS.entries(), ...SPANISH.entries()])
    expect(heard(`it is ${said} one two four five`), said).toBe(`it is ${at}1245`);
  for (const [at, said] of TEENS.entries())
    expect(heard(`it is one two ${said} five`), said).toBe(`it is 12${10 + at}5`);
  for (const [at, said] of TENS.entries())
    expect(heard(`it is one two ${said} three`), said).toBe(`it is 12${10 * (at + 2) + 3}`);
});

it.each([
  ['five one eight, four one, double zero nine three', '518-41-0093'],
  ['triple five oh one niner two', '5550192'],
  ['five four one 5550199', '5415550199'],
  ['one two three', 'one two three'],
  ['one 55501', 'one 55501'],
  ['nineteen fifty-two', '1952'],
  ['nineteen eighty', '1980'],
  ['nineteen oh four', '1904'],
  ['twenty fourteen', '2014'],
  ['May thirtieth', 'May 30'],
  ['the thirty-first of May', 'the 31 of May'],
  ['5 1 8 4 1 0 0 9 3', '518410093'],
  ['5-1-8-4-1-0-0-9-3', '518410093'],
  ['5 1 8, 4 1, 0 0 9 3', '518-41-0093'],
  ['1 2 3 4 5 6 7', '1 2 3 4 5 6 7'],
  ['5 1 8 4 1 0', '5 1 8 4 1 0'],
  ['five18-41-0093', '518-41-0093'],
])('%s is heard as %s', (said, read) => {
  expect(heard(`it is ${said} today`)).toBe(`it is ${read} today`);
});

it('and days of a month by their order', () => {
  for (const [at, said] of FIRST.entries()) expect(heard(`on the ${said} of April`)).toBe(`on the ${at + 1} of April`);
});
