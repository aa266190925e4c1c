// The groups of problems, held in memory and loaded anew after a decision by hand.
import { v5 as uuidOf } from 'uuid';
import { ProblemGroups } from '../core/trends/problem-groups.ts';
import type { Db } from '../store/db.ts';
import { decidedExamples, listProblems } from '../store/problems.ts';

/** A group that opens is named after its words, so that grouping again names it the same. */
export const nameOfWords = (words: readonly string[]) => uuidOf(words.join(' '), NAMESPACE);
const NAMESPACE = 'c9a0f9c4-6d0b-4d4e-9f3b-2f6f0a5d8a11';

const held = new WeakMap<Db, ProblemGroups>();

/** After a decision by hand: what was learned is to be heard at once. */
export function forgetGroups(db: Db): void {
  held.delete(db);
}

/** Runs a transaction that joins cases; when it fails, what it opened in memory is forgotten with it. */
export function forgetOnFailure<T>(db: Db, work: () => T): T {
  try {
    return work();
  } catch (error) {
    forgetGroups(db);
    throw error;
  }
}

export function groupsOf(db: Db): ProblemGroups {
  let groups = held.get(db);
  if (groups === undefined) {
    groups = emptyGroups(db);
    for (const { id, words } of listProblems(db)) if (words.length > 0) groups.open(id, words);
    held.set(db, groups);
  }
  return groups;
}

/** Groups that know what people decided, and no report yet. */
export function emptyGroups(db: Db): ProblemGroups {
  const all = listProblems(db);
  const merged = new Map(all.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])));
  const groups = new ProblemGroups(merged, nameOfWords);
  for (const { problem, text, area } of decidedExamples(db)) groups.learn({ text, area }, problem);
  return groups;
}
