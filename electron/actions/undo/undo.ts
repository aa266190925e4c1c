// Undoes an act. What was sent cannot be unsent, and what may have been sent is never reported as undone.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { markUndone, type StoredActivity, undoableAct } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { countGroups, findImport } from '../../store/intake/import-rows.ts';
import type { AppContext } from '../app-context.ts';
import { readAgain } from '../live-sources/poll.ts';
import { type How, noteUndone } from '../outbox/pull-back.ts';
import { obstacleTo } from '../outbox/undo-obstacle.ts';
import { forgetGroups } from '../problems/held-groups.ts';
import { undoImport } from './undo-import.ts';
import { cancelStep, revertStep } from './undo-steps.ts';

/**
 * Undoes the latest act, or the given one, with all of its cases: all or nothing.
 * @throws AppError `refused` when part of it was sent or may have been, or something newer builds on it; and for an
 *   import that nobody named, if `asksForImport`
 */
export function undo(
  ctx: AppContext,
  { id, asksForImport = false }: Partial<ParsedInput<'activity.undo'>>,
): Output<'activity.undo'> {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const rows = undoableAct(db, id);
    const [first] = rows;
    if (first === undefined) return { undone: null, actId: null, caseId: null };
    const obstacle = obstacleTo(db, rows);
    if (obstacle !== null) throw new AppError('refused', `“${actInWords(db, rows)}” cannot be undone. ${obstacle}`);
    if (asksForImport && id === undefined) askForImport(db, first);
    const at = now();
    // Before a case that is taken back loses its number.
    const words = actInWords(db, rows);
    let stayed = 0;
    for (const row of rows) {
      undoOne(ctx, db, row, at);
      if (row.undo?.kind === 'import') stayed += takeImportBack(ctx, db, row.undo.importId, { at, says: 'Undid' });
    }
    return { undone: `${words}${inWords(stayed)}`, actId: first.actId, caseId: first.caseId };
  });
}

/** Undo that was meant for something else would take many cases out of the desk. @throws AppError `refused` */
function askForImport(db: Db, { actId, undo: step }: StoredActivity): void {
  if (step?.kind !== 'import') return;
  const { new: brought } = countGroups(db, step.importId);
  const cases = brought === 0 ? '' : brought === 1 ? ' of 1 case' : ` of ${brought} cases`;
  throw new AppError('refused', `The last act was an import${cases}. Press Enter to take it back.`, { actId });
}

/** @returns how many of its cases are left alone */
function takeImportBack(ctx: AppContext, db: Db, importId: number, how: How): number {
  const stayed = undoImport(db, importId, how);
  readAgain(db, findImport(db, importId)?.name ?? '');
  forgetGroups(db);
  ctx.queue.forget();
  return stayed;
}

/** For an undone import. */
function inWords(stayed: number): string {
  if (stayed === 0) return '';
  return stayed === 1
    ? '. 1 case was left alone because someone has worked on it'
    : `. ${stayed} cases were left alone because someone has worked on them`;
}

/** What was done, and to which case. */
function actInWords(db: Db, rows: readonly StoredActivity[]): string {
  const [first] = rows;
  if (first === undefined) return '';
  const cases = casesOfRows(rows);
  const summary = summaryOf(rows);
  if (cases > 1) return `${summary} (${cases} cases)`;
  const caseId = caseOf(rows);
  const reference = caseId === null ? undefined : findCase(db, caseId)?.reference;
  return reference === undefined ? summary : `${summary} (${caseName(reference)})`;
}

/** What an act did, for all of its cases together. */
export function summaryOf(rows: readonly StoredActivity[]): string {
  const [first] = rows;
  const isSame = rows.every(({ summary }) => summary === first?.summary);
  // Of cases with several teams, none is named.
  if (!isSame && first?.verb === 'escalate') return 'Escalated to their suggested teams';
  const tickets = new Set(rows.flatMap(({ undo: step }) => (step?.kind === 'queue' ? (step.ticketId ?? []) : [])));
  if (!isSame && tickets.size > 1) return 'Queued tickets for their teams';
  return first?.summary ?? '';
}

/** The case an act is about; null for an act on a problem, which is only kept with one of its cases. */
export function caseOf([first]: readonly StoredActivity[]): CaseId | null {
  return first === undefined || first.undo?.kind === 'merge' ? null : first.caseId;
}

/** How many cases an act changed. */
export function casesOfRows(rows: readonly StoredActivity[]): number {
  return new Set(rows.map((row) => row.caseId)).size;
}

function undoOne(ctx: AppContext, db: Db, row: StoredActivity, at: number): void {
  const { undo: step } = row;
  if (step === null) return;
  const undoing = { ctx, db, row, how: { at, says: 'Undid' } };
  cancelStep(undoing, step.kind, step);
  if (!markUndone(db, row.id, at)) return;
  noteUndone(db, row, undoing.how);
  revertStep(undoing, step.kind, step);
}
