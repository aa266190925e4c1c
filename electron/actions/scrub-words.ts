// Scrubbing of text without the store: of a case, alongside a case, or alone.
import type { ReviewedFinding } from '../contract/schemas.ts';
import { titleFrom } from '../core/compose/ticket-draft.ts';
import { type DeskRule, type Finding, openQuestions, type RawText, type ReviewDecision } from '../core/domain/pii.ts';
import { findPii, SCRUBBER_VERSION } from '../core/scrub/find-pii.ts';
import { findHints, type Hints } from '../core/scrub/hints.ts';
import { findValues, valueKey, valuesOf } from '../core/scrub/known-values.ts';
import { replaceFindings } from '../core/scrub/placeholders.ts';
import { resolve } from '../core/scrub/resolve.ts';
import { findingsOfCase, masked, sureHints } from '../core/scrub/review.ts';
import type { Scrub } from '../store/cases/case-scrubs.ts';

export interface CaseScrub extends Scrub {
  readonly findings: readonly ReviewedFinding[];
}

/** The scrub of a text with the reviewer's decisions for this case and rules for the desk. */
export function scrubText(
  text: RawText,
  hints: Hints,
  decisions: readonly ReviewDecision[],
  rules: readonly DeskRule[],
): CaseScrub {
  const findings = findingsOfCase(text, hints, decisions, rules);
  const scrubbedText = replaceFindings(text, masked(findings));
  const questions = openQuestions(text, findings).length;
  return {
    findings,
    scrubbedText,
    scrubbedTitle: titleFrom(scrubbedText),
    scrubberVersion: SCRUBBER_VERSION,
    questions,
  };
}

/** Scrubs a short text that stands alone. */
export function scrubPlain(text: string, rules: readonly DeskRule[]): { text: string; findings: Finding[] } {
  const findings = findPii(text, {}, rules);
  return { text: replaceFindings(text, findings), findings };
}

/** Scrubs another text of the same case, such as its area: what is masked in the case is masked there too. */
export function scrubBeside(
  words: string,
  one: { readonly text: string; readonly hints: Hints; readonly findings: readonly ReviewedFinding[] },
  rules: readonly DeskRule[],
): string {
  const alone = readAlone(words, rules);
  if (!sharesWords(alone.words, one)) return alone.scrubbed;
  const known = findValues(words, valuesOf(one.text, masked(one.findings)));
  const found =
    findHints(words, one.hints).length === 0
      ? alone.findings
      : [...findPii(words, one.hints, rules), ...sureHints(words, one.hints)];
  return replaceFindings(words, resolve([...found, ...known]));
}

/**
 * Whether some word of a short text is one of the reporter or of what was found in the case. Mostly none is, and then
 * nothing of the case can be found in it.
 */
function sharesWords(
  words: readonly string[],
  { text, hints, findings }: { readonly text: string; readonly hints: Hints; readonly findings: readonly Finding[] },
): boolean {
  // A number may be the reporter's phone, however its digits are set apart.
  if (words.some((word) => /\p{N}/u.test(word))) return true;
  if (hasAny(words, `${hints.name ?? ''} ${hints.email ?? ''}`)) return true;
  return findings.some(({ start, end }) => hasAny(words, text.slice(start, end)));
}

/** Whether one of the words stands in a text, if only as a part of another word. */
function hasAny(words: readonly string[], text: string): boolean {
  const lower = text.normalize('NFC').toLowerCase();
  return words.some((word) => lower.includes(word));
}

interface ReadAlone {
  readonly findings: readonly Finding[];
  readonly scrubbed: string;
  /** In small letters. */
  readonly words: readonly string[];
}

const readBefore = new WeakMap<readonly DeskRule[], Map<string, ReadAlone>>();
const MOST_READ = 1_000;

/**
 * What is found in a short text without a case: agents choose from few areas, so it is kept as long as the same rules
 * apply.
 */
function readAlone(words: string, rules: readonly DeskRule[]): ReadAlone {
  const before = readBefore.get(rules) ?? new Map<string, ReadAlone>();
  if (before.size >= MOST_READ) before.clear();
  readBefore.set(rules, before);
  let read = before.get(words);
  if (read === undefined) {
    const findings = findPii(words, {}, rules);
    read = { findings, scrubbed: replaceFindings(words, resolve([...findings])), words: valueKey(words).split(' ') };
    before.set(words, read);
  }
  return read;
}
