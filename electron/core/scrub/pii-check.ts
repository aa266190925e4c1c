// The only place where scrubbed text is made. The type does not survive a wire or a database: whoever queues and
// whoever sends takes the verdict again on the very bytes that leave.
import { ASK_BELOW, type DeskRule, type Finding, type ScrubbedText } from '../domain/pii.ts';
import { findPii } from './find-pii.ts';
import { findHints, type Hints, SURE_HINT } from './hints.ts';
import { findValues, type KnownValue, valueKey } from './known-values.ts';
import { replaceFindings } from './placeholders.ts';
import { resolve } from './resolve.ts';
import { isByTagger } from './tagger/decide.ts';

export type PiiCheck =
  | { readonly clean: true; readonly text: ScrubbedText }
  | { readonly clean: false; readonly findings: readonly Finding[] };

/** What the desk knows of the cases a text speaks of. */
export interface PiiCheckContext {
  /** Values a reviewer said are not personal: excused where the scrubber found them by reading, and nowhere else. */
  readonly cleared?: readonly string[];
  /** The people who reported: their names must not stand in the text either, whatever was cleared. */
  readonly people?: readonly Hints[];
  /** What is masked in one of the cases must not stand in a text about them. */
  readonly known?: readonly KnownValue[];
  /**
   * Record numbers of the cases. One that reads as nothing personal by itself is a record number wherever it stands: in a
   * table the cell before it may end with "phone". An SSN stays an SSN.
   */
  readonly records?: readonly string[];
  /** Logins of the directory: a mention of one ("@kelly-lein") is no name of a person who reported. */
  readonly logins?: readonly string[];
  /** What the reviewer said for the whole desk. */
  readonly rules?: readonly DeskRule[];
}

/**
 * Words with what is found personal in them masked, for what the desk writes by itself; what a person typed is refused
 * instead. Where masking the findings is not enough, all of it gives way to one placeholder.
 */
export function scrubWords(
  words: string,
  context: PiiCheckContext,
): { readonly text: ScrubbedText; readonly masked: boolean } {
  const verdict = checkPii(words, context);
  if (verdict.clean) return { text: verdict.text, masked: false };
  const again = checkPii(replaceFindings(words, verdict.findings), context);
  if (again.clean) return { text: again.text, masked: true };
  const nothing = checkPii('[OTHER]');
  if (!nothing.clean) throw new Error('a placeholder was judged personal');
  return { text: nothing.text, masked: true };
}

/**
 * Judges text that is about to leave. Fails closed: whatever a rule finds is a finding, however unsure. A guess that only
 * the tagger makes was masked and asked about in the report itself; here, among the desk's own words, only what it is sure
 * of counts. Findings do not overlap.
 */
export function checkPii(
  text: string,
  { cleared = [], people = [], known = [], records = [], logins = [], rules = [] }: PiiCheckContext = {},
): PiiCheck {
  const excused = new Set(cleared.map(valueKey));
  const mentioned = new Set(logins.map((login) => login.toLowerCase()));
  const wordsOf = ({ start, end }: Finding) => text.slice(start, end);
  const isUnsure = (one: Finding) => one.confidence < ASK_BELOW;
  const isGuess = (one: Finding) => isUnsure(one) && isByTagger(one);
  const mayBeNumber = (one: Finding) => isUnsure(one) || isByTagger(one) || one.type === 'OTHER';
  const numbers = new Map(records.map((record) => [valueKey(record), findPii(record).every(mayBeNumber)]));
  const isRecord = (one: Finding) => {
    const isPlain = numbers.get(valueKey(wordsOf(one)));
    if (isPlain !== undefined) return isPlain || mayBeNumber(one);
    return numbers.get(valueKey(runAround(text, one))) === true;
  };
  const [first = {}, ...others] = people;
  const told = people.flatMap((hints) => findHints(text, hints));
  const found = [
    ...findPii(text, first, rules).filter(
      (one) => !isGuess(one) && !excused.has(valueKey(wordsOf(one))) && !isRecord(one),
    ),
    ...others.flatMap((hints) => findHints(text, hints)).filter((one) => !excused.has(valueKey(wordsOf(one)))),
    ...told.filter(({ confidence }) => confidence >= SURE_HINT),
    ...findValues(text, known),
  ];
  const isMention = (one: Finding) => {
    const words = wordsOf(one).trim().toLowerCase();
    return words.startsWith('@') ? mentioned.has(words.slice(1)) : text[one.start - 1] === '@' && mentioned.has(words);
  };
  const findings = resolve(found.filter((one) => !isMention(one)));
  return findings.length === 0 ? { clean: true, text: text as ScrubbedText } : { clean: false, findings };
}

const IN_A_NUMBER = /[\p{L}\p{N}_-]/u;
const LONGEST_NUMBER = 64;

/** The run of letters, digits and hyphens that a finding is part of. */
function runAround(text: string, { start, end }: Finding): string {
  let [from, to] = [start, end];
  while (start - from < LONGEST_NUMBER && IN_A_NUMBER.test(text.charAt(from - 1))) from -= 1;
  while (to - end < LONGEST_NUMBER && IN_A_NUMBER.test(text.charAt(to))) to += 1;
  return text.slice(from, to);
}
