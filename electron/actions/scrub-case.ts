// The scrub of one case: what was found, what a person made of it, and the words that remain.
import type { ReviewedFinding } from '../contract/schemas.ts';
import { titleFrom } from '../core/compose/ticket-draft.ts';
import { type DeskRule, type Finding, openQuestions, type RawText, type ReviewDecision } from '../core/domain/pii.ts';
import { findPii, SCRUBBER_VERSION } from '../core/scrub/find-pii.ts';
import type { Hints } from '../core/scrub/hints.ts';
import { findValues, valuesOf } from '../core/scrub/known-values.ts';
import { replaceFindings } from '../core/scrub/placeholders.ts';
import { resolve } from '../core/scrub/resolve.ts';
import { findingsOfCase, masked, sureHints } from '../core/scrub/review.ts';
import { type Scrub, saveScrub } from '../store/case-scrubs.ts';
import type { StoredCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { listRules } from '../store/desk-rules.ts';
import { listDecisions } from '../store/review.ts';

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

/** The scrub of a case that is in the store, as of now. */
export function scrubCase(db: Db, one: Pick<StoredCase, 'id' | 'rawText' | 'hints'>): CaseScrub {
  return scrubText(one.rawText, one.hints, listDecisions(db, one.id), listRules(db));
}

/** Scrubs a case anew and keeps the outcome; true when its words changed. */
export function rescrubCase(db: Db, one: StoredCase): boolean {
  const { findings: _, ...scrub } = scrubCase(db, one);
  saveScrub(db, one.id, scrub);
  return scrub.scrubbedText !== one.scrubbedText;
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
  return replaceFindings(
    words,
    resolve([...findPii(words, one.hints, rules), ...sureHints(words, one.hints), ...known]),
  );
}
