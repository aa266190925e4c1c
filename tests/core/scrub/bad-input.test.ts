// Text that nobody would write by hand: long, broken, in any script. Offsets stay true, and time grows with the length.
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ASK_BELOW } from '../../../electron/core/domain/pii.ts';
import { findPii } from '../../../electron/core/scrub/find-pii.ts';
import { replaceFindings } from '../../../electron/core/scrub/placeholders.ts';

const SSN = '518-41-0093';
/** `npm run test:long` takes five. */
const MEGABYTES = Number(process.env.TEXT_MEGABYTES ?? 1);
/** Each is an attack on one detector: what it begins with, over and over, without what it ends with. */
const PIECES = [
  '1234567890 ',
  '1',
  'a',
  'Mr. Smith ',
  '. ',
  'a dot ',
  'a at ',
  '12-',
  '12 main ',
  '12 Elm St ',
  'Apt 4 ',
  '(303) ',
  '+1 ',
  '0:',
  '%40',
  'a@',
  'one two ',
  'password is ',
  'https://a.b/?',
  'Ana de la ',
  'van ',
  'Two Bulls ',
  'x is his last name ',
  'corner of a and ',
  'SSN ',
  'last 4 of the ',
  'card ',
  'born on the ',
  'xxx-',
  '[A',
  '26-HRC-HD-',
  'A1B2 ',
  "O'",
  '\n',
  '\u0000',
  'é',
  '👩🏽‍🦽',
  '\ud800',
  'שלום ',
  'ΑΒΓ ',
  'user name is ',
  'live at ',
  'Rx 1234567, 1234567, ',
  'Ann Lee - 1041 ',
  'the ',
  'S m ',
  'sierra mike ',
  'S as in Sam, ',
  'five, ',
  '&amp;',
  '=3D=\n',
  'https://a/%41',
  '\\u0041',
  '**a',
  '<b style="a">',
  'a-\n',
  'NTE4LTQxLTAwOTM= ',
  'аb',
] as const;

/** Milliseconds of this thread's own work: whatever else runs on the machine does not count. */
const shortest = (text: string, runs = 2) => {
  let best = Number.POSITIVE_INFINITY;
  for (let run = 0; run < runs; run += 1) {
    const started = process.threadCpuUsage();
    findPii(text);
    const { user, system } = process.threadCpuUsage(started);
    best = Math.min(best, (user + system) / 1000);
  }
  return best;
};

/**
 * How many times longer a text takes than a part of it; the least of several looks, because whatever else runs on the machine
 * can only add. Ends as soon as it is under `most`.
 */
function growth(part: string, whole: string, most: number): number {
  const tries = 8;
  let least = Number.POSITIVE_INFINITY;
  for (let attempt = 0; attempt < tries && least >= most; attempt += 1) {
    // Less cannot be told from the noise of a thread.
    const once = Math.max(shortest(part), 4);
    // A disturbance makes this one longer, and then it is looked at again.
    least = Math.min(least, shortest(whole, 1) / once);
  }
  return least;
}

describe('time', () => {
  it.each(PIECES)('grows no faster than the length: %j', (piece) => {
    const text = (size: number) => piece.repeat(Math.ceil(size / piece.length));
    // Four times the text: linear is 4, quadratic 16. Large, because the memory of many findings weighs most where texts are small.
    const most = 6;
    expect(growth(text(15_000), text(60_000), most)).toBeLessThan(most);
  });

  it('of mixed attacks grows no faster than the length', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...PIECES), { minLength: 2, maxLength: 6 }), (pieces) => {
        const text = pieces.join('').repeat(Math.ceil(8_000 / pieces.join('').length));
        // Eight times the text: linear is 8, quadratic 64.
        const most = 8 * 2.5;
        expect(growth(text, text.repeat(8), most)).toBeLessThan(most);
      }),
      { numRuns: 12 },
    );
  });
});

describe('size', () => {
  it('finds the one number among megabytes, wherever it stands', () => {
    const filler = 'The list of prescriptions stays blank after the update. ';
    const half = filler.repeat(Math.ceil((MEGABYTES * 500_000) / filler.length));
    const text = `${half}SSN ${SSN} ${half}`;
    expect(findPii(text).map(({ start, end }) => text.slice(start, end))).toEqual([SSN]);
  });

  it('finds it in one line of a great many signs without a space', () => {
    const text = `${'x.'.repeat(MEGABYTES * 100_000)} ${SSN}`;
    expect(findPii(text).some(({ start, end }) => text.slice(start, end) === SSN)).toBe(true);
  });
});

describe('odd text', () => {
  it.each([
    ['control characters', `a\u0000b\u0007 ${SSN}\u001b[0m`],
    ['emoji', `👩🏽‍🦽👍 ${SSN} 🇺🇸`],
    ['combining marks', `Zoë\u0301\u0301 \u0301${SSN}\u0301`],
    ['right to left', `שלום ${SSN} \u202eabc\u202c`],
    ['lone surrogates', `\ud800 ${SSN} \udfff`],
    ['a byte order mark', `\ufeff${SSN}`],
  ])('keeps offsets true among %s', (_, text) => {
    const found = findPii(text).filter(({ type, confidence }) => type === 'SSN' && confidence >= ASK_BELOW);
    expect(found.map(({ start, end }) => text.slice(start, end))).toEqual([SSN]);
    expect(replaceFindings(text, found)).toBe(text.replace(SSN, '[SSN]'));
  });

  it('is sorted, inside the text and free of overlaps, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom(...PIECES, `SSN ${SSN} `, 'a.b@c.de', '12/12/1950'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 30 }), (pieces) => {
        const text = pieces.join('');
        let last = 0;
        for (const { start, end } of findPii(text)) {
          expect(start).toBeGreaterThanOrEqual(last);
          expect(end).toBeGreaterThan(start);
          last = end;
        }
        expect(last).toBeLessThanOrEqual(text.length);
      }),
      { numRuns: 400 },
    );
  });
});
