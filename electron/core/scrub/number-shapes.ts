// Numbers that are known by their shape alone, whatever letters are attached to them.
import { ASK_BELOW } from '../domain/pii.ts';
import { ASKED } from './asked.ts';
import { goesOn, NO_MORE_DIGITS, type NumberPattern } from './detector.ts';

const SEP = '[ ./\\-\\u2010-\\u2015]';

/** Areas the Social Security Administration never issues; without a label such a number is something else. */
function isIssuedSsn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  const area = digits.slice(0, 3);
  return area !== '000' && area !== '666' && digits.slice(3, 5) !== '00' && digits.slice(5) !== '0000';
}

/** The Luhn check of payment cards. */
function passesLuhn(value: string): boolean {
  const digits = value.replace(/\D/g, '');
  let sum = 0;
  for (let i = 0; i < digits.length; i += 1) {
    let digit = Number(digits[digits.length - 1 - i]);
    if (i % 2 === 1) digit = digit * 2 > 9 ? digit * 2 - 9 : digit * 2;
    sum += digit;
  }
  return digits.length >= 12 && sum % 10 === 0;
}

const before = (text: string, start: number) => text.slice(Math.max(0, start - 40), start);
const VERSIONED = /(?:version|ver|v|chrome|edge|firefox|safari|ios|android|windows|build|release|app)[ /:.]*$/i;
const CARD_RUNS = [4, 12, 13, 14, 15, 16, 17, 18, 19];

const SSN_SHAPE = new RegExp(`\\d{3}(${SEP})\\d{2}\\1\\d{4}${NO_MORE_DIGITS}`, 'y');

/** Asked about, and surer than any guess of the tagger's: the outbound check lets those pass, and this it must refuse. */
const ABOVE_GUESSES = ASK_BELOW - 0.001;

/** A word behind bare digits, that is no unit and does not go on with digits; or a hyphen or an underscore alone. */
const ATTACHED =
  '(?!(?:[kmgt]?i?b|[mnuµp]?s|sec|bytes|bits|px|hz)(?![\\p{L}\\d]))(?=[-_]?\\p{L}{1,24}(?![\\p{L}\\d])|[-_](?![\\p{L}\\d]))';

/** Behind a word and its underscore, as machines write: EVSS_123-45-6789 may be a code, and may be somebody's. */
function isInCode(text: string, start: number): boolean {
  return /[\p{L}\d]_$/u.test(before(text, start));
}

function isGroupedSsn(value: string, text: string, start: number): boolean {
  return isIssuedSsn(value) && !goesOn(text, start) && !isGluedVersion(value, text, start);
}

/** With dots, and a v before it, or a word before it and one more number behind it: v219.09.9999, build-219.09.9999.1. */
function isGluedVersion(value: string, text: string, start: number): boolean {
  if (!value.includes('.')) return false;
  const goesOnBehind = /^\.\d/.test(text.slice(start + value.length, start + value.length + 2));
  return /(?<!\p{L})v$/iu.test(before(text, start)) || (goesOnBehind && /[\p{L}_-]/u.test(text[start - 1] ?? ''));
}

/** Neither letters nor a hyphen nor an underscore are attached to it. */
function isAlone(value: string, text: string, start: number): boolean {
  return !/[\w-]/.test((text[start - 1] ?? ' ') + (text[start + value.length] ?? ' '));
}

/** Cards begin with 2 to 6; what machines count in time begins with 1, and a hash goes on with digits before the letters. */
function isGluedCard(value: string, text: string, start: number): boolean {
  return /^[2-6]/.test(value) && !goesOn(text, start) && !/\d[a-f]{1,8}$/i.test(before(text, start));
}

/** Numbers, by the digits of their first run. */
export const NUMBERS: readonly NumberPattern[] = [
  {
    type: 'ICN',
    name: 'icn',
    runs: [10],
    gluedRuns: [10],
    confidence: 0.99,
    pattern: /\d{10} ?V ?\d{6}(?!\d)/iy,
  },
  {
    type: 'SSN',
    name: 'ssn-shape',
    runs: [3],
    gluedRuns: [3],
    confidence: 0.97,
    pattern: SSN_SHAPE,
    accept: (value, text, start) => isGroupedSsn(value, text, start) && !isInCode(text, start),
  },
  {
    type: 'SSN',
    name: `${ASKED}-ssn-in-code`,
    runs: [],
    gluedRuns: [3],
    confidence: ABOVE_GUESSES,
    pattern: SSN_SHAPE,
    accept: (value, text, start) => isGroupedSsn(value, text, start) && isInCode(text, start),
  },
  {
    type: 'CARD',
    name: 'card-luhn',
    runs: CARD_RUNS,
    gluedRuns: CARD_RUNS,
    confidence: 0.95,
    pattern: new RegExp(
      `\\d{4}[ -]?(?:\\d{4}[ -]?\\d{4}[ -]?\\d{1,7}|\\d{6}[ -]?\\d{5})${NO_MORE_DIGITS}(?![a-f]{1,8}\\d)`,
      'iy',
    ),
    accept: (value, text, start) =>
      passesLuhn(value) && (isAlone(value, text, start) || isGluedCard(value, text, start)),
  },
  {
    type: 'SSN',
    name: 'nine-digits',
    runs: [9],
    confidence: 0.7,
    pattern: /\d{9}(?![\w-])/y,
    accept: (value, text, start) => isIssuedSsn(value) && !/[.-]/.test(text[start - 1] ?? ''),
  },
  {
    // Said to be one by nothing but its length, so it is asked about: a unit, an id of GitHub or a hash goes on like this too.
    type: 'SSN',
    name: `${ASKED}-nine-digits-glued`,
    runs: [9],
    confidence: ABOVE_GUESSES,
    pattern: new RegExp(`\\d{9}${ATTACHED}`, 'iuy'),
    accept: (value, text, start) => isIssuedSsn(value) && !/[./#-]/.test(text[start - 1] ?? ''),
  },
  {
    type: 'SSN',
    name: 'ssn-behind-key',
    runs: [],
    gluedRuns: [9],
    confidence: 0.95,
    pattern: new RegExp(`\\d{9}${NO_MORE_DIGITS}`, 'y'),
    accept: (value, text, start) =>
      isIssuedSsn(value) && /(?<!\p{L})ssn(?:_num(?:ber)?)?_$/iu.test(before(text, start)),
  },
  {
    type: 'EDIPI',
    name: 'edipi-behind-key',
    runs: [],
    gluedRuns: [10],
    confidence: 0.95,
    pattern: new RegExp(`\\d{10}${NO_MORE_DIGITS}`, 'y'),
    accept: (_, text, start) => /(?<!\p{L})edipi(?:_num(?:ber)?)?_$/iu.test(before(text, start)),
  },
  {
    // Ten digits that begin with 15 to 19 are seconds since 1970.
    type: 'EDIPI',
    name: `${ASKED}-ten-digits-glued`,
    runs: [10],
    confidence: ABOVE_GUESSES,
    pattern: new RegExp(`(?!1[5-9]|0)\\d{10}${ATTACHED}`, 'iuy'),
    accept: (_, text, start) => !/[+./#-]/.test(text[start - 1] ?? ''),
  },
  {
    type: 'EDIPI',
    name: 'ten-digits',
    runs: [10],
    confidence: 0.55,
    pattern: /[1-9]\d{9}(?![\p{L}\d]|[-_][\p{L}\d])/uy,
    accept: (_, text, start) => !/[.+-]/.test(text[start - 1] ?? ''),
  },
  {
    type: 'MBI',
    name: 'medicare',
    runs: [1],
    gluedRuns: [1],
    confidence: 0.97,
    pattern: new RegExp(`[1-9][A-Z][A-Z0-9]\\d[ -]?[A-Z][A-Z0-9]\\d[ -]?[A-Z]{2}\\d{2}${NO_MORE_DIGITS}`, 'iy'),
    // Without its groups it looks like a piece of any hash.
    accept: (value, text, start) =>
      !goesOn(text, start) &&
      (/[ -]/.test(value) ||
        (!/[\p{L}-]/u.test(text[start - 1] ?? '') && !/\p{L}/u.test(text[start + value.length] ?? ''))),
  },
  {
    type: 'IP',
    name: 'ipv4',
    runs: [1, 2, 3],
    confidence: 0.93,
    pattern: /(?:25[0-5]|2[0-4]\d|1?\d?\d)(?:\.(?:25[0-5]|2[0-4]\d|1?\d?\d)){3}(?![\w]|\.\d)/y,
    accept: (_, text, start) => text[start - 1] !== '.' && !VERSIONED.test(before(text, start)),
  },
];
