// What a reviewer decided of the findings of one case, laid over what the scrubber found.
import type { ReviewedFinding } from '../../contract/schemas.ts';
import type { DeskRule, Finding, ReviewDecision } from '../domain/pii.ts';
import { findPii } from './find-pii.ts';
import { findHints, type Hints, SURE_HINT } from './hints.ts';
import { findValues, type KnownValue, valueKey, valuesOf } from './known-values.ts';
import { classify } from './names/lists.ts';
import { resolve } from './resolve.ts';

/** Spans that the source's own columns say are the reporter's. No clearing and no rule takes them off. */
export function sureHints(text: string, hints: Hints): Finding[] {
  return findHints(text, hints).filter(({ confidence }) => confidence >= SURE_HINT);
}

/**
 * The findings of a case: what the scrubber found and what a person decided of it, what the source's columns say of the
 * reporter, and every other place where something masked stands once more.
 */
export function findingsOfCase(
  text: string,
  hints: Hints,
  decisions: readonly ReviewDecision[],
  rules: readonly DeskRule[],
): ReviewedFinding[] {
  const sure = sureHints(text, hints);
  const found = findPii(text, hints, rules);
  const reviewed = reviewFindings(sure.length === 0 ? found : resolve([...found, ...sure]), decisions, sure);
  const again = findValues(text, [...valuesAdded(text, reviewed), ...valuesOf(text, spread(text, reviewed))]).filter(
    (one) => !reviewed.some((other) => overlaps(one, other)),
  );
  return [
    ...reviewed,
    ...reviewFindings(
      resolve(again),
      decisions.filter((one) => one.decision !== 'add'),
    ),
  ].sort((a, b) => a.start - b.start);
}

/** What a text about the case must not hold, and what a person cleared in it. */
export function knownOfCase(
  text: string,
  findings: readonly ReviewedFinding[],
): { readonly known: KnownValue[]; readonly cleared: string[] } {
  const cleared = findings.filter((one) => one.decision === 'cleared').map(({ start, end }) => text.slice(start, end));
  const keys = new Set(cleared.map(valueKey));
  return { known: valuesOf(text, masked(findings)).filter(({ value }) => !keys.has(valueKey(value))), cleared };
}

/** Below this the scrubber hardly believes what it asks about. */
const HARDLY = 0.2;
const SMALL_LETTERS = /^\p{Ll}+$/u;

/** What is masked wherever it stands once more: not an everyday word in small letters that is hardly believed and not answered. */
function spread(text: string, findings: readonly ReviewedFinding[]): ReviewedFinding[] {
  return masked(findings).filter(({ start, end, confidence, decision }) => {
    if (decision !== 'none' || confidence >= HARDLY) return true;
    const value = text.slice(start, end);
    return !SMALL_LETTERS.test(value) || classify(value) !== 'word';
  });
}

/** A value shorter than this says nothing of a person. */
const SHORTEST_ADDED = 2;

/** What a person marked counts as it is, wherever it stands in the case: as a word of the language too, and without a capital. */
function valuesAdded(text: string, findings: readonly ReviewedFinding[]): KnownValue[] {
  return findings
    .filter((one) => one.decision === 'added')
    .map(({ start, end, type }) => ({
      type,
      value: text.slice(start, end),
      confidence: 0.9,
      detector: 'marked-in-case',
    }))
    .filter(({ value }) => valueKey(value).length >= SHORTEST_ADDED);
}

function overlaps(one: Span, other: Span): boolean {
  return one.start < other.end && other.start < one.end;
}

type Span = Pick<Finding, 'start' | 'end'>;

/**
 * Findings with their decisions, sorted. Cleared ones stay in the list, so that the reviewer sees what was cleared.
 * An added span wins over what the scrubber found under it. A clearing of what is `sure` counts for nothing.
 */
export function reviewFindings(
  findings: readonly Finding[],
  decisions: readonly ReviewDecision[],
  sure: readonly Finding[] = [],
): ReviewedFinding[] {
  const added = decisions.filter((one) => one.decision === 'add');
  const reviewed: ReviewedFinding[] = added.map(({ start, end, type }) => ({
    start,
    end,
    type,
    confidence: 1,
    detector: 'reviewer',
    decision: 'added',
  }));
  for (const finding of findings) {
    const made = decisions.find(
      (one) => one.decision !== 'add' && one.start === finding.start && one.end === finding.end,
    );
    const mayClear = made?.decision === 'clear' && !sure.some((one) => overlaps(one, finding));
    const decision = mayClear ? 'cleared' : made?.decision === 'confirm' ? 'confirmed' : 'none';
    for (const piece of without(finding, added)) reviewed.push({ ...piece, decision });
  }
  return reviewed.sort((a, b) => a.start - b.start);
}

/** The findings that are masked: all but those a person cleared. A question stays masked until it is answered. */
export function masked(findings: readonly ReviewedFinding[]): ReviewedFinding[] {
  return findings.filter((finding) => finding.decision !== 'cleared');
}

function without(finding: Finding, taken: readonly ReviewDecision[]): Finding[] {
  let pieces: Finding[] = [finding];
  for (const { start, end } of taken) {
    pieces = pieces.flatMap((piece) => [
      ...(piece.start < start ? [{ ...piece, end: Math.min(piece.end, start) }] : []),
      ...(piece.end > end ? [{ ...piece, start: Math.max(piece.start, end) }] : []),
    ]);
  }
  return pieces.filter((piece) => piece.end > piece.start);
}
