// Which problem a new case tells of. The groups are held in memory and loaded anew after a decision by hand.
import { v5 as uuidOf } from 'uuid';
import { z } from 'zod';
import type { CaseId } from '../contract/ids.ts';
import { ProblemGroups } from '../core/trends/problem-groups.ts';
import type { Db } from '../store/db.ts';
import {
  addProblem,
  casesToGroup,
  decidedExamples,
  hasUngrouped,
  listProblems,
  putIntoProblem,
} from '../store/problems.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Office } from './office.ts';

const PIECE = 500;
const REGROUP_JOB = 'regroup';
const LEXICON_SETTING = 'lexicon';
/** Raised when the lexicon's ids change: an older desk groups its cases anew, once. */
const LEXICON = 2;
/** A group that opens is named after its first words, so that grouping again names it the same. */
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

function groupsOf(db: Db): ProblemGroups {
  let groups = held.get(db);
  if (groups === undefined) {
    groups = emptyGroups(db);
    for (const { id, words } of listProblems(db)) if (words.length > 0) groups.open(id, words);
    held.set(db, groups);
  }
  return groups;
}

/** Groups that know what people decided, and no report yet. */
function emptyGroups(db: Db): ProblemGroups {
  const all = listProblems(db);
  const merged = new Map(all.flatMap(({ id, mergedInto }) => (mergedInto === null ? [] : [[id, mergedInto]])));
  const groups = new ProblemGroups(merged, (words) => uuidOf(words.join(' '), NAMESPACE));
  for (const { problem, text, area } of decidedExamples(db)) groups.learn({ text, area }, problem);
  return groups;
}

/** Joins a case that is about to be added; its problem, and why in a line for the activity. A group that opens is kept. */
export function joinProblem(
  db: Db,
  text: string,
  area: string | null,
  at: number,
): { readonly problem: string; readonly because: string } {
  const { problem, because, opens } = groupsOf(db).join({ text, area });
  if (opens !== null) addProblem(db, { id: problem, ...opens, createdAt: at });
  return { problem, because: opens === null ? `its problem told by ${because}` : 'a problem nobody told of yet' };
}

/** Whether cases wait for a problem, or were put into theirs by an older lexicon, whose ids may be gone. */
export function needsRegroup(db: Db): boolean {
  return hasUngrouped(db) || readSetting(db, LEXICON_SETTING, z.int(), 1) < LEXICON;
}

/** Groups every case anew but those decided by hand, in pieces; how many changed. */
export async function regroup({ store, now, jobs, queue }: Office): Promise<{ changed: number }> {
  const groups = emptyGroups(store.db);
  const all = casesToGroup(store.db);
  const pieces: (typeof all)[] = [];
  for (let at = 0; at < all.length; at += PIECE) pieces.push(all.slice(at, at + PIECE));
  let changed = 0;
  const done = await jobs.run(REGROUP_JOB, pieces, (piece) =>
    store.transaction((db) => {
      for (const { id, text, area } of piece) {
        const { problem, opens } = groups.join({ text, area });
        if (opens !== null) addProblem(db, { id: problem, ...opens, createdAt: now() });
        if (putIntoProblem(db, id as CaseId, problem)) changed += 1;
      }
    }),
  );
  while (queue.freshen(PIECE) > 0);
  forgetGroups(store.db);
  if (done === pieces.length) writeSetting(store.db, LEXICON_SETTING, LEXICON);
  return { changed };
}
