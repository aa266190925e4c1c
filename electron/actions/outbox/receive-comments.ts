// Receives ticket comments: each is stored to be read, and what the ticket's people say becomes a clock event. A
// comment that was edited later is read again.

import { markIn } from '../../core/compose/marker.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import { readTeamComment } from '../../core/follow-up/team-comment.ts';
import { isOfTicket } from '../../core/follow-up/ticket-people.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { findEntry } from '../../store/outbox/outbox.ts';
import { addComment, editComment, takeBackHeard } from '../../store/replies/comments.ts';
import { isSaid } from '../../store/team/team.ts';
import { knownLogins } from '../../store/tickets/directory.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import type { PulledComment } from '../../sync/github/changes.ts';

const SUMMARIES = {
  'set-eta': 'gave an ETA on the ticket',
  'question-asked': 'asked Tier 3 on the ticket',
  'team-answered': 'answered on the ticket',
} as const;

export interface Arriving {
  /** The login that Tier 3 uses: its own comments are no news. */
  readonly login: string;
  /** Converts the service's time to ours. */
  readonly skewMs: number;
  /** UTC ms. */
  readonly now: number;
}

/**
 * True for the exact comment that an entry of ours created, under any account; a marker alone could have been copied by
 * anyone.
 */
function isOurs(db: Db, remoteId: string, body: string): boolean {
  return findEntry(db, markIn(body) ?? '')?.remoteId === remoteId;
}

/** Runs inside a transaction; safe to repeat. */
export function receiveComments(
  db: Db,
  ticketId: TicketId,
  comments: readonly PulledComment[],
  { login, skewMs, now }: Arriving,
): void {
  const caseIds = casesOfTicket(db, ticketId).map((one) => one.id);
  const ticket = findTicket(db, ticketId);
  const people = [...(ticket?.remote?.assignees ?? []), ...knownLogins(db)];
  for (const { id, author, body, createdAt, editedAt, association } of comments) {
    const remoteId = `${ticket?.repository}#${id}`;
    if (author === login || isOurs(db, remoteId, body) || isSaid(db, remoteId)) continue;
    const saidAt = Date.parse(createdAt) + skewMs;
    const isNew = addComment(db, { id, ticketId, author, body, saidAt });
    if (!isNew && !editComment(db, id, body)) continue;
    if (!isNew) takeBackHeard(db, id, now);
    if (!isOfTicket({ login: author, association }, people)) continue;
    const at = isNew ? saidAt : Date.parse(editedAt) + skewMs;
    const { meaning, etaAt } = readTeamComment(body, at);
    if (meaning === null) continue;
    const actId = newActId();
    const fact = { commentId: id, ...(etaAt !== null && { etaAt }) };
    for (const caseId of caseIds)
      addActivity(db, {
        at,
        actor: author,
        caseId,
        verb: meaning,
        summary: SUMMARIES[meaning],
        fact,
        undo: null,
        actId,
      });
  }
}
