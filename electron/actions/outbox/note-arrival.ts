// What follows when an entry is known to have arrived, however that became known. Runs inside a transaction.
import { z } from 'zod';
import type { CaseId, EntryId, TicketId } from '../../core/domain/ids.ts';
import { CONTENT_KINDS, type EntryKind } from '../../core/domain/outbox.ts';
import { addActivity, isStatusRequest, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry } from '../../store/outbox/outbox.ts';
import { ticketChanged, ticketMoved, ticketOpened, ticketRenamed } from '../../store/tickets/tickets.ts';
import type { Arrival } from '../../sync/outcome.ts';
import { editIssuePayload, isReadable, movePipelinePayload, setProjectPayload } from '../../sync/payloads.ts';
import { DESK } from '../app-context.ts';
import { queueNotes } from './post-note.ts';

export interface ArrivedEntry {
  readonly id: EntryId;
  readonly ticketId: TicketId;
  readonly kind: EntryKind;
  readonly payload: unknown;
}

const addressed = z.object({ repository: z.string() }).optional().catch(undefined);

export function noteArrival(db: Db, entry: ArrivedEntry, arrived: Arrival, at: number): void {
  const { id, ticketId, kind, payload } = entry;
  const number = kind === 'create-issue' ? arrived.number : arrived.commentId;
  const repository = addressed.parse(payload)?.repository;
  const remoteId = number === undefined || repository === undefined ? undefined : `${repository}#${number}`;
  changeEntry(db, id, { state: 'sent', sentAt: at, nextTryAt: null, ...(remoteId !== undefined && { remoteId }) });
  const caseIds = casesOfTicket(db, ticketId).map((one) => one.id);
  const note = (summary: string) => tell(db, caseIds, { at, actor: DESK, verb: kind, summary });
  if (arrived.remote !== undefined && ticketChanged(db, ticketId, arrived.remote, at))
    (arrived.remote.state === 'closed' ? noteClosed : noteReopened)(db, caseIds, at);
  if (!isReadable(entry) && !CONTENT_KINDS.includes(kind)) {
    note('It is there');
    return;
  }
  switch (kind) {
    case 'create-issue': {
      if (arrived.number === undefined || arrived.url === undefined) return;
      ticketOpened(db, ticketId, { number: arrived.number, url: arrived.url, openedAt: at });
      note(`Ticket #${arrived.number} opened`);
      queueNotes(db, ticketId, 'opened', at);
      return;
    }
    case 'edit-issue': {
      const { title } = editIssuePayload.parse(payload).changes;
      if (title !== undefined) ticketRenamed(db, ticketId, title.becomes);
      note('The change is on the ticket');
      return;
    }
    case 'add-comment':
      note('The comment is on the ticket');
      // "Within 48 business hours" does not count from a request that has not been sent yet.
      if (isStatusRequest(db, caseIds, id))
        tell(db, caseIds, { at, actor: DESK, verb: 'status-arrived', summary: 'The status request has arrived' });
      return;
    case 'post-note':
    case 'post-teams-note':
      note('The channel has been told');
      return;
    case 'put-files':
      note('The files are there');
      return;
    case 'set-cells':
      // Of many cases at once, and said in the sheet: no line on each of them.
      return;
    case 'set-project': {
      const { owner, number, fields } = setProjectPayload.parse(payload);
      note(`Ticket put on board ${number} of ${owner}${fields.Status === undefined ? '' : `, ${fields.Status}`}`);
      return;
    }
    case 'move-pipeline': {
      const { pipeline } = movePipelinePayload.parse(payload);
      ticketMoved(db, ticketId, pipeline);
      note(`Ticket moved to ${pipeline}`);
    }
  }
}

/** The team closed the ticket: its clocks are updated. */
export function noteClosed(db: Db, caseIds: readonly CaseId[], at: number): void {
  tell(db, caseIds, { at, actor: DESK, verb: 'ticket-closed', summary: 'The ticket was closed' });
}

/** The team reopened a ticket: it has no ETA, and the time for one starts over. */
export function noteReopened(db: Db, caseIds: readonly CaseId[], at: number): void {
  tell(db, caseIds, { at, actor: DESK, verb: 'ticket-reopened', summary: 'The ticket was opened again' });
}

function tell(
  db: Db,
  caseIds: readonly CaseId[],
  what: { readonly at: number; readonly actor: string; readonly verb: string; readonly summary: string },
): void {
  const actId = newActId();
  for (const caseId of caseIds) addActivity(db, { ...what, caseId, undo: null, actId });
}
