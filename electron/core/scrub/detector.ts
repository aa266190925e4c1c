// What a detector is, and the one way regular expressions are run. Patterns must be linear: no nested repetition, every
// run bounded.
import type { Finding, PiiType } from '../words/pii.ts';

/** Finds spans of one idea in a text; `lower` is the same in small letters, made once for all. Pure; may return overlaps, which `resolve` settles. */
export type Detector = (text: string, lower: string) => Finding[];

export interface Pattern {
  readonly type: PiiType;
  readonly name: string;
  readonly confidence: number;
  /** Global; with a named group `v` when only part of the match is the value, for which the `d` flag is needed. */
  readonly pattern: RegExp;
  /** The pattern can match only where one of these stands in the text in small letters; spares the run elsewhere. */
  readonly needs?: readonly string[];
  /** A last word on a match, such as a check digit or an area that is never issued. */
  readonly accept?: (value: string, text: string, start: number) => boolean;
}

/** Runs patterns over a text, in order. */
export function runPatterns(text: string, lower: string, patterns: readonly Pattern[]): Finding[] {
  const findings: Finding[] = [];
  for (const { type, name, confidence, pattern, needs, accept } of patterns) {
    if (needs !== undefined && !needs.some((word) => lower.includes(word))) continue;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      const [start, end] = match.indices?.groups?.v ?? [match.index, match.index + match[0].length];
      if (end > start && (accept === undefined || accept(text.slice(start, end), text, start))) {
        findings.push({ start, end, type, confidence, detector: name });
      }
    }
  }
  return findings;
}
