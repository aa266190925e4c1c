// The conversation on tickets, by thread: others' comments as they came, and ours as they were queued.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Said } from '../../contract/reply-calls.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { entriesOfTicket } from '../../store/outbox/outbox.ts';
import { commentsOf, markSeen } from '../../store/replies/comments.ts';
import { countUnseenTickets, listThreads } from '../../store/replies/threads.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { findTicket, type StoredTicket } from '../../store/tickets/tickets.ts';
import { addCommentPayload, isReadable } from '../../sync/payloads.ts';
import { type AppContext, LEAD } from '../app-context.ts';

export function readReplies(
  { store: { db } }: AppContext,
  { most }: ParsedInput<'replies.list'>,
): Output<'replies.list'> {
  return { threads: listThreads(db, most), unread: countUnseenTickets(db) };
}

/** @throws AppError `not-found` */
export function readThread(
  { store: { db } }: AppContext,
  { ticketId }: ParsedInput<'replies.thread'>,
): Output<'replies.thread'> {
  const ticket = requireThread(db, ticketId);
  const theirs = commentsOf(db, ticketId).map(
    ({ id, author, body, saidAt, seenAt }): Said => ({
      id,
      author,
      body,
      saidAt,
      isUnread: seenAt === null,
      sending: null,
    }),
  );
  const team = findTeam(db, ticket.team);
  const people = [
    ...theirs.map(({ author }) => author),
    ...(ticket.remote?.assignees ?? []),
    ...(team === null ? [] : [...team.assignees, team.productManager]),
  ];
  return {
    said: [...theirs, ...ourWords(db, ticketId)].sort((a, b) => a.saidAt - b.saidAt),
    cases: casesOfTicket(db, ticketId).map(({ id, reference, scrubbedTitle: title }) => ({ id, reference, title })),
    people: [...new Set(people.filter((login) => login !== ''))],
  };
}

/** What Tier 3 has said or is about to say there. */
function ourWords(db: Db, ticketId: TicketId): Said[] {
  return entriesOfTicket(db, ticketId)
    .filter((entry) => entry.kind === 'add-comment' && entry.state !== 'withdrawn' && isReadable(entry))
    .map(({ id, payload, state, createdAt, sentAt }) => ({
      id,
      author: 'Tier 3',
      body: addCommentPayload.parse(payload).body,
      saidAt: sentAt ?? createdAt,
      isUnread: false,
      sending: state,
    }));
}

/** Marks a thread as read; undo makes unread what was. @throws AppError `not-found` */
export function markThread(
  { store, now }: AppContext,
  { ticketId }: ParsedInput<'replies.done'>,
): Output<'replies.done'> {
  return store.transaction((db) => {
    const { number } = requireThread(db, ticketId);
    const at = now();
    const commentIds = markSeen(db, ticketId, at);
    if (commentIds.length === 0) return { actId: null };
    const actId = newActId();
    addActivity(db, {
      at,
      actor: LEAD,
      caseId: null,
      verb: 'read-thread',
      summary: `Done with the replies on ${number === null ? 'a ticket' : `#${number}`}`,
      undo: { kind: 'read', commentIds },
      actId,
    });
    return { actId };
  });
}

function requireThread(db: Db, ticketId: TicketId): StoredTicket {
  const ticket = findTicket(db, ticketId);
  if (ticket === null) throw new AppError('not-found', 'This ticket is not in the desk.');
  return ticket;
}
