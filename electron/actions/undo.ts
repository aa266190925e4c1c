// Takes an act back. What was sent cannot be unsent; what still waits in the outbox is pulled back.
import { AppError } from '../contract/errors.ts';
import type { ActivityId, CaseId, EntryId, RuleId, TicketId } from '../contract/ids.ts';
import type { CaseStatus } from '../core/words/case.ts';
import type { EntryState } from '../core/words/outbox.ts';
import type { PiiType, ReviewDecision } from '../core/words/pii.ts';
import { activityOf, addActivity, markUndone, newActId, type StoredActivity, undoableAct } from '../store/activity.ts';
import { casesOfTicket, changeCase, changeTags } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { replaceTeams } from '../store/directory.ts';
import { markSame } from '../store/duplicates.ts';
import { changeEntry, entriesOfTicket, findEntry, moveEntry, type StoredEntry } from '../store/outbox.ts';
import { changeProblem } from '../store/problems.ts';
import { forgetDecision, saveDecision } from '../store/review.ts';
import { dropSetting, writeSetting } from '../store/settings.ts';
import { ticketRenamed, ticketWithdrawn } from '../store/tickets.ts';
import { createIssuePayload } from '../sync/payloads.ts';
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

/**
 * Pulls a ticket back out of the outbox, and its cases to where they stood; one of which nobody knows whether it arrived,
 * too: the lead has looked. @throws AppError `refused` when it was sent.
 */
export function pullTicketBack(office: Office, ticketId: TicketId): void {
  const { db } = office.store;
  const rows = casesOfTicket(db, ticketId)
    .flatMap((one) => activityOf(db, one.id))
    .filter(({ undo: step, undoneAt }) => undoneAt === null && step?.kind === 'queue' && step.ticketId === ticketId);
  if (rows.length === 0) throw new AppError('refused', 'This ticket cannot be pulled back any more.');
  office.store.transaction((db) => {
    settleLost(db, entriesOfTicket(db, ticketId));
    undoRows(office, rows);
  });
}

/** Pulls one entry back out of the outbox, and what its act did to its cases. @throws AppError `refused` when it was sent. */
export function pullEntryBack(office: Office, entry: StoredEntry): void {
  const { store } = office;
  store.transaction((db) => {
    const rows = casesOfTicket(db, entry.ticketId)
      .flatMap((one) => activityOf(db, one.id))
      .filter(
        ({ undo: step, undoneAt }) =>
          undoneAt === null && (step?.kind === 'comment' || step?.kind === 'join-ticket') && step.entryId === entry.id,
      );
    settleLost(db, [entry]);
    // The desk's own steps, on a board or to a channel, are nobody's act: there is nothing else to undo.
    if (rows.length > 0) undoRows(office, rows);
    else if (!moveEntry(db, entry.id, PULLABLE, { state: 'withdrawn', nextTryAt: null }))
      throw new AppError('refused', 'This cannot be pulled back any more.');
  });
}

/** States in which an entry has certainly not arrived. */
const PULLABLE: readonly EntryState[] = ['queued', 'held', 'blocked', 'failed'];

/** A lost entry that the lead drops counts as never sent; should it turn up after all, the pull tells. */
function settleLost(db: Db, entries: readonly StoredEntry[]): void {
  for (const { id } of entries)
    moveEntry(db, id, ['undecided'], { state: 'failed', leftAt: null, nextTryAt: null, conflicts: null });
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
      if (!moveEntry(db, step.entryId as EntryId, PULLABLE, { state: 'withdrawn', nextTryAt: null }))
        throw new AppError('refused', 'Its record number is on the ticket already, or may be.');
      changeCase(db, caseId, { status: 'undecided', team: null, ticketId: null });
      return;
    case 'tags':
      changeTags(db, caseId, step.before);
      return;
    case 'note':
      return; // a fact of the activity alone: marked undone, no clock hears it any more
    case 'comment':
      // An entry of several cases is one: the first of them pulls it back for all.
      if (
        findEntry(db, step.entryId as EntryId)?.state !== 'withdrawn' &&
        !moveEntry(db, step.entryId as EntryId, PULLABLE, { state: 'withdrawn', nextTryAt: null })
      )
        throw new AppError('refused', 'It has been sent, or may have been.');
      return;
    case 'words': {
      const entry = findEntry(db, step.entryId as EntryId);
      if (entry === null || !PULLABLE.includes(entry.state))
        throw new AppError('refused', 'It has been sent with the new words, or may have been.');
      changeEntry(db, entry.id, { payload: JSON.stringify(step.before) });
      const issue = createIssuePayload.safeParse(step.before);
      if (issue.success) ticketRenamed(db, entry.ticketId, issue.data.title);
      return;
    }
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
      entry.state === 'withdrawn' || moveEntry(db, entry.id, PULLABLE, { state: 'withdrawn', nextTryAt: null });
    if (!pulled || entry.leftAt !== null) {
      throw new AppError(
        'refused',
        'The ticket has been sent, or may have been. It can be closed on GitHub, not undone here.',
      );
    }
  }
  ticketWithdrawn(db, ticketId, at);
}
