// The store's side of the pull: what teams say on tickets becomes comments, and events the clocks hear.
import { z } from 'zod';
import { hasMarker } from '../core/compose/marker.ts';
import { meaningOfComment } from '../core/follow-up/team-comment.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { casesOfTicket } from '../store/cases.ts';
import { addComment } from '../store/comments.ts';
import { entriesOfTicket } from '../store/outbox.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { openTickets, ticketChanged } from '../store/tickets.ts';
import type { PullPort, WatchedTicket } from '../sync/pull-changes.ts';
import type { Office } from './office.ts';

const SUMMARIES = {
  'set-eta': 'gave an ETA on the ticket',
  'question-asked': 'asked Tier 3 on the ticket',
  'team-answered': 'answered on the ticket',
} as const;
const cursorShape = z.object({ since: z.string(), etag: z.string().nullable() });
const cursorKey = (repository: string) => `pulled ${repository}`;

export function createPullPort({ store }: Office): PullPort {
  return {
    watched() {
      const byRepository = new Map<string, WatchedTicket[]>();
      for (const { id, number, repository, openedAt, createdAt } of openTickets(store.db)) {
        if (number === null) continue;
        const list = byRepository.get(repository) ?? [];
        list.push({ id, number, openedAt: openedAt ?? createdAt });
        byRepository.set(repository, list);
      }
      return byRepository;
    },
    cursor: (repository) => readSetting(store.db, cursorKey(repository), cursorShape.nullable(), null),
    moveCursor: (repository, to) => store.transaction((db) => writeSetting(db, cursorKey(repository), to)),
    receive: (ticketId, { state, updatedAt, comments, login }, skewMs) =>
      store.transaction((db) => {
        const cases = casesOfTicket(db, ticketId);
        const ours = entriesOfTicket(db, ticketId).map((entry) => entry.id);
        for (const { id, author, body, createdAt } of comments) {
          if (ours.some((entryId) => hasMarker(body, entryId)) || author === login) continue;
          const saidAt = Date.parse(createdAt) + skewMs;
          if (!addComment(db, { id, ticketId, author, body, saidAt })) continue;
          const verb = meaningOfComment(body, login);
          const actId = newActId();
          for (const { id: caseId } of cases)
            addActivity(db, { at: saidAt, actor: author, caseId, verb, summary: SUMMARIES[verb], undo: null, actId });
        }
        if (!ticketChanged(db, ticketId, { state, remoteUpdatedAt: updatedAt }) || state === 'open') return;
        const actId = newActId();
        for (const { id: caseId } of cases)
          addActivity(db, {
            at: Date.parse(updatedAt) + skewMs,
            actor: 'Desk',
            caseId,
            verb: 'ticket-closed',
            summary: 'The ticket was closed',
            undo: null,
            actId,
          });
      }),
  };
}
