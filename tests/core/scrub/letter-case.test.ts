// Letter case: one capital that says nothing must not hide a name in small letters.
import { describe, expect, it } from 'vitest';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { read } from '../../../electron/core/scrub/tokens.ts';

const NAMES = [
  'herb stone',
  'pearl rivers',
  'rose fields',
  'chance early',
  'grant wood',
  'tyrone washington',
  'maria garcia',
];
const FRAMES = [
  'Labs gone. caller was X',
  'Page blank for X in Edge',
  'Labs gone again, told X to wait',
  'Vet X cannot log in.',
  'Spoke with X about the refill.',
  'X says the page is blank on Chrome.',
];

/** Asked or not: what is asked about is masked until somebody answers. */
function isMasked(text: string, part: string): boolean {
  const start = text.indexOf(part);
  const found = findPii(text);
  return Array.from(part, (_, at) => start + at).every(
    (at) => text[at] === ' ' || found.some((one) => one.start <= at && at < one.end),
  );
}

describe('a name in small letters', () => {
  it.each(FRAMES)('is masked though a sentence or a product begins with a capital: %s', (frame) => {
    const leaked = NAMES.filter((name) => !isMasked(frame.replace('X', name), name));
    expect(leaked).toEqual([]);
  });

  it.each([
    ['Vet herb stone cannot log in, Jolene Haskett in the clinic saw it too', 'herb stone'],
    ['Jolene Haskett here. spoke with grant wood about the refill', 'grant wood'],
    ['Jolene Haskett says labs are blank for maria garcia too', 'maria garcia'],
  ])('is masked beside names that have their capitals: %s', (text, name) => {
    expect(isMasked(text, name)).toBe(true);
  });
});

describe('a capital', () => {
  it.each([
    'Labs gone. caller was herb stone',
    'Page blank for herb stone in Edge',
    '- Labs gone\n* Meds gone\r\nNothing since June',
    'I saw it on Monday in Texas',
    'subject: Refill gone! Why? No idea',
  ])('says nothing where a sentence, a product or a month asks for it: %s', (text) => {
    expect(read(text).mixedCase).toBe(false);
  });

  it.each(['Vet Herb Stone called', 'seen by Dr. Stone today', 'labs of J. Stone', 'Tyrone Washington called'])(
    'says something where the writer chose it: %s',
    (text) => {
      expect(read(text).mixedCase).toBe(true);
    },
  );
});
