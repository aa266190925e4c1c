// What hostile texts of strangers leaked, and what they hurt: values whose signs stand apart, numbers told aloud, names that are
// words beside their own verb; and brands, laws, halls and codes that are nobody.
import { expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';

const LETTER_OR_DIGIT = /[\p{L}\p{N}]/u;

/** Whether every letter and digit of a value is masked, asked about or not. */
function isHeld(text: string, value: string): boolean {
  const start = text.indexOf(value);
  const found = findPii(text);
  return [...value].every(
    (sign, at) => !LETTER_OR_DIGIT.test(sign) || found.some((one) => one.start <= start + at && one.end > start + at),
  );
}

it.each([
  ['The code was 4 0 9 – 1 7 2, it said expired', '4 0 9 – 1 7 2'],
  ['He wrote it on his hand: 0 0 6 2', '0 0 6 2'],
  ['We found it in her purse: 1EG4 - TE5 - MK 73. What is it?', '1EG4 - TE5 - MK 73'],
  ['reads 10 . 44 . 201 . 9 on the sticker', '10 . 44 . 201 . 9'],
  ['the firewall shows 198.51.100 .77 again', '198.51.100 .77'],
  ['the tablet says a4 5e 60 c1 09 7f on its back', 'a4 5e 60 c1 09 7f'],
  ['blue truck, Ohio tags HVX 4 1 9 2, in the clinic lot', 'HVX 4 1 9 2'],
  ['typed into the grant form, 5XYXW4FADNEC8E12N, was parsed', '5XYXW4FADNEC8E12N'],
  ['last 4 is "double oh one six" and 0061 in the system', 'double oh one six'],
  ['new cell (eight zero eight) five-five-five dash 0 1 2 1', '(eight zero eight) five-five-five dash 0 1 2 1'],
  ["it's 910 triple five 01 double 6", '910 triple five 01 double 6'],
  [
    'two five four… five five five… zero one… hang on… zero one two nine',
    'two five four… five five five… zero one… hang on… zero one two nine',
  ],
  ['Christmas Day 1947 is his birthday', 'Christmas Day 1947'],
  ['the vet, 9 of 9 of 59, has a chip reader error', '9 of 9 of 59'],
  ['un: gma-of-9 does not work', 'gma-of-9'],
  ['Username taken: rosebud. Username ok: r0sebud_ret', 'rosebud'],
  ['Bill will bill it by noon', 'Bill'],
  ['so chase chased the fax', 'chase'],
  ['Tell Dr. Sunday that we are closed', 'Sunday'],
])('%s: %s is held', (text, value) => {
  expect(isHeld(text, value)).toBe(true);
});

it.each([
  'Johnny Isakson and David P. Roe Act: banner expires',
  'Conference room Amelia Earhart has no camera',
  'Codename Maverick ends, codename Goose starts',
  'Ms. Pac-Man and Mr. Coffee are in the test list of the filter',
  'Dr. Pepper is in the allergy list, free text',
  "Ben & Jerry's, Marie Callender's and Trader Joe's are brands",
  'Smith & Nephew and Becton Dickinson sent recall letters',
  'error E4471, then W0611, then I0001',
  'status A1204 took 8 ms, status B3311 took 9',
  'RxCUI 860975, 197361, 314076 and LOINC 2345-7, 4548-4',
  'UPC 012345678905 and ISBN 9780306406157',
  'zip 04330 and zip 78284 are two of the hospitals',
  'Mark as read, mark as unread, mark as spam',
])('%s: nothing is masked without a question', (text) => {
  expect(findPii(text).filter(({ confidence }) => confidence >= ASK_BELOW)).toEqual([]);
});
