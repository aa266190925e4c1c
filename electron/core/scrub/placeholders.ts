// Scrubbed words: each finding gives way to a placeholder, the same value to the same one within a case.
import type { Finding, PiiType } from '../domain/pii.ts';

/** Kinds of which a case usually has one; they are numbered only from the second value on. */
const SINGULAR: ReadonlySet<PiiType> = new Set([
  'SSN',
  'SSN_LAST4',
  'DOB',
  'BIRTH_YEAR',
  'AGE',
  'ICN',
  'EDIPI',
  'DFN',
  'MRN',
  'MBI',
  'IP',
  'MAC',
  'SECRET',
  'ROUTING',
  'ACCOUNT',
  'INIT_LAST4',
]);

/**
 * Replaces findings by placeholders (`[NAME 1]`, `[SSN]`). Pass the same `names` for the title and the text of one case
 * and the same person keeps the same placeholder. `findings` are sorted and do not overlap.
 */
export function replaceFindings(text: string, findings: readonly Finding[], names = createPlaceholders()): string {
  let scrubbed = '';
  let at = 0;
  for (const finding of findings) {
    scrubbed += text.slice(at, finding.start) + names(finding.type, text.slice(finding.start, finding.end));
    at = finding.end;
  }
  return scrubbed + text.slice(at);
}

export type Placeholders = (type: PiiType, value: string) => string;

export function createPlaceholders(): Placeholders {
  const numbers = new Map<PiiType, Map<string, number>>();
  return (type, value) => {
    const key = value
      .normalize('NFKC')
      .toLowerCase()
      .replace(/[^\p{L}\p{N}@]+/gu, ' ')
      .trim();
    const ofType = numbers.get(type) ?? new Map<string, number>();
    numbers.set(type, ofType);
    const number = ofType.get(key) ?? ofType.size + 1;
    ofType.set(key, number);
    const word = type.replace(/_/g, ' ');
    return SINGULAR.has(type) && number === 1 ? `[${word}]` : `[${word} ${number}]`;
  };
}
