// Updates a ticket that GitHub refused from the current directory before it is retried: its repository, labels and
// people come from there, and that is where a lead corrects them.
import { labelsFor } from '../../core/compose/labels.ts';
import { isStillHere } from '../../core/domain/outbox.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, type StoredEntry } from '../../store/outbox/outbox.ts';
import { rehomeEntries } from '../../store/outbox/rehome-entries.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { findTicket, rehomeTicket } from '../../store/tickets/tickets.ts';
import { createIssuePayload, isReadable } from '../../sync/payloads.ts';

/** Leaves everything else as it is. Runs inside a transaction. */
export function mendFromDirectory(db: Db, entry: StoredEntry): void {
  const { id, ticketId, kind, state, payload } = entry;
  const ticket = findTicket(db, ticketId);
  const team = ticket === null ? null : findTeam(db, ticket.team);
  if (kind !== 'create-issue' || state !== 'failed' || ticket === null || team === null) return;
  if (!isReadable(entry)) return;
  const issue = { ...createIssuePayload.parse(payload), labels: labelsFor(team), assignees: team.assignees };
  changeEntry(db, id, { payload: JSON.stringify(issue) });
  // A ticket that may be open in the old repository is searched for there.
  if (team.repository === ticket.repository || !isStillHere(entry)) return;
  rehomeTicket(db, ticketId, team.repository);
  rehomeEntries(db, { from: ticket.repository, to: team.repository, ticketId });
}
