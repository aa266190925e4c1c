// A new ticket in the outbox: the issue first, then its place on the boards its team uses. Runs inside a transaction.
import type { TicketId } from '../contract/ids.ts';
import type { Team } from '../contract/shapes.ts';
import type { CreateIssuePayload } from '../core/words/outbox.ts';
import type { Db } from '../store/db.ts';
import { appendEntry } from '../store/outbox.ts';
import { addTicket } from '../store/tickets.ts';

export function openTicket(db: Db, team: Team, issue: CreateIssuePayload, createdAt: number): TicketId {
  const { repository, title } = issue;
  const ticketId = addTicket(db, { team: team.label, repository, title, createdAt });
  appendEntry(db, { ticketId, kind: 'create-issue', payload: issue, createdAt });
  if (team.zenhub !== null)
    appendEntry(db, { ticketId, kind: 'move-pipeline', payload: { repository, ...team.zenhub }, createdAt });
  if (team.project !== null)
    appendEntry(db, { ticketId, kind: 'set-project', payload: { repository, ...team.project }, createdAt });
  return ticketId;
}
