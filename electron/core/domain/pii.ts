// The kinds of personal information and the two kinds of text. See domain facts, "Personal information here".
import { keysOf } from './records.ts';

/** Kind → what a person reads on a mark, and the word in the placeholder (`[NAME 1]`). */
export const PII_TYPES = {
  NAME: 'name',
  SSN: 'Social Security number',
  SSN_LAST4: 'last four of the SSN',
  INIT_LAST4: 'initial and last four',
  DOB: 'date of birth',
  BIRTH_YEAR: 'birth year',
  AGE: 'age',
  PHONE: 'phone',
  EMAIL: 'email',
  ADDRESS: 'postal address',
  ICN: 'ICN',
  EDIPI: 'EDIPI',
  DFN: 'DFN',
  MRN: 'medical record number',
  MBI: 'Medicare number',
  CLAIM: 'claim or file number',
  RX: 'prescription number',
  MESSAGE_ID: 'message id',
  USERNAME: 'user name',
  SECRET: 'password or token',
  ACCOUNT: 'bank account',
  ROUTING: 'routing number',
  CARD: 'card number',
  LICENSE: "driver's license",
  PASSPORT: 'passport',
  PLATE: 'license plate',
  VIN: 'vehicle number',
  IP: 'IP address',
  MAC: 'MAC address',
  DEVICE: 'device id',
  URL: 'link with personal data',
  ROOM: 'room and bed',
  OTHER: 'personal information',
} as const;
export type PiiType = keyof typeof PII_TYPES;
export const PII_TYPE_LIST = keysOf(PII_TYPES);

/** Text as somebody wrote it: may hold PII, never leaves the machine. */
export type RawText = string & { readonly __raw: unique symbol };

declare const scrubbed: unique symbol;
/**
 * Text in which the scrubber found nothing personal but what a person cleared. The only text an exit takes; made in
 * one place, `core/scrub/pii-check.ts`.
 */
export type ScrubbedText = string & { readonly [scrubbed]: true };

declare const judgedFile: unique symbol;
/** What a file holds: made of scrubbed cells only, in one place, `core/compose/judged-sheet.ts`. */
export type FileText = string & { readonly [judgedFile]: true };

declare const printedFile: unique symbol;
/** A judged file as a browser printed it: a PDF in base64. Made in one place, `worker/print-report.ts`. */
export type PrintedFile = string & { readonly [printedFile]: true };

declare const sealedFile: unique symbol;
/** Raw words that nobody can read without the code that goes another way. Made in one place, `host/seal-bundle.ts`. */
export type SealedFile = string & { readonly [sealedFile]: true };

/** Marks text from a source as raw. There is no way back to a plain string that an exit would take. */
export function rawText(text: string): RawText {
  return text as RawText;
}

/** One span of raw text judged to be PII. Offsets are UTF-16 code units, end exclusive. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly type: PiiType;
  /** 0 to 1; below `ASK_BELOW` the reviewer is asked, and the span stays masked until answered. */
  readonly confidence: number;
  readonly detector: string;
}

/** Findings under this confidence are shown as questions (design: PII, the reviewer). */
export const ASK_BELOW = 0.6;

interface Asked extends Pick<Finding, 'start' | 'end' | 'confidence'> {
  readonly decision: string;
}

export function isQuestion({ decision, confidence }: Pick<Asked, 'decision' | 'confidence'>): boolean {
  return decision === 'none' && confidence < ASK_BELOW;
}

/** Two questions about the same words are one, whatever their letter case. */
export function sameWords(
  text: string,
  one: Pick<Asked, 'start' | 'end'>,
  other: Pick<Asked, 'start' | 'end'>,
): boolean {
  return wordsKey(text.slice(one.start, one.end)) === wordsKey(text.slice(other.start, other.end));
}

/** What is still to be asked about a text: the first finding of each question, in the order given. */
export function openQuestions<F extends Asked>(text: string, findings: readonly F[]): F[] {
  const first = new Map<string, F>();
  for (const finding of findings) {
    const key = wordsKey(text.slice(finding.start, finding.end));
    if (isQuestion(finding) && !first.has(key)) first.set(key, finding);
  }
  return [...first.values()];
}

function wordsKey(words: string): string {
  return words.trim().replace(/\s+/g, ' ').toLowerCase();
}

export const REVIEW_DECISIONS = ['confirm', 'clear', 'add'] as const;

/** A decision on a span of the raw text. `clear`: this is not personal. `add`: this is. `confirm`: the question is answered, yes. */
export interface ReviewDecision {
  readonly start: number;
  readonly end: number;
  readonly decision: (typeof REVIEW_DECISIONS)[number];
  readonly type: PiiType;
}

/** What a reviewer said once for the whole desk: these words are never personal, or always. */
export interface DeskRule {
  readonly kind: 'allow' | 'deny';
  /** In small letters, one space between words. */
  readonly value: string;
  readonly type: PiiType;
}
