// Takes an act back. What was sent cannot be unsent; what still waits in the outbox is pulled back.
import { AppError } from '../contract/errors.ts';
import type { ActivityId, CaseId, EntryId, RuleId, TicketId } from '../contract/ids.ts';
import type { CaseStatus } from '../core/words/case.ts';
import type { PiiType, ReviewDecision } from '../core/words/pii.ts';
import { activityOf, addActivity, markUndone, newActId, type StoredActivity, undoableAct } from '../store/activity.ts';
import { casesOfTicket, changeCase, changeTags } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { replaceTeams } from '../store/directory.ts';
import { markSame } from '../store/duplicates.ts';
import { entriesOfTicket, findEntry, moveEntry, type StoredEntry } from '../store/outbox.ts';
import { changeProblem } from '../store/problems.ts';
import { forgetDecision, saveDecision } from '../store/review.ts';
import { dropSetting, writeSetting } from '../store/settings.ts';
import { ticketWithdrawn } from '../store/tickets.ts';
import { takeRuleBack } from './desk-rules.ts';
import { LEAD, type Office } from './office.ts';
import { undoMerge, undoMove } from './problems.ts';
import { requireCase } from './read-cases.ts';
import { rescrubCase } from './scrub-case.ts';

/** Undoes the newest act, or the one named with all its cases. @throws AppError `refused` when something of it was sent. */
export function undo(office: Office, actId?: ActivityId): { undone: string | null; caseId: CaseId | null } {
  const rows = undoableAct(office.store.db, actId);
  const first = rows[0];
  if (first === undefined) return { undone: null, caseId: null };
  undoRows(office, rows);
  return {
    undone: rows.length === 1 ? first.summary : `${first.summary} (${rows.length} cases)`,
    caseId: first.caseId,
  };
}

/** Pulls a ticket back out of the outbox, and its cases to where they stood. @throws AppError `refused` when it was sent. */
export function pullTicketBack(office: Office, ticketId: TicketId): void {
  const { db } = office.store;
  const rows = casesOfTicket(db, ticketId)
    .flatMap((one) => activityOf(db, one.id))
    .filter(({ undo: step, undoneAt }) => undoneAt === null && step?.kind === 'queue' && step.ticketId === ticketId);
  if (rows.length === 0) throw new AppError('refused', 'This ticket cannot be pulled back any more.');
  undoRows(office, rows);
}

/** Pulls one comment back out of the outbox. @throws AppError `refused` when it was sent. */
export function pullCommentBack(office: Office, entry: StoredEntry): void {
  const { db } = office.store;
  const rows = casesOfTicket(db, entry.ticketId)
    .flatMap((one) => activityOf(db, one.id))
    .filter(({ undo: step, undoneAt }) => undoneAt === null && step?.kind === 'comment' && step.entryId === entry.id);
  if (rows.length === 0) throw new AppError('refused', 'This comment cannot be pulled back any more.');
  undoRows(office, rows);
}

function undoRows(office: Office, rows: readonly StoredActivity[]): void {
  const { store, now } = office;
  store.transaction((db) => {
    const at = now();
    for (const row of rows) {
      undoOne(office, db, row, at);
      markUndone(db, row.id, at);
      addActivity(db, {
        at,
        actor: LEAD,
        caseId: row.caseId,
        verb: 'undo',
        summary: `Undid: ${row.summary}`,
        undo: null,
        actId: newActId(),
      });
    }
  });
}

const NOT_OF_A_CASE: ReadonlySet<string> = new Set(['setting', 'merge', 'known', 'directory']);

function undoOne(office: Office, db: Db, { caseId, undo: step }: StoredActivity, at: number): void {
  if (step?.kind === 'setting') {
    if (step.before === null) dropSetting(db, step.key);
    else writeSetting(db, step.key, step.before);
    office.queue.settingChanged(db, step.key);
  }
  if (step?.kind === 'merge') undoMerge(db, step.from, step.cases);
  if (step?.kind === 'directory') replaceTeams(db, step.before);
  if (step?.kind === 'known') changeProblem(db, step.problem, { known: step.before });
  if (caseId === null || step === null || NOT_OF_A_CASE.has(step.kind)) return;
  switch (step.kind) {
    case 'triage': {
      if (requireCase(office, caseId).ticketId !== null)
        throw new AppError('refused', 'The case has a ticket now. Pull the ticket back first.');
      changeCase(db, caseId, { status: step.status as CaseStatus, team: step.team });
      return;
    }
    case 'decision': {
      const { start, end, before } = step;
      if (before === null) forgetDecision(db, caseId, start, end);
      else
        saveDecision(
          db,
          caseId,
          { start, end, decision: before.decision as ReviewDecision['decision'], type: before.type as PiiType },
          at,
        );
      rescrubCase(db, requireCase(office, caseId));
      return;
    }
    case 'same':
      markSame(db, caseId, null, step.status);
      return;
    case 'problem':
      undoMove(db, caseId, step.before, step.decided, at);
      return;
    case 'join-ticket':
      if (
        !moveEntry(db, step.entryId as EntryId, ['queued', 'blocked', 'failed'], {
          state: 'withdrawn',
          nextTryAt: null,
        })
      )
        throw new AppError('refused', 'Its record number is on the ticket already, or may be.');
      changeCase(db, caseId, { status: 'undecided', team: null, ticketId: null });
      return;
    case 'tags':
      changeTags(db, caseId, step.before);
      return;
    case 'note':
      return; // a fact of the activity alone: marked undone, no clock hears it any more
    case 'comment':
      // The comment of several cases is one entry: the first of them pulls it back for all.
      if (
        findEntry(db, step.entryId as EntryId)?.state !== 'withdrawn' &&
        !moveEntry(db, step.entryId as EntryId, ['queued', 'blocked', 'failed'], {
          state: 'withdrawn',
          nextTryAt: null,
        })
      )
        throw new AppError('refused', 'The comment has been sent, or may have been.');
      return;
    case 'rule':
      takeRuleBack(db, step.id as RuleId);
      return;
    case 'queue': {
      withdrawTicket(db, step.ticketId as TicketId, at);
      changeCase(db, caseId, { status: step.status as CaseStatus, team: step.team, ticketId: null });
    }
  }
}

/** Pulls all entries of a ticket back. @throws AppError `refused` when one is on its way or has arrived. */
function withdrawTicket(db: Db, ticketId: TicketId, at: number): void {
  for (const entry of entriesOfTicket(db, ticketId)) {
    const pulled =
      entry.state === 'withdrawn' ||
      moveEntry(db, entry.id, ['queued', 'blocked', 'failed'], { state: 'withdrawn', nextTryAt: null });
    if (!pulled || entry.leftAt !== null) {
      throw new AppError(
        'refused',
        'The ticket has been sent, or may have been. It can be closed on GitHub, not undone here.',
      );
    }
  }
  ticketWithdrawn(db, ticketId, at);
}
