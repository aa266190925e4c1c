// The ruler: how much of what is labelled is masked, and how much that is not.
import type { LabelledCase } from './corpus.ts';

export interface Span {
  readonly start: number;
  readonly end: number;
}

export interface Score {
  readonly cases: number;
  /** Labelled spans of which every letter and digit is masked, of all. */
  readonly spanRecall: number;
  /** Masked letters and digits that belong to a label, of all masked. */
  readonly precision: number;
  readonly leaking: number;
  readonly clean: number;
  readonly cleanHurt: number;
  /** Kind of label → [spans masked whole, spans]. */
  readonly kinds: ReadonlyMap<string, readonly [number, number]>;
}

/** Labels of presidio's set that name no person by themselves: neither asked for nor punished. */
const NEUTRAL = new Set('GPE ORGANIZATION DATE_TIME TITLE AGE NRP DOMAIN_NAME PREFIX LOCATION'.split(' '));
const COUNTS = /[\p{L}\p{N}@]/u;
const MASKED = /[\p{L}\p{N}]/u;

/** Scores what a scrubber found in each case. */
export function score(cases: readonly LabelledCase[], found: readonly (readonly Span[])[]): Score {
  const kinds = new Map<string, [number, number]>();
  let [whole, spans, good, masked, leaking, clean, cleanHurt] = [0, 0, 0, 0, 0, 0, 0];
  for (const [at, one] of cases.entries()) {
    const mask = cover(one.text, found[at] ?? []);
    const labelled = cover(one.text, one.spans);
    let leaks = false;
    for (const { start, end, type, tier } of one.spans) {
      if (tier === 2 || NEUTRAL.has(type)) continue;
      const isWhole = every(one.text, start, end, (place) => mask[place] === 1);
      const kind = kinds.get(type) ?? [0, 0];
      kinds.set(type, [kind[0] + Number(isWhole), kind[1] + 1]);
      whole += Number(isWhole);
      spans += 1;
      leaks ||= !isWhole;
    }
    let hurt = false;
    for (let place = 0; place < mask.length; place += 1) {
      if (mask[place] === 0 || !MASKED.test(one.text[place] ?? '')) continue;
      masked += 1;
      if (labelled[place] === 1) good += 1;
      else hurt = true;
    }
    leaking += Number(leaks);
    clean += Number(one.spans.length === 0);
    cleanHurt += Number(one.spans.length === 0 && hurt);
  }
  return {
    cases: cases.length,
    spanRecall: spans === 0 ? 1 : whole / spans,
    precision: masked === 0 ? 1 : good / masked,
    leaking,
    clean,
    cleanHurt,
    kinds,
  };
}

function cover(text: string, spans: readonly Span[]): Uint8Array {
  const mask = new Uint8Array(text.length);
  for (const { start, end } of spans) mask.fill(1, start, end);
  return mask;
}

function every(text: string, start: number, end: number, test: (place: number) => boolean): boolean {
  for (let place = start; place < end; place += 1) if (COUNTS.test(text[place] ?? '') && !test(place)) return false;
  return true;
}
