// What was found once is found everywhere in the text: the same number without its label, the last four of an SSN, the name
// inside an email address.
import type { Finding, PiiType } from '../domain/pii.ts';
import type { Tokens } from './tokens.ts';

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
const SURE = 0.75;
const SHORTEST = 4;
const TOKEN = /(?<![\p{L}\p{N}])[\p{L}\p{N}](?:[\p{L}\p{N}]|[-._/ ](?=\p{N})|[-._@](?=\p{L})){3,63}(?![\p{L}\p{N}])/gu;
const WORD_SPLIT = /[^\p{L}]+/u;

/** Findings for what repeats a value among those given. */
export function findAgain({ text, words, mixedCase }: Tokens, findings: readonly Finding[]): Finding[] {
  const values = new Map<string, PiiType>();
  const people = new Set<string>();
  for (const { start, end, type, confidence, detector } of findings) {
    if (confidence < SURE || detector.startsWith('keep') || !KEPT.has(type)) continue;
    const value = text.slice(start, end);
    const key = keyOf(value);
    if (key.length >= SHORTEST && /\d|@|[._]/.test(value)) values.set(key, type);
    if (type === 'SSN' && /^\d{9}$/.test(key)) values.set(key.slice(-4), 'SSN_LAST4');
    if (type === 'EMAIL') for (const part of localPartOf(value)) people.add(part);
  }
  if (values.size === 0 && people.size === 0) return [];
  const again: Finding[] = [];
  for (const match of values.size === 0 ? [] : text.matchAll(TOKEN)) {
    const type = values.get(keyOf(match[0]));
    if (type !== undefined)
      again.push({ start: match.index, end: match.index + match[0].length, type, confidence: 0.85, detector: 'again' });
  }
  for (const { lower, kind, capital, start, end } of words)
    if (
      people.has(lower) &&
      (kind === 'name' || kind === 'rare' || kind === 'unknown' || (kind === 'both' && (capital || !mixedCase)))
    )
      again.push({ start, end, type: 'NAME', confidence: 0.8, detector: 'name-of-email' });
  return again;
}

function keyOf(value: string): string {
  return value.replace(/[^\p{L}\p{N}]/gu, '').toLowerCase();
}

/** "ann.lee42@aol.com": ann, lee. */
function localPartOf(email: string): string[] {
  const local = email.toLowerCase().split(/@|%40| at |\(at\)/)[0] ?? '';
  return local.split(WORD_SPLIT).filter((part) => part.length >= SHORTEST - 1 && part !== 'dot');
}
