// User names and handles known by their shape: VA network ids, a name with a branch of service, a family name with an
// initial, "@name". None stands behind a label; what does is in user-names.ts.
import type { Finding } from '../domain/pii.ts';
import type { Detector } from './detector.ts';
import { classify, isGiven, isSlip, type WordClass } from './names/lists.ts';
import { remember } from './names/remember.ts';

/** Where people work, then letters of the name: vhaabcsmithj. */
const NETWORK_ID =
  /(?<![\p{L}\p{N}@])(?:vha|vba|vaco|oit)[a-z]{3}(?!\p{L}*(?:eligib|health))[a-z]{3,9}\d?(?![\p{L}\p{N}])/giu;
const WORKPLACE = /vha|vba|vaco|oit/i;
const SERVED = 'usmc|army|navy|usaf|airforce|uscg|usn|marine|marines|vet|veteran|sailor|soldier|ret';
const WITH_BRANCH = new RegExp(
  `(?<![\\p{L}\\p{N}@])@?[\\p{L}\\d]{3,24}(?:[_.](?:${SERVED})|(?<=\\p{L})(?<!heal)the(?:${SERVED}|airman))\\d{0,4}(?![\\p{L}\\p{N}@])`,
  'giu',
);
const BRANCH = new RegExp(`(?:[_.]|the)(?:${SERVED}|airman)`, 'i');
const MENTION =
  /(?<![\p{L}\p{N}@.])@(?!(?:usr|http|evt|network)\.)(?=[\w.-]{0,30}[\d._])[a-z][\w.-]{2,30}[\p{L}\p{N}](?![\w@/]|\.\w)/giu;
/** One word, perhaps with a digit or two. */
const WORD = /(?<![\p{L}\p{N}_.@/'’-])(\p{L}{5,16})(\d{0,2})(?![\p{L}\p{N}_@'’-]|\.\p{L})/giu;
/** Who signs in, owns, opens or is locked. */
const WHO =
  /(?:user(?:name| ?id)?|usr|login|logon|log-?ins?|sub|by|owner|reviewer|delegate|agent|account|acct|locked|unlock(?:ed)?|disabled|reset|requested|exported|opened|assigned|type|usuario|from|as|ping|cc)["']?[ \t]{0,2}[:=]?[ \t]{0,2}["'`(<]?$/i;
const ACTS =
  /^["'`)>]?(?: (?:needs|is|was|got|keeps|cannot|can't|locked|opened|requested|logged|signed|exported)\b| ?[=@|/] ?\S)/i;

export const findHandlesByShape: Detector = ({ text, mixedCase }) => {
  const findings: Finding[] = [];
  const look = (pattern: RegExp, confidence: number, detector: string, accept?: (name: string) => boolean) => {
    for (const { 0: name, index } of text.matchAll(pattern))
      if (accept?.(name) ?? true)
        findings.push({ start: index, end: index + name.length, type: 'USERNAME', confidence, detector });
  };
  if (WORKPLACE.test(text)) look(NETWORK_ID, 0.9, 'va-network-id', isNoWord);
  if (BRANCH.test(text)) look(WITH_BRANCH, 0.85, 'handle-of-branch');
  if (text.includes('@')) look(MENTION, 0.85, 'mention');
  for (const { 0: whole, 1: letters = '', 2: digits = '', index } of text.matchAll(WORD)) {
    if (mixedCase ? letters !== letters.toLowerCase() : false) continue;
    if (!(digits === '' ? isNameWithLetter : isNameWithLetterAndDigits)(letters.toLowerCase())) continue;
    const before = text.slice(Math.max(0, index - 16), index);
    const after = text.slice(index + whole.length, index + whole.length + 14);
    const placed = WHO.test(before) || ACTS.test(after);
    if (!placed && digits === '') continue;
    const confidence = placed ? (digits === '' ? 0.65 : 0.8) : 0.6;
    findings.push({
      start: index,
      end: index + whole.length,
      type: 'USERNAME',
      confidence,
      detector: 'name-and-initial',
    });
  }
  return findings;
};

/** "VHAMASTER" and "vbadocument" are the office and a word. */
const isNoWord = (name: string) => !/^v[hb]a/i.test(name) || classify(name.slice(3).toLowerCase()) !== 'word';

/** "smithj", "jsmith": no word and no name by itself, but a surname with a letter behind or before. */
const isNameWithLetter = remember((letters) => {
  if (isSlip(letters) || classify(letters) === 'name') return false;
  return namesWithout(letters).some((kind) => kind === 'name' || kind === 'rare');
});

/** "smithj2": with digits a given name will do, and a surname that is a word too. */
const isNameWithLetterAndDigits = remember((letters) => {
  if (classify(letters) === 'name') return isGiven(letters);
  return namesWithout(letters).some((kind) => kind === 'name' || kind === 'rare' || kind === 'both');
});

/** What is left of a run of letters that is no word without its last or its first one. */
function namesWithout(letters: string): readonly WordClass[] {
  const whole = classify(letters);
  return whole === 'word' || whole === 'both' ? [] : [classify(letters.slice(0, -1)), classify(letters.slice(1))];
}
