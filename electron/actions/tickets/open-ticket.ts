// Puts a new ticket in the outbox: the issue first, then its place on the team's boards. Runs inside a transaction.

import type { Team } from '../../contract/schemas.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import type { CreateIssuePayload } from '../../core/domain/outbox.ts';
import { boardsOf } from '../../core/domain/team-boards.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { addTicket } from '../../store/tickets/tickets.ts';

export function openTicket(db: Db, team: Team, issue: CreateIssuePayload, createdAt: number): TicketId {
  const { repository, title } = issue;
  const ticketId = addTicket(db, { team: team.label, repository, title, createdAt });
  appendEntry(db, { ticketId, kind: 'create-issue', payload: issue, createdAt });
  const { zenhub, project } = boardsOf(team);
  if (zenhub !== null) {
    const { workspaceId, pipeline } = zenhub;
    appendEntry(db, { ticketId, kind: 'move-pipeline', payload: { repository, workspaceId, pipeline }, createdAt });
  }
  if (project !== null) {
    const { owner, number, fields } = project;
    appendEntry(db, { ticketId, kind: 'set-project', payload: { repository, owner, number, fields }, createdAt });
  }
  return ticketId;
}
