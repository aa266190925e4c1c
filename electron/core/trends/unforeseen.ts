// Finds problems missing in the lexicon: similar reports in which it finds nothing, or different problems. If it finds
// the same problem in nearly all of a group, it is trusted; if it contradicts itself, the words decide.

import type { Steps } from '../intake/steps.ts';
import { EXPOSED } from '../route/problems.ts';
import { attachLoosely } from './attach.ts';
import { averageLink, type Likeness } from './average-link.ts';
import { likenessOf, type ReadReport, readReport, vectorsOf } from './likeness.ts';

export interface ToSettle {
  readonly id: string;
  /** Scrubbed. */
  readonly text: string;
  readonly area: string | null;
  /** The problem it is assigned to now. */
  readonly problem: string | null;
}

export interface Settled {
  readonly id: string;
  readonly problem: string;
  /** The reason, in one line. */
  readonly because: string;
}

export interface Found {
  readonly id: string;
  /** A sentence of its most typical report. */
  readonly text: string;
  readonly words: readonly string[];
}

/** Average similarity from which reports have the same problem. Tuned on months with parts of the lexicon removed. */
const ALIKE = 0.28;
/** Fewer reports do not override the lexicon. */
const FEWEST = 4;
/** The lexicon is trusted if it finds the same problem in this share of a group. */
const AGREES = 0.95;
/** Subtracted from the similarity of two reports if the lexicon finds different problems in them. */
const APART = 0.04;
/** So many reports are read in one step. */
const READ_AT_ONCE = 20;
const WORDS = 8;
const SAID = 4;

/** The id prefix of groups found here; all others are from the lexicon or a person. */
export const FOUND = 'found-';

/**
 * The cases to move, and the new problems. `newId` derives an id from the words of a group. A group of which most are in
 * an announced problem stays that problem: nobody finds a trend again under another name.
 */
export function* findUnforeseen(
  cases: readonly ToSettle[],
  newId: (words: readonly string[]) => string,
  announced: ReadonlySet<string> = new Set(),
): Steps<{ readonly settled: readonly Settled[]; readonly found: readonly Found[] }> {
  const reports: ReadReport[] = [];
  for (const { text, area } of cases) if (reports.push(readReport(text, area)) % READ_AT_ONCE === 0) yield;
  const vectors = vectorsOf(reports);
  yield;
  const alike = likenessOf(vectors);
  yield;
  keepApart(alike, reports);
  yield;
  const linked = averageLink(cases.length, alike, ALIKE);
  yield;
  const settled: Settled[] = [];
  const found: Found[] = [];
  const taken = new Set<string>();
  const groups = attachLoosely(linked, reports, isSure).sort(
    (a, b) => b.length - a.length || (a[0] ?? 0) - (b[0] ?? 0),
  );
  /** A group keeps the problem it was in, unless a larger one already has it. */
  const ownProblem = (group: readonly number[], words: readonly string[]) => {
    const before = mostlyIn(group, cases, announced);
    const id = before !== null && !taken.has(before) ? before : `${FOUND}${newId(words)}`;
    taken.add(id);
    return { id, isNew: id !== before };
  };
  for (const group of groups) {
    const read = mostRead(group, reports);
    const isOwn = read.problem === null || (group.length >= FEWEST && read.agrees < AGREES);
    if (isOwn && group.length === 1) continue;
    const words = sharedWords(group, vectors, reports);
    const own = isOwn ? ownProblem(group, words) : null;
    if (own?.isNew === true)
      found.push({ id: own.id, text: cases[mostTypical(group, alike, cases.length)]?.text ?? '', words });
    const because = own === null ? 'most that are like it tell of this' : alikeIn(group, words);
    for (const at of group) {
      const one = cases[at];
      const problem = problemOfOne(reports[at]?.problem ?? null, own?.id ?? null, read.problem);
      if (one !== undefined && problem !== null && one.problem !== problem)
        settled.push({ id: one.id, problem, because });
    }
  }
  return { settled, found };
}

/**
 * The problem of one report of a group: the group's own, unless the lexicon is sure of the report; without one, what the
 * lexicon finds in the report, or else in most of the group.
 */
function problemOfOne(reading: string | null, own: string | null, ofMost: string | null): string | null {
  if (own !== null && (reading === null || !isSure(reading))) return own;
  return reading ?? ofMost;
}

function alikeIn(group: readonly number[], words: readonly string[]): string {
  const said = words.slice(0, SAID).map((word) => `“${word}”`);
  return `${group.length} reports are alike in ${said.join(', ')}`;
}

/** An error code is a problem in itself, and privacy incidents are never found by similarity. */
function isSure(problem: string): boolean {
  return problem.startsWith('code-') || problem.endsWith(`:${EXPOSED.id}`);
}

/** The announced problem that half of them or more are in, else the group found here that most of them are in. */
function mostlyIn(group: readonly number[], cases: readonly ToSettle[], announced: ReadonlySet<string>) {
  const [most] = counted(group.flatMap((at) => cases[at]?.problem ?? []));
  if (most !== undefined && announced.has(most[0]) && most[1] * 2 >= group.length) return most[0];
  const [first] = counted(
    group.flatMap((at) => {
      const problem = cases[at]?.problem;
      return problem?.startsWith(FOUND) ? [problem] : [];
    }),
  );
  return first?.[0] ?? null;
}

/** The problem the lexicon finds most often, and the share of reports whose problem it finds more than once. */
function mostRead(group: readonly number[], reports: readonly ReadReport[]) {
  const counts = counted(group.flatMap((at) => reports[at]?.problem ?? []));
  const [first] = counts;
  const severalTimes = counts.filter(([problem, count]) => count >= FEWEST || isSure(problem));
  const agreed = severalTimes.reduce((sum, [, count]) => sum + count, 0);
  return { problem: first?.[0] ?? null, agrees: Math.max(first?.[1] ?? 0, agreed) / group.length };
}

/** Two reports with different problems in the lexicon must be more similar to be grouped. */
function keepApart(alike: Likeness, reports: readonly ReadReport[]): void {
  const size = reports.length;
  for (const [at, { problem }] of reports.entries())
    for (const [other, { problem: another }] of reports.entries())
      if (problem !== null && another !== null && problem !== another)
        alike[at * size + other] = (alike[at * size + other] ?? 0) - APART;
}

/** Most frequent first; ties in order of first occurrence. */
function counted(values: readonly string[]): [string, number][] {
  const counts = new Map<string, number>();
  for (const value of values) counts.set(value, (counts.get(value) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1]);
}

/** The words that make them similar, as written by the first of them to use each. */
function sharedWords(
  group: readonly number[],
  vectors: readonly ReadonlyMap<string, number>[],
  reports: readonly ReadReport[],
): string[] {
  const sums = new Map<string, { sum: number; times: number; word: string }>();
  for (const at of group) {
    for (const [stem, { word }] of reports[at]?.words ?? []) {
      const before = sums.get(stem) ?? { sum: 0, times: 0, word };
      sums.set(stem, { word: before.word, times: before.times + 1, sum: before.sum + (vectors[at]?.get(stem) ?? 0) });
    }
  }
  return [...sums.values()]
    .filter(({ times }) => times > 1 || group.length === 1)
    .sort((a, b) => b.sum - a.sum || (a.word < b.word ? -1 : 1))
    .slice(0, WORDS)
    .map(({ word }) => word);
}

function mostTypical(group: readonly number[], alike: Float32Array, size: number): number {
  const nearness = (at: number) => group.reduce((sum, other) => sum + (alike[at * size + other] ?? 0), 0);
  return group.reduce((best, at) => (nearness(at) > nearness(best) ? at : best), group[0] ?? 0);
}
