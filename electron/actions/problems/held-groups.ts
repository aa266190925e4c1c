// Problem groups, cached in memory and reloaded after a manual decision.
import { v5 as uuidOf } from 'uuid';
import { ProblemGroups } from '../../core/trends/problem-groups.ts';
import { decidedExamples, listProblems } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';

/** A new group is named after its text, so grouping again gives it the same name. */
export const nameOfWords = (words: readonly string[]) => uuidOf(words.join(' '), NAMESPACE);
const NAMESPACE = 'c9a0f9c4-6d0b-4d4e-9f3b-2f6f0a5d8a11';

const held = new WeakMap<Db, ProblemGroups>();

/** After a manual decision, so that what was learned takes effect at once. */
export function forgetGroups(db: Db): void {
  held.delete(db);
}

/**
 * Runs a transaction that assigns cases to problems; if it fails, the groups it opened in memory are dropped with it.
 */
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

/** Groups seeded with people's decisions, without any reports yet. */
export function emptyGroups(db: Db): ProblemGroups {
  const all = listProblems(db);
  const merged = new Map(all.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])));
  const groups = new ProblemGroups(merged, nameOfWords);
  for (const { problem, text, area } of decidedExamples(db)) groups.learn({ text, area }, problem);
  return groups;
}
