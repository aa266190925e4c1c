// A ticket that GitHub refused is tried again with what the directory says now: its repository, labels and people come from
// there, and that is where a lead mends them.
import { labelsFor } from '../core/compose/labels.ts';
import type { Db } from '../store/db.ts';
import { findTeam } from '../store/directory.ts';
import { changeEntry, rehomeEntries, type StoredEntry } from '../store/outbox.ts';
import { findTicket, rehomeTicket } from '../store/tickets.ts';
import { createIssuePayload } from '../sync/payloads.ts';

/** Leaves everything else as it is; runs inside a transaction. */
export function mendFromDirectory(db: Db, { id, ticketId, kind, state, payload }: StoredEntry): void {
  const ticket = findTicket(db, ticketId);
  const team = ticket === null ? null : findTeam(db, ticket.team);
  if (kind !== 'create-issue' || state !== 'failed' || ticket === null || team === null) return;
  const issue = { ...createIssuePayload.parse(payload), labels: labelsFor(team), assignees: team.assignees };
  changeEntry(db, id, { payload: JSON.stringify(issue) });
  if (team.repository === ticket.repository) return;
  rehomeTicket(db, ticketId, team.repository);
  rehomeEntries(db, { from: ticket.repository, to: team.repository, ticketId });
}
