// After reports have come in, the newest are looked at together: problems nobody foresaw show only among many.
import type { CaseId } from '../contract/ids.ts';
import { findUnforeseen } from '../core/trends/unforeseen.ts';
import { addActivity, newActId } from '../store/activity.ts';
import type { Db } from '../store/db.ts';
import { addProblem, type CaseToSettle, casesToSettle, putIntoProblem } from '../store/problems.ts';
import { type AppContext, DESK } from './app-context.ts';
import { forgetGroups, groupsOf, nameOfWords } from './held-groups.ts';

/** So many cases are a month of a busy desk. */
const MOST = 1000;
const TITLE = 80;

/**
 * Puts the newest cases without a ticket where they belong among each other; what a person decided or taught stays.
 * `moved` hears of each, within the transaction. The problems that cases came to.
 */
export function settleProblems(
  { store, now, queue }: AppContext,
  moved: (db: Db, one: CaseToSettle, problem: string) => void = () => {},
): Set<string> {
  const at = now();
  const problems = store.transaction((db) => {
    const groups = groupsOf(db);
    const cases = casesToSettle(db, MOST).filter((one) => !groups.isTaught(one));
    const { settled, found } = findUnforeseen(cases, nameOfWords);
    for (const { id, text, words } of found) addProblem(db, { id, title: text.slice(0, TITLE), words, createdAt: at });
    const byId = new Map(cases.map((one) => [one.id as string, one]));
    const actId = newActId();
    return settled.flatMap(({ id, problem: meant, because }) => {
      const [caseId, problem] = [id as CaseId, groups.mergedInto(meant)];
      if (!putIntoProblem(db, caseId, problem)) return [];
      const summary = `Its problem told anew: ${because}`;
      addActivity(db, { at, actor: DESK, caseId, verb: 'settle', summary, undo: null, actId });
      const one = byId.get(id);
      if (one !== undefined) moved(db, one, problem);
      return [problem];
    });
  });
  if (problems.length > 0) forgetGroups(store.db);
  queue.reindex(problems.length);
  return new Set(problems);
}
