// What was found once is found everywhere in the text: the same number without its label, the last four of an SSN, a part of
// a name, the name inside an email address.
import type { Finding, PiiType } from '../domain/pii.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';
import { DOMAIN_WORDS } from './names/domain-words.ts';
import { classify } from './names/lists.ts';
import { STATED_NAME } from './stated-names.ts';
import { roleOf } from './tagger/roles.ts';
import type { Tokens, Word } from './tokens.ts';

/** Values that are nobody else's, so that they need no label the second time. */
const KEPT: ReadonlySet<PiiType> = new Set([
  'SSN',
  'SSN_LAST4',
  'INIT_LAST4',
  'PHONE',
  'ICN',
  'EDIPI',
  'DFN',
  'MRN',
  'MBI',
  'CLAIM',
  'RX',
  'MESSAGE_ID',
  'USERNAME',
  'SECRET',
  'ACCOUNT',
  'ROUTING',
  'CARD',
  'LICENSE',
  'PASSPORT',
  'PLATE',
  'VIN',
  'DEVICE',
  'DOB',
  'EMAIL',
]);
/** "Commander Diaz" is one; another commander is somebody else. */
const PARTS_OF_PEOPLE = new Set(['title', 'person', 'relative', 'greet']);
const SURE = 0.75;
/** Only what is beyond doubt names people elsewhere in the text. */
const SUREST = 0.9;
const DOUBTFUL = 0.5;
const SHORTEST = 4;
const SHORT_NAME = /^\p{Lu}\p{Ll}$/u;
const TOKEN = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}]|[-._/ ](?=\p{N})|[-._@](?=\p{L})){3,63}(?![\p{L}\p{N}])/gu;
const WORD_SPLIT = /[^\p{L}]+/u;
const NAME_SPLIT = /[^\p{L}\p{M}'-]+/u;

/** Findings for what repeats a value among those given. */
export function findAgain({ text, words, mixedCase }: Tokens, findings: readonly Finding[]): Finding[] {
  const values = new Map<string, PiiType>();
  /** What names somebody, and where from. */
  const people = new Map<string, 'name-elsewhere' | 'name-of-email'>();
  const written = new Set<string>();
  const stated = new Set<string>();
  for (const { start, end, type, confidence, detector } of findings) {
    if (type === 'NAME' && confidence >= SUREST)
      for (const part of text.slice(start, end).replace(/’/g, "'").split(NAME_SPLIT)) {
        // "Ng" by its capital alone; "An" may be the word.
        if (part.length < SHORTEST - 1 && !(mixedCase && SHORT_NAME.test(part) && !isCommon(part))) continue;
        people.set(part.toLowerCase(), 'name-elsewhere');
        written.add(part);
        if (detector === STATED_NAME) stated.add(part);
      }
    if (confidence < SURE || detector.startsWith('keep') || !KEPT.has(type)) continue;
    const value = text.slice(start, end);
    const key = keyOf(value);
    if (key.length >= SHORTEST && /\d|@|[._]/.test(value)) values.set(key, type);
    if (type === 'SSN' && /^\d{9}$/.test(key)) values.set(key.slice(-4), 'SSN_LAST4');
    if (type === 'EMAIL')
      for (const part of localPartOf(value)) if (!people.has(part)) people.set(part, 'name-of-email');
  }
  if (values.size === 0 && people.size === 0) return [];
  const again: Finding[] = [];
  for (const match of values.size === 0 ? [] : text.matchAll(TOKEN)) {
    const type = values.get(keyOf(match[0]));
    if (type !== undefined)
      again.push({ start: match.index, end: match.index + match[0].length, type, confidence: 0.85, detector: 'again' });
  }
  for (const word of people.size === 0 ? [] : words) {
    const detector = people.get(word.lower);
    if (detector === undefined) continue;
    const whole = text.slice(word.start, word.end);
    const asWritten = detector === 'name-elsewhere' && written.has(whole);
    const isShort = word.lower.length < SHORTEST - 1;
    if (isShort ? !asWritten : !stated.has(whole) && !mayName(word, mixedCase, asWritten)) continue;
    // Where capitals say nothing, it may as well be the word this time; and where the tagger saw nobody, a place or a thing.
    const confidence = (word.kind === 'both' && !mixedCase) || detector === 'name-elsewhere' ? DOUBTFUL : 0.8;
    again.push({ start: word.start, end: word.end, type: 'NAME', confidence, detector });
  }
  return again;
}

/** A word that is nothing else; one that is an ordinary word too counts by its capital, where it was seen to name. */
function mayName({ lower, kind, capital }: Word, mixedCase: boolean, wasName: boolean): boolean {
  if (kind === 'name' || kind === 'rare' || kind === 'unknown') return true;
  if (kind === 'both') return capital || !mixedCase;
  return (
    wasName &&
    kind === 'word' &&
    capital &&
    !NAME_STOPWORDS.has(lower) &&
    !DOMAIN_WORDS.has(lower) &&
    !PARTS_OF_PEOPLE.has(roleOf(lower))
  );
}

function isCommon(part: string): boolean {
  const lower = part.toLowerCase();
  return NAME_STOPWORDS.has(lower) || classify(lower) === 'word' || roleOf(lower) !== '';
}

function keyOf(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** "ann.lee42@aol.com": ann, lee. */
function localPartOf(email: string): string[] {
  const local = email.toLowerCase().split(/@|%40| at |\(at\)/)[0] ?? '';
  return local.split(WORD_SPLIT).filter((part) => part.length >= SHORTEST - 1 && part !== 'dot');
}
