// The store's side of the pull: what teams say on tickets becomes comments, and events for the clocks.
import { z } from 'zod';
import { casesOfTicket } from '../../store/cases/cases.ts';
import { openCreates } from '../../store/outbox/lost-entries.ts';
import { readSetting, writeSetting } from '../../store/settings.ts';
import {
  findTicket,
  longSilentTicket,
  noteRead,
  ticketChanged,
  ticketsAtService,
} from '../../store/tickets/tickets.ts';
import { versionOf } from '../../sync/github/changed-issue.ts';
import type { PullPort, WatchedRepository, WatchedTicket } from '../../sync/pull-port.ts';
import type { AppContext } from '../app-context.ts';
import { noteClosed, noteReopened } from './note-arrival.ts';
import { receiveComments } from './receive-comments.ts';
import { receiveMark } from './receive-mark.ts';
import { receiveSameRecord } from './receive-same-record.ts';
import { noteMissing, relocateTicket } from './relocate-ticket.ts';

/** After this long without news a ticket is fetched by itself, one at a time. */
const SILENT_MS = 86_400_000;
const cursorShape = z.object({ since: z.string(), etag: z.string().nullable() });
const cursorKey = (repository: string) => `pulled ${repository}`;

export function createPullPort(ctx: AppContext): PullPort {
  const { store } = ctx;
  return {
    watched() {
      const watched = new Map<string, WatchedRepository & { readonly tickets: WatchedTicket[] }>();
      const within = (repository: string, at: number) => {
        const one = watched.get(repository) ?? { tickets: [], since: at, sweepFrom: null };
        return { ...one, since: Math.min(one.since, at) };
      };
      for (const { id, number, repository, openedAt, isUnread } of ticketsAtService(store.db)) {
        const one = within(repository, openedAt);
        one.tickets.push({ id, number, isUnread });
        watched.set(repository, one);
      }
      for (const { repository, since, sweepFrom } of openCreates(store.db, ctx.now()))
        watched.set(repository, { ...within(repository, since), sweepFrom });
      return watched;
    },
    cursor: (repository) => readSetting(store.db, cursorKey(repository), cursorShape.nullable(), null),
    moveCursor: (repository, to) => store.transaction((db) => writeSetting(db, cursorKey(repository), to)),
    stalestTicket: () => longSilentTicket(store.db, ctx.now() - SILENT_MS),
    relocate: (ticketId, to) => relocateTicket(ctx, ticketId, to),
    noteMissing: (ticketId, is) => noteMissing(ctx, ticketId, is),
    receiveMark: (marked) => receiveMark(ctx, marked),
    receiveOther: (repository, issue) => receiveSameRecord(ctx, repository, issue),
    isKnown(ticketId, issue) {
      const known = findTicket(store.db, ticketId);
      return (
        known?.remoteUpdatedAt === versionOf(issue) && JSON.stringify(known.remote) === JSON.stringify(issue.ticket)
      );
    },
    noteKnown: (ticketId, version) => store.transaction((db) => noteRead(db, ticketId, version)),
    receiveIssue: (ticketId, { ticket, updatedAt }, skewMs) =>
      store.transaction((db) => {
        if (!ticketChanged(db, ticketId, ticket, ctx.now())) return;
        const caseIds = casesOfTicket(db, ticketId).map((one) => one.id);
        const at = Date.parse(updatedAt) + skewMs;
        if (ticket.state === 'closed') noteClosed(db, caseIds, at);
        else noteReopened(db, caseIds, at);
      }),
    receiveComments: (ticketId, comments, login, skewMs) =>
      store.transaction((db) => receiveComments(db, ticketId, comments, { login, skewMs, now: ctx.now() })),
  };
}
