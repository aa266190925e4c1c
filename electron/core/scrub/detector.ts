// What a detector is, and where its patterns are tried: at a cue word, at a number, or everywhere. Patterns must be
// linear: no nested repetition without a bound.
import type { Finding, PiiType } from '../domain/pii.ts';
import type { Tokens } from './tokens.ts';

/** Finds spans of one idea in a text that has been read. Pure; may return overlaps, which `resolve` settles. */
export type Detector = (reading: Tokens) => Finding[];

export interface Pattern {
  readonly type: PiiType;
  readonly name: string;
  readonly confidence: number;
  /** With a named group `v`, which ends the match, when only part of it is the value. */
  readonly pattern: RegExp;
  /** A last word on a match, such as a check digit or an area that is never issued. */
  readonly accept?: (value: string, text: string, start: number) => boolean;
}

/** A sticky pattern, tried only where one of these words stands. */
export interface CuedPattern extends Pattern {
  readonly cues: readonly string[];
}

/** A rule of its own, asked only at words that are its cues; `at` is the word's place among the words. */
export interface CuedRule {
  readonly cues: Iterable<string>;
  readonly find: (reading: Tokens, at: number) => Finding | null;
}

/** A sticky pattern, tried only where a number begins whose first run of digits has one of these lengths. */
export interface NumberPattern extends Pattern {
  readonly runs: readonly number[];
  /** The same, where the number stands right behind a letter or an underscore: for shapes that no machine's word has. */
  readonly gluedRuns?: readonly number[];
}

/** Runs global patterns over a whole text, in order. */
export function runPatterns(text: string, patterns: readonly Pattern[]): Finding[] {
  const findings: Finding[] = [];
  for (const one of patterns) {
    const { pattern } = one;
    pattern.lastIndex = 0;
    for (let match = pattern.exec(text); match !== null; match = pattern.exec(text)) {
      if (match[0] === '') pattern.lastIndex += 1;
      take(one, match, text, findings);
    }
  }
  return findings;
}

/** A detector that tries each pattern, and asks each rule, only at its cues. */
export function atCues(cued: readonly (CuedPattern | CuedRule)[]): Detector {
  const byCue = new Map<string, (CuedPattern | CuedRule)[]>();
  for (const one of cued) {
    if ('pattern' in one) mustBeSticky(one);
    for (const cue of one.cues) byCue.set(cue, [...(byCue.get(cue) ?? []), one]);
  }
  return (reading) => {
    const { text, words } = reading;
    const findings: Finding[] = [];
    for (let at = 0; at < words.length; at += 1) {
      const word = words[at];
      const here = word === undefined ? undefined : byCue.get(word.lower);
      if (word === undefined || here === undefined || isInsideWord(text, word.start)) continue;
      for (const one of here) {
        if ('pattern' in one) tryAt(word.start, one, text, findings);
        else {
          const finding = one.find(reading, at);
          if (finding !== null) findings.push(finding);
        }
      }
    }
    return findings;
  };
}

/** A detector that tries each pattern only where a number begins. */
export function atNumbers(patterns: readonly NumberPattern[]): Detector {
  const byRun = patternsByRun(patterns, ({ runs }) => runs);
  const gluedByRun = patternsByRun(patterns, ({ gluedRuns = [] }) => gluedRuns);
  return ({ text, numbers, glued }) => {
    const findings: Finding[] = [];
    for (const { start, run } of numbers) for (const one of byRun[run] ?? []) tryAt(start, one, text, findings);
    for (const { start, run } of glued) for (const one of gluedByRun[run] ?? []) tryAt(start, one, text, findings);
    return findings;
  };
}

function patternsByRun(
  patterns: readonly NumberPattern[],
  runsOf: (one: NumberPattern) => readonly number[],
): readonly NumberPattern[][] {
  const byRun: NumberPattern[][] = [];
  for (const one of patterns) for (const run of runsOf(one)) byRun[run] = [...(byRun[run] ?? []), mustBeSticky(one)];
  return byRun;
}

/** Where a sticky pattern ends when it matches at a place; null when it does not. */
export function matchEnd(pattern: RegExp, text: string, at: number): number | null {
  pattern.lastIndex = at;
  return pattern.test(text) ? pattern.lastIndex : null;
}

/** Behind a number that is whole, whatever letters are attached to it. */
export const NO_MORE_DIGITS = '(?!\\d|-\\d)';

/** Digits and a hyphen before a number: it is the rest of a longer one. */
export function goesOn(text: string, start: number): boolean {
  return /\d-$/.test(text.slice(Math.max(0, start - 2), start));
}

function mustBeSticky<P extends Pattern>(one: P): P {
  if (!one.pattern.sticky) throw new TypeError(`The pattern ${one.name} is tried at one place, so it must be sticky.`);
  return one;
}

function tryAt(start: number, one: Pattern, text: string, findings: Finding[]) {
  one.pattern.lastIndex = start;
  const match = one.pattern.exec(text);
  if (match !== null) take(one, match, text, findings);
}

function isInsideWord(text: string, start: number): boolean {
  const before = text.charCodeAt(start - 1);
  return before === 0x5f || (before >= 0x30 && before <= 0x39);
}

function take({ type, name, confidence, accept }: Pattern, match: RegExpExecArray, text: string, findings: Finding[]) {
  const end = match.index + match[0].length;
  const start = match.groups?.v === undefined ? match.index : end - match.groups.v.length;
  if (end > start && (accept === undefined || accept(text.slice(start, end), text, start))) {
    findings.push({ start, end, type, confidence, detector: name });
  }
}
