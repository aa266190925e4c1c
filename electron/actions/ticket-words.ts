// The text of a ticket as far as the desk knows: what GitHub last returned, else what was queued; with pending changes
// applied.
import type { TicketDraft } from '../contract/schemas.ts';
import type { TicketId } from '../core/domain/ids.ts';
import { OPEN_STATES } from '../core/domain/outbox.ts';
import type { Db } from '../store/db.ts';
import { entriesOfTicket } from '../store/outbox/outbox.ts';
import { findTicket } from '../store/tickets/tickets.ts';
import { createIssuePayload, editIssuePayload, isReadable } from '../sync/payloads.ts';

export type TicketWords = Pick<TicketDraft, 'title' | 'body' | 'state'>;

/** Raw if it came from GitHub: anyone may have written there. Null if nothing is known. */
export function ticketWords(db: Db, ticketId: TicketId): TicketWords | null {
  const entries = entriesOfTicket(db, ticketId).filter(isReadable);
  const remote = findTicket(db, ticketId)?.remote ?? null;
  const issue = entries.find(({ kind }) => kind === 'create-issue');
  const words = remote ?? (issue === undefined ? null : createIssuePayload.parse(issue.payload));
  if (words === null) return null;
  const waiting = entries.flatMap(({ kind, state, payload }) =>
    kind === 'edit-issue' && OPEN_STATES.includes(state) ? [editIssuePayload.parse(payload).changes] : [],
  );
  const title = waiting.findLast((change) => change.title !== undefined)?.title?.becomes;
  const body = waiting.findLast((change) => change.body !== undefined)?.body?.becomes;
  const isChanging = title !== undefined || body !== undefined;
  return {
    title: title ?? words.title,
    body: body ?? words.body,
    state: isChanging ? 'changing' : remote === null ? 'queued' : 'open',
  };
}
