// Codes and other words that are known by their shape alone.
import { ASKED } from './asked.ts';
import type { CuedPattern, Detector, Pattern } from './detector.ts';
import { runPatterns } from './detector.ts';

const CODED =
  /(?:error|err|code|reason|version|build|ref|form|icd|cpt|icd-?10|hcpcs|cve|status|rule|part|model|lot|batch|warn(?:ing)?|message|exception|sqlcode|defect|flag|catalog|sku|item)s?[ :#=-]*(?:#[ ]?)?(?:[A-Z]\d{4}(?:,? (?:and|or|then) |, then |, ?))*$/i;

/** Begun with a letter, or with what masks a number. */
export const INITIALS: readonly CuedPattern[] = [
  {
    type: 'INIT_LAST4',
    name: 'initial-last-four',
    cues: [...'abcdefghijklmnopqrstuvwxyz'],
    confidence: 0.9,
    pattern: /[A-Z]\d{4}(?![\w-])/iy,
    accept: (value, text, start) =>
      !value.startsWith('v') && text[start - 1] !== '-' && !CODED.test(text.slice(Math.max(0, start - 40), start)),
  },
  {
    type: 'NAME',
    name: 'dotted-initials',
    cues: [...'abcdefghijklmnopqrstuvwxyz'],
    confidence: 0.86,
    pattern: /[A-Z]\.(?:[A-Z]\.){1,2}(?![\p{L}\p{N}])/uy,
    accept: (value, text, start) =>
      !ABBREVIATIONS.has(value.replace(/\./g, '').toLowerCase()) &&
      !/[.\p{L}\p{N}]$/u.test(text.slice(Math.max(0, start - 1), start)),
  },
  {
    type: 'CLAIM',
    name: 'claim-of-claims-staff',
    cues: ['xss', 'css', 'xc'],
    confidence: 0.9,
    pattern: /(?:xss|css|xc)[ -]?\d(?:[ -]?\d){6,8}(?![\w-])/iy,
  },
  {
    type: 'SSN',
    name: 'ssn-masked',
    cues: ['xxx', 'xxx-xx'],
    confidence: 0.95,
    pattern: /xxx[- ]xx[- ]\d{4}(?!\w)/iy,
  },
];

const ABBREVIATIONS = new Set(
  'us usa am pm dc po na md rn do dd er id va tb pt ot it hr qa bp iv dob ssn asap fyi rsvp poa pow mia kia ny la nc sc nj nm nd sd ri nh wv ok ps pps ie eg ae ap sr jr ex ba ma bs ms mba phd np pa lpn uk un eu tv pc cd ei ui usc cfr'.split(
    ' ',
  ),
);
const OTHER_SCRIPT =
  /(?<![\p{L}\p{M}])(?:\p{Script=Han}|\p{Script=Hangul}|\p{Script=Hiragana}|\p{Script=Katakana}|\p{Script=Cyrillic}|\p{Script=Greek}|\p{Script=Arabic}|\p{Script=Hebrew}|\p{Script=Devanagari}|\p{Script=Armenian}|\p{Script=Thai}|\p{Script=Georgian}|\p{Script=Bengali}|\p{Script=Tamil}|\p{Script=Gurmukhi}|\p{M}){1,24}(?![\p{L}\p{M}])/gu;
/** In a text of Latin letters a word in others is, nearly always, somebody's name. */
const MOST_IN_OTHERS = 0.3;

/** Names in letters other than the text's own: "call 지훈 back". */
export const findOtherScripts: Detector = ({ text }) => {
  if (!BEYOND_LATIN.test(text)) return [];
  const found = [...text.matchAll(OTHER_SCRIPT)].filter(({ 0: word }) => /\p{L}/u.test(word));
  const signs = found.reduce((sum, { 0: word }) => sum + word.length, 0);
  if (signs > text.length * MOST_IN_OTHERS && signs > text.length - 24) return [];
  return found.map(({ 0: word, index }) => ({
    start: index,
    end: index + word.length,
    type: 'NAME',
    confidence: signs > text.length * MOST_IN_OTHERS ? 0.5 : 0.86,
    detector: 'script-of-another-language',
  }));
};
const BEYOND_LATIN = /[\u0370-\u1fff\u2e80-\uffdc]/;

/** What begins with a letter, or with either; each with what it cannot do without. */
const SHAPES: readonly (Pattern & { readonly digits: number; readonly needs?: RegExp })[] = [
  {
    type: 'SSN',
    name: 'ssn-starred',
    digits: 4,
    needs: /\*-/,
    confidence: 0.95,
    pattern: /(?<![\w*•])[*•]{3}[- ][*•]{2}[- ]\d{4}(?!\w)/g,
  },
  {
    type: 'MAC',
    name: 'mac',
    digits: 1,
    needs: /[:-]..[:-]..[:-]/,
    confidence: 0.97,
    pattern: /(?<![\w:-])[0-9a-f]{2}(?:(?::[0-9a-f]{2}){5}|(?:-[0-9a-f]{2}){5})(?![\w:-])/gi,
  },
  {
    type: 'MAC',
    name: 'mac-dotted',
    digits: 1,
    needs: /\.[0-9a-f]{4}\./i,
    confidence: 0.95,
    pattern: /(?<![\w.])(?=[0-9.]{0,13}[a-f])[0-9a-f]{4}\.[0-9a-f]{4}\.[0-9a-f]{4}(?![\w.])/gi,
  },
  {
    type: 'DEVICE',
    name: 'host-name',
    digits: 0,
    needs: /(?:laptop|desktop|ipad|iphone|macbook|surface|tablet|win|pc|ws|lt)-/i,
    confidence: 0.9,
    pattern:
      /(?<![\w-])(?:laptop|desktop|ipad|iphone|macbook|surface|tablet|win|pc|ws|lt)-(?=[a-z]{0,9}\d)[a-z0-9]{5,12}(?![\w-])/gi,
  },
  {
    type: 'DEVICE',
    name: `${ASKED}-host-of-home`,
    digits: 0,
    needs: /-(?:pc|laptop|desktop|mac|ipad)/i,
    confidence: 0.5,
    // GRANDPA-PC.
    pattern: /(?<![\w-])[A-Z][A-Z_]{2,14}-(?:PC|LAPTOP|DESKTOP|MAC|IPAD)(?![\w-])/g,
  },
  {
    type: 'IP',
    name: 'ipv6',
    digits: 1,
    needs: /[0-9a-f]:[0-9a-f:]{1,5}:/i,
    confidence: 0.95,
    pattern: /(?<![\w:])(?:[0-9a-f]{1,4}:){2,7}(?::?[0-9a-f]{1,4}){1,4}(?![\w:])/gi,
    accept: (value) => (value.split(':').length > 5 || value.includes('::')) && !/^\d\d:\d\d:\d\d/.test(value),
  },
  {
    type: 'OTHER',
    name: 'iban',
    digits: 12,
    needs: /[A-Z]{2}\d{2}/,
    confidence: 0.95,
    pattern: /(?<![\w-])[A-Z]{2}\d{2}(?: ?[A-Z0-9]{4}){3,7}(?: ?[A-Z0-9]{1,3})?(?![\w-])/g,
    accept: (value) => (value.match(/\d/g) ?? []).length >= 10,
  },
  {
    type: 'SECRET',
    name: 'token-shape',
    digits: 1,
    needs: /_|xox/,
    confidence: 0.99,
    pattern:
      /(?<!\w)(?:gh[pousr]_[A-Za-z0-9]{20,255}|[prs]k_(?:live|test)_[A-Za-z0-9]{10,99}|github_pat_\w{20,255}|xox[abprs]-[\w-]{10,255})/g,
  },
  {
    type: 'SECRET',
    name: 'jwt',
    digits: 1,
    needs: /eyJ/,
    confidence: 0.99,
    pattern: /(?<!\w)eyJ[\w-]{10,4000}(?:\.[\w-]{4,4000}){1,2}/g,
  },
];

export const findShapes: Detector = ({ text, digits }) => {
  if (digits === 0) return [];
  return runPatterns(
    text,
    SHAPES.filter(({ digits: least, needs }) => digits >= least && (needs === undefined || needs.test(text))),
  );
};
