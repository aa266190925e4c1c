import { runThrough, type Steps } from '../../core/intake/steps.ts';
import { titleOfGroup } from '../../core/trends/group-title.ts';
import { findUnforeseen } from '../../core/trends/unforeseen.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { addProblem, type CaseToSettle, casesToSettle, putIntoProblem } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { raisedKeys, trendKey } from '../../store/tickets/alerts.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { forgetGroups, groupsOf, nameOfWords } from './held-groups.ts';

/** This many cases are a month of a busy desk. */
const MOST = 1000;

type Moved = (db: Db, one: CaseToSettle, problem: string) => void;

/**
 * Regroups the newest cases without a ticket; what a person decided or taught stays. `moved` is called for each, within
 * the transaction. Returns the problems that gained cases.
 */
export function settleProblems(ctx: AppContext, moved?: Moved): Set<string> {
  return runThrough(settleInSteps(ctx, moved));
}

/** The same in steps: what changes between them stays as it is. */
export function* settleInSteps({ store, now, queue }: AppContext, moved: Moved = () => {}): Steps<Set<string>> {
  const isOpen = (one: CaseToSettle) => !groupsOf(store.db).isTaught(one);
  const cases = casesToSettle(store.db, MOST).filter(isOpen);
  const { settled, found } = yield* findUnforeseen(cases, nameOfWords, announcedAmong(store.db, cases));
  if (settled.length + found.length === 0) return new Set();
  const at = now();
  const seen = new Map<string, CaseToSettle>(cases.map((one) => [one.id, one]));
  const problems = store.transaction((db) => {
    const groups = groupsOf(db);
    for (const { id, text, words } of found)
      addProblem(db, { id, title: titleOfGroup(text, words), words, createdAt: at });
    const byId = new Map<string, CaseToSettle>(casesToSettle(db, MOST).map((one) => [one.id, one]));
    const actId = newActId();
    return settled.flatMap(({ id, problem: meant, because }) => {
      const [one, before, problem] = [byId.get(id), seen.get(id), groups.mergedInto(meant)];
      const isAsSeen = one !== undefined && one.problem === before?.problem && one.text === before.text && isOpen(one);
      if (!isAsSeen || !putIntoProblem(db, one.id, problem)) return [];
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

/** The problems of these cases that the lead was told of as trends. */
function announcedAmong(db: Db, cases: readonly CaseToSettle[]): ReadonlySet<string> {
  const ids = [...new Set(cases.flatMap(({ problem }) => problem ?? []))];
  const raised = raisedKeys(
    db,
    ids.map((id) => trendKey(id)),
  );
  return new Set(ids.filter((id) => raised.has(trendKey(id))));
}
