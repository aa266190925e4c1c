// Names: by what stands before and after them, by the lists, and by standing alone on a line. In any letter case.
import type { Finding } from '../words/pii.ts';
import type { Detector } from './detector.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { isGiven } from './names/lists.ts';
import { looksLikeSlip, names, type Phrase, phraseFrom, type Reading, readWords, type Word } from './names/phrases.ts';
import { NOT_A_NAME } from './not-a-name.ts';

const TITLES =
  'mr|mrs|ms|miss|mx|dr|doctor|sgt|sergeant|cpl|pvt|pfc|capt|captain|maj|lt|col|colonel|gen|msgt|tsgt|ssgt|cdr|cmdr|rev|hon|judge|senator';
const PEOPLE =
  'veterans?|vet|caller|patient|pt|spouse|wife|husband|son|daughter|mother|father|mom|dad|brother|sister|caregiver|beneficiary|claimant|requester|contact|user|agent|provider|nurse|member|employee|clinician|pharmacist|rep|representative|coordinator|employer|neighbor|friend';

/** After these, what follows is a name even where its words are words too. */
const SURE = new RegExp(
  `(?:\\b(?:${TITLES})\\b\\.?[ ]+|\\b(?:my name(?: is|'s)|name is|this is|i am|i'm|named|called by|asked for|ask for|spoke (?:with|to)|signed by|submitted by|reported by|contacted by|on behalf of)[ ]+|\\b(?:${PEOPLE}|name|from|to|cc|attn|signed|sincerely|regards|respectfully|thanks|thank you|v\\/r|r\\/|full name|first name|last name|legal name|contact name|caller name|veteran name)[ ]*[:,-]+[ ]*|\\b(?:v\\/r|r\\/|regards|respectfully|sincerely|thanks|thank you|right respectfully|semper fi)[ ]*[,.]?[ ]*\\n+[ \\t]*)$`,
  'iu',
);
/** After these it is one when it looks like one. */
const LIKELY = new RegExp(
  `(?:\\b(?:${PEOPLE}|hi|hello|dear|good (?:morning|afternoon|evening)|thanks|thank you|with|for|per|by|to|from|see attached|sincerely|regards|respectfully)[ .,]*\\n*[ ]*)$`,
  'iu',
);
/** A relative is called by the given name. */
const RELATIVE =
  /\b(?:spouse|wife|husband|son|daughter|mother|father|mom|dad|brother|sister|grandson|granddaughter|uncle|aunt|nephew|niece|fianc[eé]e?)[ ,]+$/iu;
/** Before these stands a name when it looks like one. */
const AFTER =
  /^(?:['’]s\b|[ ]*[,:/]?[ ]*(?:\n[^\n]{0,30})?(?:\(?\+?1?[ .-]?\(?\d{3}[).\-/ ]{0,2}\d{3}|<|\((?:dob|ssn|last|born)|,? ?(?:dob|ssn|last (?:4|four)|dfn|born)\b|(?:called|reports?|reported|says|said|states|stated|here|writes|wrote|cannot|can't|asked|is unable|was unable)\b))/iu;
/** What follows a name that a place bears. */
const PLACE =
  /^,? (?:va\b|vamc|vamcs|cboc|medical|clinic|hospital|county|health care|healthcare|outpatient|domiciliary|vet center)/i;
const LOOK_BACK = 40;
const LOOK_AHEAD = 60;

export const findNames: Detector = (text) => {
  const reading = readWords(text);
  const findings: Finding[] = [];
  const { words } = reading;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || !(names(word) || word.kind === 'initial' || word.kind === 'particle')) continue;
    const found = nameAt(reading, at, word);
    if (found === null) continue;
    const { phrase, confidence, detector } = found;
    findings.push({ start: phrase.start, end: phrase.end, type: 'NAME', confidence, detector });
    at += phrase.words.length - 1;
  }
  return [...findings, ...repeats(reading, findings)];
};

interface Found {
  readonly phrase: Phrase;
  readonly confidence: number;
  readonly detector: string;
}

function nameAt(reading: Reading, at: number, word: Word): Found | null {
  const before = reading.text.slice(Math.max(0, word.start - LOOK_BACK), word.start);
  if (SURE.test(before)) {
    const phrase = phraseFrom(reading, at, (one, position, next) => takes(one, position, next, reading, true));
    if (phrase !== null) return { phrase, confidence: 0.95, detector: 'name-after-label' };
  }
  if (word.kind === 'initial' || word.kind === 'particle') {
    // An initial or a particle opens a name only when a name proper follows it.
    const next = reading.words.slice(at + 1, at + 3).find((one) => one.kind !== 'particle');
    if (next === undefined || !names(next) || (reading.mixedCase && !next.capital)) return null;
    if (word.kind === 'initial' && reading.text[word.end] !== '.') return null;
    if (next.kind !== 'name' && word.kind === 'particle') return null;
  }
  const phrase = phraseFrom(reading, at, (one, position, next) => takes(one, position, next, reading, false));
  if (phrase === null) return null;
  return judge(reading, phrase, before);
}

function takes(
  word: Word,
  position: number,
  next: Word | undefined,
  { text, mixedCase }: Reading,
  sure: boolean,
): boolean {
  if (word.kind === 'suffix' || word.kind === 'particle') return true;
  if (word.kind === 'initial') return word.lower !== 'i' || word.capital || text[word.end] === '.';
  if (word.kind === 'word')
    return sure && position > 0 && word.capital && !DOMAIN_WORDS.has(word.lower) && !NOT_A_NAME.has(word.lower);
  if (mixedCase && !word.capital) return word.kind === 'name' && (sure || position > 0 || isGiven(word.lower));
  // A slip between names is a name: CORTES is not a slip of cortex after ELISA.
  return sure || position > 0 || next?.kind === 'name' || !looksLikeSlip(word);
}

function judge({ text, mixedCase }: Reading, phrase: Phrase, before: string): Found | null {
  const count = (kind: Word['kind']) => phrase.words.filter((word) => word.kind === kind).length;
  const [sureNames, both, unknown] = [count('name'), count('both'), count('unknown')];
  const total = sureNames + both + unknown;
  const initials = count('initial') + count('suffix');
  const relative = RELATIVE.test(before);
  const likely = relative || LIKELY.test(before);
  const followed = AFTER.test(text.slice(phrase.end, phrase.end + LOOK_AHEAD));
  const alone = isAloneOnLine(text, phrase);
  const found = (confidence: number, detector: string): Found => ({ phrase, confidence, detector });
  if (
    PLACE.test(text.slice(phrase.end, phrase.end + LOOK_AHEAD)) ||
    /^-?\d/.test(text.slice(phrase.end, phrase.end + 2))
  )
    return null;
  const possessive = /^['’]s\b/.test(text.slice(phrase.end, phrase.end + 3));
  if (possessive && total === 1 && mixedCase && phrase.words[0]?.capital) return found(0.65, 'name-possessive');
  if (sureNames > 0 && total >= 2) return found(0.93, 'name-in-lists');
  if (sureNames > 0 && (likely || followed || alone || initials > 0)) return found(0.9, 'name-with-context');
  if (total >= 2 && (likely || followed || alone || initials > 0)) return found(0.85, 'name-by-place');
  if (relative && total >= 1 && phrase.words.some((word) => isGiven(word.lower) || word.kind === 'unknown'))
    return found(0.8, 'name-of-relative');
  const only = total === 1 ? phrase.words.find(names) : undefined;
  if (only !== undefined && (likely || alone)) {
    // One word that is a word too must be a given name in the right place: "See attached. Mark", never "Area: General".
    if (only.kind !== 'both') return found(0.65, 'name-by-place');
    if ((followed || alone) && isGiven(only.lower) && (only.capital || !mixedCase)) return found(0.65, 'name-by-place');
  }
  if (sureNames > 0 && (!mixedCase || phrase.words[0]?.capital)) return found(0.62, 'name-alone');
  if (mixedCase && unknown > 0 && total >= 2) return found(0.6, 'name-by-look');
  return null;
}

function isAloneOnLine(text: string, { start, end }: Phrase): boolean {
  const lineStart = text.lastIndexOf('\n', start - 1) + 1;
  const next = text.indexOf('\n', end);
  const line = text.slice(lineStart, next === -1 ? text.length : next);
  if (lineStart > 0 || next !== -1) {
    if (line.trim().replace(/[.,]$/, '').length <= end - start + 1) return true;
  }
  // A signature at the very end: "See attached. Mark", "not good with computers - Ray".
  return text.slice(end).trim().length <= 1 && /(?:[.!?]|[-–—])\s+$/u.test(text.slice(0, start));
}

/** The same names once more, anywhere: a first name alone, or in another letter case. */
function repeats({ words }: Reading, findings: readonly Finding[]): Finding[] {
  const known = new Set<string>();
  let at = 0;
  for (const { start, end, confidence } of findings) {
    for (; at < words.length && (words[at]?.start ?? end) < end; at += 1) {
      const word = words[at];
      if (word === undefined || word.start < start || confidence < 0.8 || word.lower.length < 3) continue;
      if (word.kind === 'name' || word.kind === 'unknown') known.add(word.lower);
    }
  }
  if (known.size === 0) return [];
  return words
    .filter((word) => known.has(word.lower))
    .map(({ start, end }) => ({ start, end, type: 'NAME', confidence: 0.85, detector: 'name-again' }));
}
