// Numbers and codes with a label some words before or right behind: "MRN on the wristband 26054936", "DFNs 7836045 (Cheyenne),
// 6822139 (Orlando)", "54211747 is his chart". And those that nothing names: they are asked about.
import type { Finding } from '../domain/pii.ts';
import type { Detector } from './detector.ts';
import { KEEPERS, LABEL_WORDS, type LabelWord, NOT_A_CODE } from './label-words.ts';
import type { Tokens, Word } from './tokens.ts';

/** What may be a value: digits in one run or in groups, with a letter before or behind, or capitals and digits mixed. */
const VALUE =
  /(?<![\p{L}\p{N}_.@/=-]|\d[,:])(?:\d{3}[ -]\d{3}[ -]\d{3}(?![ -]?\d)|C[ -]\d{8}|[A-Z]\d{3}-\d{4}-\d{4}|[A-Z]{3}[ -]\d{3,4}|(?=[A-Z]{0,12}\d)[A-Z0-9]{6,24}|\d{4}(?= |[.,;:)?!]|$))(?![\p{L}\p{N}_@=]|[.,:]\d|-\d{2})/giu;
const AFTER_EQUALS =
  /(?<=[=:/|;^])(?:\d{3}[ -]\d{3}[ -]\d{3}|(?=[A-Z]{0,12}\d)[A-Z0-9]{6,24})(?![\p{L}\p{N}_@=]|[.,:]\d|-\d{2})/giu;
const BEHIND =
  /^[ ]?(?:is|was|were|are|=|\()[ ]?(?:(?:my|his|her|their|the|your|our|an?|also|still)[ ]){0,2}(?<label>[\p{L}-]{2,20})/iu;
const FARTHEST = 9;
const FARTHEST_SIGNS = 75;
const CLAIM_SHAPE = /^(?:C[ -]?\d{8}|\d{3} \d{3} \d{3})$/i;
/** Seven or eight digits, or more than a phone has, or one letter and seven: a number of somebody's, most likely. */
const NUMBER_OF_SOMEBODY = /^(?:\d{7,8}|\d{11,17}|[A-Z]\d{7,8}|\d{7,8}[A-Z])$/i;
const SERIAL_SHAPE = /^(?=(?:[A-Z]*\d){2})(?=(?:\d*[A-Z]){4})[A-Z0-9]{10,18}$/;
const LAST_FOUR = /(?<!\p{L})(?:last|l|final|[uú]ltimos)[ -]?(?:4|four|cuatro|digits)\b|\b(?:ssn|social)\b/iu;

export const findNearLabels: Detector = (reading) => {
  const { text, digits } = reading;
  if (digits < 4) return [];
  const findings: Finding[] = [];
  for (const pattern of [VALUE, AFTER_EQUALS]) {
    let word = 0;
    for (const match of text.matchAll(pattern)) {
      const [value, start] = [match[0], match.index];
      if (!/\d{3}/.test(value) && !/^[A-Z0-9]{8,}$/.test(value)) continue;
      while ((reading.words[word]?.end ?? Number.POSITIVE_INFINITY) <= start) word += 1;
      const found = judge(reading, value, start, word);
      if (found !== null) findings.push({ start, end: start + value.length, ...found });
    }
  }
  return findings;
};

type Judged = Pick<Finding, 'type' | 'confidence' | 'detector'>;

function judge(reading: Tokens, value: string, start: number, word: number): Judged | null {
  const before = labelBefore(reading, value, start, word);
  if (before === 'keep') return null;
  if (before !== null) return before;
  if (value.length === 4) return lastFour(reading.text, start);
  const behind = labelBehind(reading.text, start + value.length);
  if (behind?.shape.test(value)) return { type: behind.type, confidence: 0.85, detector: 'label-behind' };
  if (/[#$]$/.test(reading.text.slice(Math.max(0, start - 1), start))) return null;
  if (CLAIM_SHAPE.test(value)) return { type: 'CLAIM', confidence: 0.7, detector: 'claim-shape' };
  if (NUMBER_OF_SOMEBODY.test(value)) return { type: 'OTHER', confidence: 0.5, detector: 'number-of-somebody' };
  return SERIAL_SHAPE.test(value) ? { type: 'DEVICE', confidence: 0.5, detector: 'serial-shape' } : null;
}

/** The nearest word before that says what the value is and fits it; `keep` when it is a number of work. */
function labelBefore({ text, words }: Tokens, value: string, start: number, word: number): Judged | 'keep' | null {
  for (let back = 1; back <= FARTHEST; back += 1) {
    const one = words[word - back];
    if (one === undefined || start - one.start > FARTHEST_SIGNS) return null;
    if (KEEPERS.has(one.lower)) return back <= 3 ? 'keep' : null;
    const label = LABEL_WORDS.get(one.lower);
    if (label === undefined || !label.shape.test(value) || label.type === 'DOB' || label.type === 'NAME') continue;
    if (one.lower === 'code' && NOT_A_CODE.has(words[word - back - 1]?.lower ?? '')) return 'keep';
    if (back > 1 + Number(isFiller(words[word - 1])) && !label.reaches) continue;
    return { type: label.type, confidence: certainty(text.slice(one.end, start), back), detector: 'label-near' };
  }
  return null;
}

const FILLERS = new Set(
  'is was number no num nbr id ids of the for as are his her my shows reads and or then'.split(' '),
);

function isFiller(word: Word | undefined): boolean {
  return word !== undefined && FILLERS.has(word.lower);
}

function certainty(between: string, words: number): number {
  if (words <= 2) return 0.9;
  return /[.!\n]/.test(between) ? 0.6 : words <= 5 ? 0.75 : 0.65;
}

function labelBehind(text: string, end: number): LabelWord | undefined {
  const label = BEHIND.exec(text.slice(end, end + 50))?.groups?.label;
  return label === undefined ? undefined : LABEL_WORDS.get(label.toLowerCase());
}

/** Four digits in the words behind "last four", or the answer on the next line. */
function lastFour(text: string, start: number): Judged | null {
  const before = text.slice(Math.max(0, start - 60), start);
  if (/(?:ends|ending|ended|end)(?: (?:in|with|on))?[ :#*x.-]{1,4}$/i.test(before))
    return { type: 'SSN_LAST4', confidence: 0.8, detector: 'ending-in' };
  const year = /^(?:19[3-9]|20[0-3])\d/.test(text.slice(start, start + 4));
  if (!LAST_FOUR.test(before) || year) return null;
  return { type: 'SSN_LAST4', confidence: /\d{4}/.test(before) ? 0.6 : 0.75, detector: 'last-four-near' };
}
