// Undoes an act. What was sent cannot be unsent, and what may have been sent is never reported as undone.
import { AppError } from '../../contract/errors.ts';
import type { ActivityId, CaseId } from '../../core/domain/ids.ts';
import { NOTE_KINDS } from '../../core/domain/outbox.ts';
import {
  markStanding,
  markUndone,
  type StoredActivity,
  type UndoStep,
  undoableAct,
} from '../../store/activity/activity.ts';
import { casesOfTicket, changeCase, changeTags, findCase } from '../../store/cases/cases.ts';
import { markMaybeSame, markSame } from '../../store/cases/duplicates.ts';
import { changeProblem } from '../../store/cases/problems.ts';
import {
  chooseTicketKind,
  findDraft,
  forgetDecision,
  forgetDraft,
  saveDecision,
  saveDraft,
} from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, findEntry } from '../../store/outbox/outbox.ts';
import { dropSetting, writeSetting } from '../../store/settings.ts';
import { replaceTeams } from '../../store/tickets/directory.ts';
import { takeBack } from '../../store/tickets/github-move.ts';
import { ticketRenamed } from '../../store/tickets/tickets.ts';
import type { AppContext } from '../app-context.ts';
import { takeNoticeBack } from '../follow-up/release-notices.ts';
import { keepWords, typedWords } from '../kept-words.ts';
import { leaveOpenTicket } from '../outbox/join-open-ticket.ts';
import { cancelEntry, cancelTicket, type How, noteUndone } from '../outbox/pull-back.ts';
import { obstacleTo } from '../outbox/undo-obstacle.ts';
import { forgetGroups } from '../problems/held-groups.ts';
import { requireCase } from '../require-case.ts';
import { takeRuleBack } from '../review/desk-rules.ts';
import { rescrubCase } from '../scrub-case.ts';
import { undoMerge, undoMove } from '../trends/problems.ts';
import { undoImport } from './undo-import.ts';

/**
 * Undoes the latest act, or the given one, with all of its cases: all or nothing.
 * @throws AppError `refused` when part of it was sent or may have been, or something newer builds on it
 */
export function undo(ctx: AppContext, actId?: ActivityId): { undone: string | null; caseId: CaseId | null } {
  const { store, now } = ctx;
  return store.transaction((db) => {
    const rows = undoableAct(db, actId);
    const [first] = rows;
    if (first === undefined) return { undone: null, caseId: null };
    const obstacle = obstacleTo(db, rows);
    if (obstacle !== null) throw new AppError('refused', `“${actInWords(db, rows)}” cannot be undone. ${obstacle}`);
    const at = now();
    let stayed = 0;
    for (const row of rows) {
      undoOne(ctx, db, row, at);
      if (row.undo?.kind === 'import') stayed += takeImportBack(ctx, db, row.undo.importId, { at, says: 'Undid' });
    }
    return { undone: `${actInWords(db, rows)}${inWords(stayed)}`, caseId: first.caseId };
  });
}

/** @returns how many of its cases are left alone */
function takeImportBack(ctx: AppContext, db: Db, importId: number, how: How): number {
  const stayed = undoImport(db, importId, how);
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
  if (cases > 1) return `${first.summary} (${cases} cases)`;
  const reference = first.caseId === null ? undefined : findCase(db, first.caseId)?.reference;
  return reference === undefined ? first.summary : `${first.summary} (${reference})`;
}

/** How many cases an act changed. */
export function casesOfRows(rows: readonly StoredActivity[]): number {
  return new Set(rows.map((row) => row.caseId)).size;
}

function undoOne(ctx: AppContext, db: Db, row: StoredActivity, at: number): void {
  const { undo: step } = row;
  const how = { at, says: 'Undid' };
  if (step === null) return;
  // An entry or ticket of several cases counts once: the first case reverts it for all, with their acts.
  if (step.kind === 'queue') cancelTicket(db, step.ticketId, how);
  if (step.kind === 'release' && step.ticketId !== null) cancelTicket(db, step.ticketId, how);
  if (step.kind === 'join-open') leaveOpenTicket(db, step, row.at, at);
  if (step.kind === 'comment' || step.kind === 'join-ticket') {
    const entry = findEntry(db, step.entryId);
    if (entry !== null && entry.state !== 'withdrawn') cancelEntry(db, entry, how);
  }
  if (!markUndone(db, row.id, at)) return;
  noteUndone(db, row, how);
  if (row.caseId === null) undoOfDesk(ctx, db, step, how);
  else undoOfCase(ctx, db, row.caseId, step, at);
}

function undoOfDesk(ctx: AppContext, db: Db, step: UndoStep, how: How): void {
  switch (step.kind) {
    case 'setting':
      if (step.before === null) dropSetting(db, step.key);
      else writeSetting(db, step.key, step.before);
      ctx.queue.settingChanged(db, step.key);
      return;
    case 'directory':
      replaceTeams(db, step.before);
      return;
    case 'github-move':
      takeBack(db, step);
      for (const { id, number } of step.tickets)
        if (number !== null)
          for (const { id: caseId } of casesOfTicket(db, id)) {
            const summary = `the move of the ticket, which is #${number} in ${step.from} again`;
            noteUndone(db, { caseId, summary }, how);
          }
      replaceTeams(db, step.teams);
      return;
    case 'known':
      changeProblem(db, step.problem, { known: step.before });
      return;
    case 'rename':
      changeProblem(db, step.problem, { title: step.before });
      return;
    case 'merge':
      undoMerge(db, step.from, step.cases);
      return;
    case 'rule':
      takeRuleBack(db, step.id);
      return;
  }
}

function undoOfCase(ctx: AppContext, db: Db, caseId: CaseId, step: UndoStep, at: number): void {
  switch (step.kind) {
    case 'triage':
      changeCase(db, caseId, { status: step.status, team: step.team });
      return;
    case 'decision': {
      const { start, end, before } = step;
      if (before === null) forgetDecision(db, caseId, start, end);
      else {
        const decision = before.decision;
        saveDecision(db, caseId, { start, end, decision, type: before.type }, at);
      }
      rescrubCase(db, requireCase(ctx, caseId));
      return;
    }
    case 'same':
      markSame(db, caseId, null, step.status);
      if (step.maybeSame !== undefined) markMaybeSame(db, caseId, step.maybeSame);
      return;
    case 'not-same':
      markMaybeSame(db, caseId, step.maybeSame);
      return;
    case 'problem':
      undoMove(db, caseId, step.before, step.decided, at);
      return;
    case 'tags':
      changeTags(db, caseId, step.before);
      return;
    case 'release':
      takeNoticeBack(db, caseId, step.typed, at);
      return;
    case 'words':
      putOldWordsBack(db, step, at);
      return;
    case 'draft': {
      const draft = findDraft(db, caseId);
      if (step.keptId !== undefined) markStanding(db, step.keptId);
      else if (draft !== null) keepWords(db, caseId, { kind: 'ticket', ...draft }, at);
      if (step.form !== undefined) chooseTicketKind(db, caseId, step.form);
      if (step.before === null) forgetDraft(db, caseId);
      else saveDraft(db, caseId, step.before, at);
      return;
    }
    case 'discard':
      markStanding(db, step.keptId);
      return;
    case 'merge':
    case 'rule':
      undoOfDesk(ctx, db, step, { at, says: 'Undid' });
  }
}

/**
 * Restores the previous text of an entry; the newer text stays with the case. Its target may have moved in the
 * meantime.
 */
function putOldWordsBack(db: Db, step: Extract<UndoStep, { kind: 'words' }>, at: number): void {
  const entry = findEntry(db, step.entryId);
  if (entry === null) return;
  const [newer, older] = [typedWords(entry.kind, entry.payload), typedWords(entry.kind, step.before)];
  if (newer === null || older === null || (newer.title === older.title && newer.body === older.body)) return;
  for (const { id } of casesOfTicket(db, entry.ticketId)) keepWords(db, id, newer, at);
  const words = NOTE_KINDS.includes(entry.kind)
    ? { text: older.body }
    : { ...(older.title !== null && { title: older.title }), body: older.body };
  changeEntry(db, entry.id, { payload: JSON.stringify({ ...(entry.payload as object), ...words }) });
  if (older.title !== null) ticketRenamed(db, entry.ticketId, older.title);
}
