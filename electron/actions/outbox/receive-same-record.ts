import { recordNumbersIn } from '../../core/compose/record-numbers.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket, casesWithReference, findCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, entriesOfTicket, findEntry, type StoredEntry } from '../../store/outbox/outbox.ts';
import { findTicket, type StoredTicket } from '../../store/tickets/tickets.ts';
import type { ChangedIssue } from '../../sync/github/changed-issue.ts';
import { createIssuePayload, isReadable } from '../../sync/payloads.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { notify } from '../egress.ts';

/** True if the lead was told about it just now. */
export function receiveSameRecord(ctx: AppContext, repository: string, issue: ChangedIssue): boolean {
  if (issue.ticket.state !== 'open') return false;
  const named = recordNumbersIn(issue.ticket.body);
  if (named.size === 0) return false;
  const told = ctx.store.transaction((db) => {
    // A ticket of ours that was sent twice is reported as that.
    if (issue.mark !== null && findEntry(db, issue.mark) !== null) return null;
    for (const record of named) {
      const found = ownTicketOf(db, record, repository, issue.number);
      if (found !== null) return tell(ctx, db, found, { repository, issue });
    }
    return null;
  });
  if (told !== null) notify(ctx, { title: 'Two tickets for one record', body: told, caseId: null });
  return told !== null;
}

interface OwnTicket {
  readonly ticket: StoredTicket;
  readonly entry: StoredEntry;
}

/**
 * Our open ticket that was opened later and names the record number itself; null when there is none, or it has been
 * reported.
 */
function ownTicketOf(db: Db, record: string, repository: string, earlier: number): OwnTicket | null {
  for (const id of casesWithReference(db, record)) {
    const ticketId = findCase(db, id)?.ticketId ?? null;
    const ticket = ticketId === null ? null : findTicket(db, ticketId);
    if (ticket === null || ticket.repository !== repository || ticket.state !== 'open') continue;
    if (ticket.number === null || ticket.number <= earlier) continue;
    const entry = entriesOfTicket(db, ticket.id).find(({ kind }) => kind === 'create-issue');
    if (entry === undefined || entry.state !== 'sent' || !isReadable(entry)) continue;
    const { body, sameRecord } = createIssuePayload.parse(entry.payload);
    if (sameRecord?.number !== earlier && recordNumbersIn(body).has(record)) return { ticket, entry };
  }
  return null;
}

function tell(
  { now }: AppContext,
  db: Db,
  { ticket, entry }: OwnTicket,
  { repository, issue }: { readonly repository: string; readonly issue: ChangedIssue },
): string {
  const body = `Ticket #${issue.number} in ${repository} names the same record number and was opened before ours, #${ticket.number}. Join it, or keep both.`;
  const sameRecord = { number: issue.number, url: issue.url, isAllowed: false };
  changeEntry(db, entry.id, {
    reason: body,
    payload: JSON.stringify({ ...createIssuePayload.parse(entry.payload), sameRecord }),
  });
  const actId = newActId();
  for (const { id: caseId } of casesOfTicket(db, ticket.id))
    addActivity(db, { at: now(), actor: DESK, caseId, verb: 'duplicate-issue', summary: body, undo: null, actId });
  return body;
}
