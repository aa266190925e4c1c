// What a person decides about problems: merge two, move cases, say "not the same", tell agents what is known. The desk
// learns from it and never reverts it on its own.
import { v7 as uuid } from 'uuid';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { nameOfCode } from '../../core/route/problems.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import {
  addProblem,
  changeProblem,
  decideProblem,
  findProblem,
  forgetProblemDecision,
  moveProblem,
  problemDecision,
  putIntoProblem,
} from '../../store/cases/problems.ts';
import { forgetSent } from '../../store/cases/typed-words.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { requireScrubbed } from '../egress.ts';
import { forgetGroups } from '../problems/join-problem.ts';
import { ticketsOfProblem } from '../problems/problem-tickets.ts';
import { problemTitles } from '../problems/read-trends.ts';
import { requireCase } from '../require-case.ts';

/** The title of a problem; a problem of the lexicon gets its row when something is first known about it. */
export function requireProblem(db: Db, id: string, at: number): string {
  const title = problemTitles(db).get(id) ?? nameOfCode(id);
  if (title === undefined) throw new AppError('not-found', 'This problem no longer exists. Choose another.');
  addProblem(db, { id, title, words: [], createdAt: at });
  return title;
}

/**
 * All current and future cases of one problem belong to another; the open tickets of both remain its tickets.
 * @throws AppError `invalid`, `not-found`
 */
export function mergeProblems(
  { store, now }: AppContext,
  { from, into }: ParsedInput<'trends.merge'>,
): Output<'trends.merge'> {
  if (from === into) throw new AppError('invalid', 'Choose another problem to merge into.');
  const actId = newActId();
  return store.transaction((db) => {
    const [left, title] = [requireProblem(db, from, now()), requireProblem(db, into, now())];
    const moved = moveProblem(db, from, into);
    changeProblem(db, from, { mergedInto: into });
    changeProblem(db, into, { mergedInto: null });
    forgetGroups(db);
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: moved[0] ?? null,
      verb: 'merge',
      summary: `Merged "${left}" into "${title}"`,
      undo: { kind: 'merge', from, cases: moved },
      actId,
    });
    const openTickets = ticketsOfProblem(db, into).filter(({ state }) => state === 'open').length;
    return { actId, moved: moved.length, openTickets };
  });
}

/**
 * Moves cases into a problem or, with a title, into a new one of their own.
 * @throws AppError `not-found`, or `refused` for a title that contains PII
 */
export function moveCases(
  ctx: AppContext,
  { caseIds, into, title }: ParsedInput<'trends.move'>,
): { actId: ActId; problem: string } {
  const { store, now } = ctx;
  const actId = newActId();
  return store.transaction((db) => {
    const problem = into ?? uuid();
    if (into === undefined) {
      const first = caseIds[0] === undefined ? '' : requireCase(ctx, caseIds[0]).scrubbedTitle;
      const given = title === undefined ? first : requireScrubbed(title, { rules: listRules(db) }, 'the name');
      addProblem(db, { id: problem, title: given, words: [], createdAt: now() });
    }
    const name = requireProblem(db, problem, now());
    for (const id of caseIds) {
      const before = requireCase(ctx, id).problem;
      const undo = { kind: 'problem', before, decided: problemDecision(db, id) } as const;
      putIntoProblem(db, id, problem);
      decideProblem(db, id, problem, now());
      const summary = into === undefined ? `Not the same: now "${name}"` : `Put into "${name}"`;
      addActivity(db, { at: now(), actor: LEAD, caseId: id, verb: 'move-problem', summary, undo, actId });
    }
    forgetGroups(db);
    return { actId, problem };
  });
}

export function undoMove(db: Db, id: CaseId, before: string | null, decided: string | null, at: number): void {
  putIntoProblem(db, id, before);
  if (decided === null) forgetProblemDecision(db, id);
  else decideProblem(db, id, decided, at);
  forgetGroups(db);
}

/** Leaves out cases that someone has moved elsewhere since. */
export function undoMerge(db: Db, from: string, cases: readonly CaseId[]): void {
  const target = mergedInto(db, from);
  for (const id of cases) if (findCase(db, id)?.problem === target) putIntoProblem(db, id, from);
  changeProblem(db, from, { mergedInto: null });
  forgetGroups(db);
}

/** Where the cases of a merged problem are now: its target may have been merged as well. */
function mergedInto(db: Db, problem: string): string {
  let at = problem;
  for (
    let next = findProblem(db, at)?.mergedInto;
    next != null && next !== problem;
    next = findProblem(db, at)?.mergedInto
  )
    at = next;
  return at;
}

/** What agents are told about a problem while it lasts; an empty text clears it. */
export function tellKnown(
  { store, now }: AppContext,
  { id, known }: ParsedInput<'trends.known'>,
): Output<'trends.known'> {
  const actId = newActId();
  return store.transaction((db) => {
    const title = requireProblem(db, id, now());
    const before = findProblem(db, id)?.known ?? null;
    // Agents copy it and may read it to a caller, so it is checked like anything that leaves.
    const words =
      known.trim() === '' ? null : requireScrubbed(known.trim(), { rules: listRules(db) }, 'what agents are told');
    changeProblem(db, id, { known: words });
    forgetSent(db, 'agents', id, [known]);
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'known',
      summary: `Told what is known of "${title}"`,
      undo: { kind: 'known', problem: id, before },
      actId,
    });
    return { actId };
  });
}

/** Renames a problem; regrouping keeps the name. @throws AppError `refused` for a name that contains PII */
export function renameProblem(
  { store, now }: AppContext,
  { id, title }: ParsedInput<'trends.rename'>,
): Output<'trends.rename'> {
  const actId = newActId();
  return store.transaction((db) => {
    const before = requireProblem(db, id, now());
    changeProblem(db, id, { title: requireScrubbed(title, { rules: listRules(db) }, 'the name') });
    addActivity(db, {
      at: now(),
      actor: LEAD,
      caseId: null,
      verb: 'rename-problem',
      summary: `Renamed "${before}" to "${title}"`,
      undo: { kind: 'rename', problem: id, before },
      actId,
    });
    return { actId };
  });
}
