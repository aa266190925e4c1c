// Assigns a problem to a new case, and reassigns all cases.
import { z } from 'zod';
import type { CaseId } from '../../core/domain/ids.ts';
import type { ToGroup } from '../../core/trends/problem-groups.ts';
import { FOUND } from '../../core/trends/unforeseen.ts';
import {
  addProblem,
  casesToGroup,
  hasUngrouped,
  lastSeq,
  putIntoProblem,
  takeNoticesOut,
} from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import type { AppContext } from '../app-context.ts';
import { emptyGroups, forgetGroups, groupsOf } from './held-groups.ts';
import { settleProblems } from './settle-problems.ts';

export { forgetGroups, forgetOnFailure } from './held-groups.ts';

/** Takes a few dozen ms: what the lead does meanwhile waits no longer. */
const PIECE = 100;
const REGROUP_JOB = 'regroup';
const LEXICON_SETTING = 'lexicon';
/** Increased when the lexicon's ids change, so that an older desk regroups its cases once. */
const LEXICON = 4;

/**
 * Assigns a problem to a case that is about to be added; returns it with the reason, as a line for the activity. A
 * newly opened group is stored.
 */
export function joinProblem(
  db: Db,
  text: string,
  area: string | null,
  at: number,
  told?: ToGroup['told'],
): { readonly problem: string; readonly because: string } {
  const { problem, because, opens } = groupsOf(db).join({ text, area, ...(told !== undefined && { told }) });
  if (opens !== null) addProblem(db, { id: problem, ...opens, createdAt: at });
  return {
    problem,
    because: opens === null ? `its problem recognized by ${because}` : 'a problem nobody has reported yet',
  };
}

/** Whether cases have no problem yet, or were assigned by an older lexicon whose ids may be gone. */
export function needsRegroup(db: Db): boolean {
  return hasUngrouped(db) || readSetting(db, LEXICON_SETTING, z.int(), 1) < LEXICON;
}

/**
 * The steps that reassign every case that was not assigned by hand. Each reads its own cases, so that a decision made
 * meanwhile stays. `moved` is called with the problem before and after.
 */
function stepsOfJoining({ store, now }: AppContext, moved: (id: CaseId, from: string | null, to: string) => void) {
  store.transaction(takeNoticesOut);
  const groups = emptyGroups(store.db);
  const last = lastSeq(store.db);
  return Array.from(
    { length: Math.ceil(last / PIECE) },
    (_, at) => () =>
      store.transaction((db) => {
        for (const { id, text, area, problem: before } of casesToGroup(db, at * PIECE, (at + 1) * PIECE)) {
          // A problem that was discovered among many cases cannot be recognized from a single report.
          if (before?.startsWith(FOUND) && !groups.isTaught({ text, area })) continue;
          const { problem, opens } = groups.join({ text, area });
          if (opens !== null) addProblem(db, { id: problem, ...opens, createdAt: now() });
          if (putIntoProblem(db, id, problem)) moved(id, before, problem);
        }
      }),
  );
}

/** Regroups every case that was not assigned by hand, in batches; returns how many changed. */
export async function regroup(ctx: AppContext): Promise<{ changed: number }> {
  const { store, jobs, queue } = ctx;
  const changes = new Map<CaseId, { readonly from: string | null; readonly to: string }>();
  const moved = (id: CaseId, from: string | null, to: string) => {
    const first = changes.get(id);
    changes.set(id, { from: first === undefined ? from : first.from, to });
  };
  const finish = () => {
    forgetGroups(store.db);
    settleProblems(ctx, (_, { id, problem }, to) => moved(id, problem, to));
    writeSetting(store.db, LEXICON_SETTING, LEXICON);
    while (queue.reindex(PIECE) > 0);
  };
  await jobs.run(REGROUP_JOB, [...stepsOfJoining(ctx, moved), finish], (step) => step());
  return { changed: [...changes.values()].filter(({ from, to }) => from !== to).length };
}
