// Names by context: what stands after a title, a greeting, a label or "Veteran", in any letter case. A name ends at the
// first word that cannot be one, so the lists of such words are the heart of it.
import type { Finding } from '../words/pii.ts';
import type { Detector } from './detector.ts';
import { NOT_A_NAME } from './not-a-name.ts';

const WORD = "[\\p{L}\\p{M}][\\p{L}\\p{M}'’.-]*";
const TITLES =
  'mr|mrs|ms|miss|mx|dr|doctor|sgt|sergeant|cpl|pvt|pfc|capt|captain|maj|lt|col|colonel|gen|msgt|tsgt|ssgt|cdr|cmdr|rev|hon';

/** What stands before a name. The name begins right after the match. */
const BEFORE_NAME: readonly { readonly pattern: RegExp; readonly name: string; readonly confidence: number }[] = [
  { name: 'title', confidence: 0.95, pattern: new RegExp(`\\b(?:${TITLES})\\.?[ ]+(?=\\p{L})`, 'giu') },
  {
    name: 'person-word',
    confidence: 0.9,
    pattern:
      /\b(?:veterans?|vet|caller|patient|pt|spouse|wife|husband|son|daughter|mother|father|brother|sister|caregiver|beneficiary|claimant|requester|contact)(?: name)?[ ]*[:,]?[ ]+(?:is |named )?(?=\p{L})/giu,
  },
  {
    name: 'label',
    confidence: 0.93,
    pattern:
      /\b(?:(?:full |first |last |legal )?name|from|to|cc|attn|signed|sincerely|regards|thanks|thank you|respectfully|v\/r|r\/|spoke (?:with|to)|per|submitted by|reported by)[ ]*[:,\n-]+[ \n]*(?=\p{L})/giu,
  },
  {
    name: 'introduction',
    confidence: 0.9,
    pattern: /\b(?:my name(?: is|'s)|name is|this is|i am|i'm|im|called by|asked for|ask for|named)[ ]+(?=\p{L})/giu,
  },
  {
    name: 'greeting',
    confidence: 0.85,
    pattern: /\b(?:hi|hello|dear|good (?:morning|afternoon|evening))[ ]+(?=\p{L})/giu,
  },
];

const PART = new RegExp(WORD, 'uy');
const PARTICLES = new Set([
  'de',
  'del',
  'della',
  'la',
  'las',
  'los',
  'van',
  'von',
  'der',
  'den',
  'da',
  'dos',
  'di',
  'du',
  'le',
  'bin',
  'ibn',
  'al',
  'el',
  'st',
  'mc',
  'y',
  'e',
]);
const SUFFIXES = new Set(['jr', 'sr', 'ii', 'iii', 'iv', 'v', 'md', 'phd', 'rn', 'esq']);
const LONGEST_NAME = 6;

/** Names in a text, by what stands before them. */
export const findNames: Detector = (text) => {
  const findings: Finding[] = [];
  for (const { pattern, name, confidence } of BEFORE_NAME) {
    for (const match of text.matchAll(pattern)) {
      const start = match.index + match[0].length;
      const needsCapital = name === 'introduction' || name === 'greeting' || name === 'person-word';
      const span = readName(text, start, needsCapital);
      if (span !== null) findings.push({ start, end: span, type: 'NAME', confidence, detector: `name-${name}` });
    }
  }
  return findings;
};

/** The end of the name that begins at `start`, or null. In text of one letter case capitals say nothing. */
function readName(text: string, start: number, needsCapital: boolean): number | null {
  const mixedCase = /\p{Ll}/u.test(text) && /\p{Lu}/u.test(text);
  let at = start;
  let end = start;
  let parts = 0;
  for (let count = 0; count < LONGEST_NAME; count += 1) {
    PART.lastIndex = at;
    const word = PART.exec(text)?.[0];
    if (word === undefined) break;
    const plain = word.replace(/[.'’-]+$/, '');
    const lower = plain.toLowerCase();
    const particle = parts > 0 && PARTICLES.has(lower);
    if (!particle && NOT_A_NAME.has(lower)) break;
    if (!particle && mixedCase && needsCapital && !/^\p{Lu}/u.test(plain)) break;
    parts += 1;
    const isInitial = plain.length === 1;
    end = at + (isInitial || SUFFIXES.has(lower) ? word.length : plain.length);
    at += word.length;
    if (word !== plain && !isInitial && !SUFFIXES.has(lower)) break; // a full stop or dash after a word ends the name
    const gap = /^(?:,[ ]?|[ ](?:["“(]\p{L}+["”)][ ])?)(?=\p{L})/u.exec(text.slice(at, at + 24));
    if (gap === null) break;
    if (gap[0].startsWith(',') && count > 1) break;
    at += gap[0].length;
  }
  return end > start ? end : null;
}
