// Names: by what stands before and after them, by the lists, and by standing alone on a line. In any letter case.
import type { Finding } from '../words/pii.ts';
import type { Detector } from './detector.ts';
import { type Before, isAlone, isFollowedAsName, isPlaceOrCode, whatStandsBefore } from './names/context.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { isGiven } from './names/lists.ts';
import { looksLikeSlip, names, type Phrase, phraseFrom, type Reading, readWords, type Word } from './names/phrases.ts';
import { NOT_A_NAME } from './not-a-name.ts';

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
  const before = whatStandsBefore(reading, at);
  if (before === 'sure') {
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

function judge({ text, mixedCase }: Reading, phrase: Phrase, before: Before): Found | null {
  const count = (kind: Word['kind']) => phrase.words.filter((word) => word.kind === kind).length;
  const [sureNames, both, unknown] = [count('name'), count('both'), count('unknown')];
  const total = sureNames + both + unknown;
  const initials = count('initial') + count('suffix');
  const relative = before === 'relative';
  const likely = before !== null;
  const followed = isFollowedAsName(text, phrase.end);
  const alone = isAlone(text, phrase.start, phrase.end);
  const found = (confidence: number, detector: string): Found => ({ phrase, confidence, detector });
  if (isPlaceOrCode(text, phrase.end)) return null;
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
