import { titleOfGroup } from '../../core/trends/group-title.ts';
import { findUnforeseen } from '../../core/trends/unforeseen.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { addProblem, type CaseToSettle, casesToSettle, putIntoProblem } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { forgetGroups, groupsOf, nameOfWords } from './held-groups.ts';

/** This many cases are a month of a busy desk. */
const MOST = 1000;

/**
 * Regroups the newest cases without a ticket; what a person decided or taught stays. `moved` is called for each, within
 * the transaction. Returns the problems that gained cases.
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
    for (const { id, text, words } of found)
      addProblem(db, { id, title: titleOfGroup(text, words), words, createdAt: at });
    const byId = new Map<string, CaseToSettle>(cases.map((one) => [one.id, one]));
    const actId = newActId();
    return settled.flatMap(({ id, problem: meant, because }) => {
      const [one, problem] = [byId.get(id), groups.mergedInto(meant)];
      if (one === undefined || !putIntoProblem(db, one.id, problem)) return [];
      const summary = `Its problem changed: ${because}`;
      addActivity(db, { at, actor: DESK, caseId: one.id, verb: 'settle', summary, undo: null, actId });
      moved(db, one, problem);
      return [problem];
    });
  });
  if (problems.length > 0) forgetGroups(store.db);
  queue.reindex(problems.length);
  return new Set(problems);
}
