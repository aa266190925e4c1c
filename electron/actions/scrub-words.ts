// Scrubbing of text without the store: of a case, alongside a case, or alone.
import type { ReviewedFinding } from '../contract/schemas.ts';
import { titleFrom } from '../core/compose/ticket-draft.ts';
import { type DeskRule, type Finding, openQuestions, type RawText, type ReviewDecision } from '../core/domain/pii.ts';
import { findPii, SCRUBBER_VERSION } from '../core/scrub/find-pii.ts';
import { findHints, type Hints } from '../core/scrub/hints.ts';
import { findValues, valuesOf } from '../core/scrub/known-values.ts';
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
  const known = findValues(words, valuesOf(one.text, masked(one.findings)));
  // If nothing in it is about the reporter, the text is shared and read once: agents choose from few areas.
  const found =
    findHints(words, one.hints).length === 0
      ? readAlone(words, rules)
      : [...findPii(words, one.hints, rules), ...sureHints(words, one.hints)];
  return replaceFindings(words, resolve([...found, ...known]));
}

const readBefore = new WeakMap<readonly DeskRule[], Map<string, readonly Finding[]>>();
const MOST_READ = 1_000;

/** What is found in a short text without a case; cached as long as the same rules apply. */
function readAlone(words: string, rules: readonly DeskRule[]): readonly Finding[] {
  const read = readBefore.get(rules) ?? new Map<string, readonly Finding[]>();
  if (read.size >= MOST_READ) read.clear();
  readBefore.set(rules, read);
  const found = read.get(words) ?? findPii(words, {}, rules);
  read.set(words, found);
  return found;
}
