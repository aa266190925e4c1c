// A note to the Slack or Teams channel through the same outbox, if the lead has set that up.

import { slackNote } from '../../core/compose/slack-note.ts';
import type { EntryId, TicketId } from '../../core/domain/ids.ts';
import { checkPii } from '../../core/scrub/pii-check.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { appendEntry } from '../../store/outbox/outbox.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { ticketContext } from '../draft-ticket.ts';
import { noteKinds } from '../services/services.ts';

/**
 * Runs inside the transaction of the event. No note is created if it has a finding or no channel is set up: the ticket
 * says it all.
 */
export function queueNotes(db: Db, ticketId: TicketId, what: 'opened' | 'escalated', at: number): EntryId[] {
  const kinds = noteKinds(db);
  if (kinds.length === 0) return [];
  const ticket = findTicket(db, ticketId);
  const team = ticket === null ? null : findTeam(db, ticket.team);
  if (ticket === null || team === null) return [];
  const cases = casesOfTicket(db, ticketId);
  const words = slackNote(what, {
    team: team.name,
    channel: team.slackChannel,
    title: ticket.title,
    url: ticket.url,
    references: cases.map((one) => one.reference),
  });
  const judged = checkPii(words, ticketContext(db, ticketId));
  if (!judged.clean) return [];
  const { text } = judged;
  return kinds.map((kind) => appendEntry(db, { ticketId, kind, payload: { text }, createdAt: at }));
}
