// What the source's own columns gave of the reporter, looked for in the text in the forms people use.
import type { Finding } from '../domain/pii.ts';
import { findValues, type KnownValue } from './known-values.ts';
import { NAME_STOPWORDS } from './name-stopwords.ts';

/** Column values of the person who reported. */
export interface Hints {
  readonly name?: string | undefined;
  readonly phone?: string | undefined;
  readonly email?: string | undefined;
}

const SUFFIX = /^(?:jr|sr|ii|iii|iv|v|mr|mrs|ms|dr)$/;
const SHORTEST_NAME = 3;
/** From here on a hint is sure: below, the name is an ordinary word here, and the reviewer is asked. */
export const SURE_HINT = 0.9;

/** Spans of the text that repeat a hint: any part of the name as a word, the phone's digits however set, the email's local part. */
export function findHints(text: string, hints: Hints): Finding[] {
  return [...findValues(text, namesAndEmail(hints)), ...findPhone(text, hints.phone ?? '')];
}

function namesAndEmail({ name = '', email = '' }: Hints): KnownValue[] {
  const values: KnownValue[] = [];
  for (const part of name.split(/[\s,."()]+/)) {
    if (part.length < SHORTEST_NAME || SUFFIX.test(part.toLowerCase())) continue;
    const confidence = NAME_STOPWORDS.has(part.toLowerCase()) ? 0.5 : 0.97;
    values.push({ type: 'NAME', value: part, confidence, detector: 'source-name' });
  }
  const local = email.split(/@| at /, 1)[0]?.trim() ?? '';
  if (local.length >= SHORTEST_NAME)
    values.push({ type: 'EMAIL', value: local, confidence: 0.95, detector: 'source-email' });
  return values;
}

const MOST_DIGITS = 10;
/** No number is longer, with all that people write around it. */
const LONGEST_PHONE = 200;

function findPhone(text: string, phone: string): Finding[] {
  const [number = ''] = phone.slice(0, LONGEST_PHONE).split(/ext|x/i, 1);
  const digits = number.replace(/\D/g, '').slice(-MOST_DIGITS);
  if (digits.length < MOST_DIGITS) return [];
  const pattern = new RegExp([...digits].join('[^\\p{L}\\p{N}]{0,3}'), 'gu');
  return Array.from(text.matchAll(pattern), ({ 0: match, index }) => ({
    start: index,
    end: index + match.length,
    type: 'PHONE',
    confidence: 0.99,
    detector: 'source-phone',
  }));
}
