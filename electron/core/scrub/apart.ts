// Values whose signs stand apart: digits with a space after each, plates, vehicle, Medicare and machine numbers in groups that
// nobody else makes, an address of the net with spaces around its dots. Those that may be something else are asked about.
import { ASKED } from './asked.ts';
import type { CuedPattern, NumberPattern } from './detector.ts';

const ALONE = '(?![\\w-]|[.,]\\d| ?[.,-]? ?\\d(?!\\d))';
/** Rows of marks and of counts have few digits that differ. */
const FEWEST_DIFFERENT = 3;

/** "1 2 3 4" and "6 5 4": a count, not a value. */
function countsByOne(digits: string): boolean {
  return '01234567890 9876543210'.includes(digits);
}

function isNumberApart(value: string, text: string, start: number): boolean {
  const digits = value.replace(/\D/g, '');
  return (
    !countsByOne(digits) &&
    new Set(digits).size >= FEWEST_DIFFERENT &&
    !/\d[ .,:-]{0,2}$|[$#]$/.test(text.slice(Math.max(0, start - 3), start))
  );
}

const VIN_LENGTH = 17;
const LETTER_COUNT = 4;
const DIGIT_COUNT = 5;

/** Groups of which two mix letters and digits, or all in one. */
const MIXED = /(?:[A-Z]\d|\d[A-Z])[A-Z\d]*/g;

/** Letters and digits as every car since 1981 has them: seventeen, and never I, O or Q. */
function isVehicleNumber(value: string): boolean {
  const signs = value.replace(/[ -]/g, '');
  return (
    signs.length === VIN_LENGTH &&
    (signs === value || (value.match(MIXED)?.length ?? 0) > 1) &&
    (signs.match(/\d/g)?.length ?? 0) >= DIGIT_COUNT &&
    (signs.match(/[A-Z]/gi)?.length ?? 0) >= LETTER_COUNT
  );
}

const VIN_SIGN = '[A-HJ-NPR-Z\\d]';
const OCTET = '(?:25[0-5]|2[0-4]\\d|1?\\d?\\d)';
const PAIR = '[\\da-f]{2}';

export const NUMBERS_APART: readonly NumberPattern[] = [
  {
    type: 'OTHER',
    name: `${ASKED}-digits-apart`,
    confidence: 0.5,
    runs: [1],
    pattern: new RegExp(`\\d(?:(?: | ?[-–] ?)\\d){3,5}${ALONE}`, 'y'),
    accept: isNumberApart,
  },
  {
    type: 'VIN',
    name: 'vin-shape',
    confidence: 0.9,
    runs: [1, 2, 3, 4, 5],
    pattern: new RegExp(`\\d${VIN_SIGN}{16}(?!\\w)|\\d${VIN_SIGN}{1,5}(?:[ -]${VIN_SIGN}{2,7}){2,4}(?!\\w)`, 'y'),
    accept: isVehicleNumber,
  },
  {
    type: 'MBI',
    name: 'medicare-apart',
    confidence: 0.95,
    runs: [1],
    pattern: /[1-9][A-Z][A-Z0-9]\d[ .-]{1,3}[A-Z][A-Z0-9]\d[ .-]{1,3}[A-Z]{2}[ ]?\d{2}(?![\w-])/iy,
  },
  {
    type: 'IP',
    name: `${ASKED}-address-apart`,
    confidence: 0.5,
    runs: [1, 2, 3],
    pattern: new RegExp(`${OCTET}(?: ?\\. ?${OCTET}){3}(?!\\w| ?\\.\\d)`, 'y'),
    // A list counts in single digits: "1. 2. 3. 4".
    accept: (value) => value.includes(' ') && (value.match(/\d{2,3}/g)?.length ?? 0) > 1,
  },
  {
    type: 'MAC',
    name: `${ASKED}-machine-apart`,
    confidence: 0.5,
    runs: [1, 2],
    pattern: new RegExp(`${PAIR}([ .])${PAIR}(?:\\1${PAIR}){4}(?!\\w)`, 'iy'),
    accept: (value) => /[a-f]/i.test(value) && /\d/.test(value),
  },
];

const PLATE_WORDS = 'plate plates tag tags license lic plt'.split(' ');

export const CUED_APART: readonly CuedPattern[] = [
  {
    type: 'PLATE',
    name: 'plate-apart',
    confidence: 0.9,
    cues: PLATE_WORDS,
    pattern: new RegExp(
      `(?:(?:license |lic )?(?:plates?|plt|tags?))(?: (?:is|are|was|no|nbr|number|on (?:the|my|his|her) \\p{L}{2,10}))*[ :,=#-]{1,3}(?<v>[A-Z]{1,3}[ -]\\d(?: \\d){2,3}(?: [A-Z])?)${ALONE}`,
      'iuy',
    ),
  },
];
