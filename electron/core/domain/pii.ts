// The kinds of personal information, and text as a type: raw text stays on this machine, scrubbed text may leave.
import { keysOf } from './records.ts';

/** Kind → its label on screen, and the word in its placeholder (`[NAME 1]`). */
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

/** Text as someone wrote it. It may contain PII and never leaves the machine. */
export type RawText = string & { readonly __raw: unique symbol };

declare const scrubbed: unique symbol;
/**
 * Text without PII, other than what a person cleared. Nothing else may leave; made in one place,
 * `core/scrub/pii-check.ts`.
 */
export type ScrubbedText = string & { readonly [scrubbed]: true };

declare const judgedFile: unique symbol;
/** The content of a file, made only of scrubbed text, in one place: `core/compose/judged-sheet.ts`. */
export type FileText = string & { readonly [judgedFile]: true };

declare const printedFile: unique symbol;
/** A checked file printed by a browser: a PDF in base64. Made in one place, `worker/print-report.ts`. */
export type PrintedFile = string & { readonly [printedFile]: true };

declare const sealedFile: unique symbol;
/** Raw text, encrypted with a code that is passed on separately. Made in one place, `host/seal-bundle.ts`. */
export type SealedFile = string & { readonly [sealedFile]: true };

/** Marks text from a source as raw. Raw text is never accepted where scrubbed text is required. */
export function rawText(text: string): RawText {
  return text as RawText;
}

/** One span of raw text judged to be PII. Offsets are UTF-16 code units, end exclusive. */
export interface Finding {
  readonly start: number;
  readonly end: number;
  readonly type: PiiType;
  /** 0 to 1. Below `ASK_BELOW` the reviewer is asked; the span stays masked until then. */
  readonly confidence: number;
  readonly detector: string;
}

/** Findings below this confidence are shown to the reviewer as questions. */
export const ASK_BELOW = 0.6;

interface Asked extends Pick<Finding, 'start' | 'end' | 'confidence'> {
  readonly decision: string;
}

export function isQuestion({ decision, confidence }: Pick<Asked, 'decision' | 'confidence'>): boolean {
  return decision === 'none' && confidence < ASK_BELOW;
}

/** Findings of the same text in any letter case are one question. */
export function sameWords(
  text: string,
  one: Pick<Asked, 'start' | 'end'>,
  other: Pick<Asked, 'start' | 'end'>,
): boolean {
  return wordsKey(text.slice(one.start, one.end)) === wordsKey(text.slice(other.start, other.end));
}

/** The open questions about a text: the first finding of each, in the given order. */
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

/**
 * A decision about a span of raw text. `clear`: it is not PII. `add`: it is. `confirm`: the answer to a question, yes.
 */
export interface ReviewDecision {
  readonly start: number;
  readonly end: number;
  readonly decision: (typeof REVIEW_DECISIONS)[number];
  readonly type: PiiType;
}

/** A rule for the whole desk: this text is never PII, or always. */
export interface DeskRule {
  readonly kind: 'allow' | 'deny';
  /** In lowercase, with single spaces between words. */
  readonly value: string;
  readonly type: PiiType;
}
