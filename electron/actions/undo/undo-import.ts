// Reverts a whole import: what it added is removed, what it changed is restored, and the same file counts as new again.
// A case that someone has worked on since is left alone.
import type { CaseId } from '../../core/domain/ids.ts';
import { activityOf, markUndone } from '../../store/activity/activity.ts';
import { changeCase, changeTags, findCase, type StoredCase } from '../../store/cases/cases.ts';
import { listRules } from '../../store/cases/desk-rules.ts';
import { putIntoProblem } from '../../store/cases/problems.ts';
import { listDecisions } from '../../store/cases/review.ts';
import { standingLines, withdrawCases, workedOn } from '../../store/cases/withdrawn-cases.ts';
import type { Db } from '../../store/db.ts';
import { findImport, type ImportRow, markImportUndone, rowsToTakeBack } from '../../store/intake/import-rows.ts';
import { forgetSeen, markSeenAsBefore } from '../../store/intake/imports.ts';
import { dropRejectedOf } from '../../store/intake/rejected-rows.ts';
import { saveSourceUpdate } from '../../store/intake/source-records.ts';
import { findEntry } from '../../store/outbox/outbox.ts';
import { DESK } from '../app-context.ts';
import { carryDecisions } from '../intake/import-update.ts';
import { LEFT_TAG } from '../intake/queue-snapshot.ts';
import { cancelEntry, type How } from '../outbox/pull-back.ts';
import { obstacleOf } from '../outbox/undo-obstacle.ts';
import { scrubText } from '../scrub-words.ts';

/**
 * Runs inside a transaction. `how.at` is UTC ms.
 * @returns how many cases were left alone because someone worked on them
 */
export function undoImport(db: Db, importId: number, how: How): number {
  const one = findImport(db, importId);
  if (one === null || one.actId === null) return 0;
  const rows = rowsToTakeBack(db, importId);
  const isNew = ({ what }: ImportRow) => what === 'new';
  const brought = rows.filter(isNew).map(({ caseId }) => caseId);
  for (const id of brought) leaveTicket(db, id, how);
  const kept = workedOn(
    db,
    rows.filter(({ what, before }) => what !== 'known' || before !== null).map(({ caseId }) => caseId),
    one.actId,
    DESK,
  );
  const gone = new Set(brought.filter((id) => !kept.has(id)));
  for (const row of rows) if (!isNew(row)) restore(db, row, kept.has(row.caseId));
  // Their activity first: undoing a line marks its case stale.
  for (const { id, caseId } of standingLines(db, one.actId))
    if (caseId === null || !kept.has(caseId)) markUndone(db, id, how.at);
  withdrawCases(db, [...gone], how.at);
  dropRejectedOf(db, importId);
  markImportUndone(db, importId, how.at);
  return kept.size;
}

/** A case that joined the open ticket of its problem automatically leaves it, if the comment about it has not left. */
export function leaveTicket(db: Db, id: CaseId, how: How): void {
  if (findCase(db, id)?.ticketId == null) return;
  for (const { undo, undoneAt } of activityOf(db, id)) {
    if (undo?.kind !== 'join-ticket' || undoneAt !== null) continue;
    const entry = findEntry(db, undo.entryId);
    if (entry !== null && entry.state !== 'withdrawn' && obstacleOf(entry) === null) cancelEntry(db, entry, how);
  }
}

function restore(db: Db, { caseId, seenIn, leftAt, before, what }: ImportRow, isKept: boolean): void {
  if (seenIn === null) forgetSeen(db, caseId);
  else markSeenAsBefore(db, caseId, seenIn, leftAt);
  const now = findCase(db, caseId);
  if (now === null) return;
  if (before !== null && !isKept) putBack(db, now, before);
  else if (what === 'left' || leftAt !== null) {
    const others = now.tags.filter((tag) => tag !== LEFT_TAG);
    changeTags(db, caseId, leftAt === null ? others : [...others, LEFT_TAG]);
  }
}

function putBack(db: Db, now: StoredCase, before: StoredCase): void {
  const { id, rawText, reporter, hints, fields, scrubbedArea } = before;
  if (rawText !== now.rawText) carryDecisions(db, now, rawText, now.receivedAt);
  const { findings: _, ...scrub } = scrubText(rawText, hints, listDecisions(db, id), listRules(db));
  saveSourceUpdate(db, id, { rawText, reporter, hints, fields, scrubbedArea, ...scrub });
  changeCase(db, id, { status: before.status, team: before.team });
  changeTags(db, id, before.tags);
  putIntoProblem(db, id, before.problem);
}
