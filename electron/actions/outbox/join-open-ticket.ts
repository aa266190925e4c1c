// Adopts another desk's open ticket with the same record number as the case's own ticket, and reverts that. Undo
// reverts all of it, including what came in from that ticket. Once something was sent there, it is final.
import { AppError } from '../../contract/errors.ts';
import type { ActId, EntryId } from '../../core/domain/ids.ts';
import { BOARD_KINDS, type EntryKind, NOTE_KINDS } from '../../core/domain/outbox.ts';
import { activityOf, addActivity, markUndone, newActId, type UndoStep } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, entriesOfTicket, findEntry, moveEntry } from '../../store/outbox/outbox.ts';
import { commentsOf, dropComment, takeBackHeard } from '../../store/replies/comments.ts';
import { findTicket, ticketJoined, ticketLeft } from '../../store/tickets/tickets.ts';
import { createIssuePayload } from '../../sync/payloads.ts';
import { type AppContext, DESK, LEAD } from '../app-context.ts';
import { noteArrival } from './note-arrival.ts';
import { requireEntry } from './require-entry.ts';
import { sameRecordOf } from './retry-entries.ts';

/** Whoever opened a ticket has also put it on boards and notified the channel. */
const OF_WHOEVER_OPENED: readonly EntryKind[] = [...BOARD_KINDS, ...NOTE_KINDS];

type JoinStep = Extract<UndoStep, { kind: 'join-open' }>;

/**
 * If our own ticket is open as well, a person closes it: it may contain what a team has said.
 * @throws AppError `refused` when there is none to join
 */
export function joinOpenTicket({ store, now }: AppContext, id: EntryId): { actId: ActId } {
  const actId = newActId();
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    const sameRecord = sameRecordOf(entry);
    const before = findTicket(db, entry.ticketId);
    if ((entry.state !== 'undecided' && entry.state !== 'sent') || sameRecord === null || before === null)
      throw new AppError('refused', 'There is no longer a ticket to join.');
    const { number, url } = sameRecord;
    const undo = stepOf(db, id, before);
    const ours = entry.state === 'sent' ? before : null;
    if (ours === null) noteArrival(db, entry, { number, url }, now());
    else {
      ticketJoined(db, entry.ticketId, { number, url });
      const payload = { ...createIssuePayload.parse(entry.payload), sameRecord: { ...sameRecord, isAllowed: true } };
      changeEntry(db, id, { payload: JSON.stringify(payload) });
    }
    for (const other of entriesOfTicket(db, entry.ticketId))
      if (OF_WHOEVER_OPENED.includes(other.kind))
        moveEntry(db, other.id, ['queued', 'held'], { state: 'withdrawn', nextTryAt: null });
    const rest = ours === null ? '' : ` Close ours, #${ours.number}, at GitHub.`;
    changeEntry(db, id, { reason: `Joined ticket #${number}, which was open already.${rest}` });
    const summary = `Joined ticket #${number}, which was open already`;
    for (const { id: caseId } of casesOfTicket(db, entry.ticketId))
      addActivity(db, { at: now(), actor: LEAD, caseId, verb: 'join-open', summary, undo, actId });
  });
  return { actId };
}

/** The ticket and its entries as they were before the join. */
function stepOf(db: Db, entryId: EntryId, ticket: NonNullable<ReturnType<typeof findTicket>>): JoinStep {
  const { id, number, url, openedAt, state } = ticket;
  const entries = entriesOfTicket(db, id)
    .filter((entry) => entry.id === entryId || OF_WHOEVER_OPENED.includes(entry.kind))
    .map((entry) => {
      const { state: was, nextTryAt, sentAt, reason, remoteId, payload } = entry;
      const change = { state: was, nextTryAt, sentAt, reason, remoteId, payload: JSON.stringify(payload) };
      return { id: entry.id, change };
    });
  const heard = commentsOf(db, id).map((comment) => comment.id);
  return { kind: 'join-open', entryId, ticket: { number, url, openedAt, state }, entries, heard };
}

/** Clock events that came from a ticket on its own. */
const HEARD: ReadonlySet<string> = new Set(['create-issue', 'ticket-closed', 'ticket-reopened']);

/** Undo: the ticket is on its own again, or the choice is open again. `joinedAt`: UTC ms. Idempotent. */
export function leaveOpenTicket(db: Db, step: JoinStep, joinedAt: number, at: number): void {
  const entry = findEntry(db, step.entryId);
  if (entry === null) return;
  const { ticketId } = entry;
  for (const { id } of commentsOf(db, ticketId).filter((comment) => !step.heard.includes(comment.id))) {
    takeBackHeard(db, id, at);
    dropComment(db, id);
  }
  for (const { id } of casesOfTicket(db, ticketId))
    for (const row of activityOf(db, id))
      if (row.actor === DESK && row.at >= joinedAt && row.undoneAt === null && HEARD.has(row.verb))
        markUndone(db, row.id, at);
  ticketLeft(db, ticketId, step.ticket);
  for (const { id, change } of step.entries) changeEntry(db, id, change);
}
