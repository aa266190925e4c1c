// The store's side of the post room: what the drain reads and writes, each function one transaction.
import { CONTENT_KINDS } from '../core/words/outbox.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { casesOfTicket } from '../store/cases.ts';
import { listRules } from '../store/desk-rules.ts';
import {
  addDeparture,
  changeEntry,
  departuresSince,
  findEntry,
  moveEntry,
  nextDueEntry,
  recoverInterrupted,
} from '../store/outbox.ts';
import { findTicket, ticketMoved, ticketOpened } from '../store/tickets.ts';
import { LONGEST_MS } from '../sync/content-budget.ts';
import type { DueEntry, OutboxPort } from '../sync/drain-outbox.ts';
import { movePipelinePayload } from '../sync/payloads.ts';
import { verdictContext } from './draft-ticket.ts';
import { DESK, type Office } from './office.ts';
import { queueNote } from './post-note.ts';

export function createOutboxPort({ store }: Office): OutboxPort {
  return {
    recover: () => store.transaction(recoverInterrupted),
    departures: (now) => departuresSince(store.db, now - LONGEST_MS),
    nextDue(now, except, kinds) {
      const { db } = store;
      const entry = nextDueEntry(db, now, except, kinds);
      if (entry === null) return null;
      const contexts = casesOfTicket(db, entry.ticketId).map((one) => verdictContext(db, one));
      return {
        ...entry,
        state: entry.state as DueEntry['state'],
        issueNumber: findTicket(db, entry.ticketId)?.number ?? null,
        context: {
          cleared: contexts.flatMap((one) => one.cleared ?? []),
          people: contexts.flatMap((one) => one.people ?? []),
          rules: listRules(db),
        },
      };
    },
    claim: (id) =>
      store.transaction((db) => {
        const attempts = (findEntry(db, id)?.attempts ?? 0) + 1;
        return moveEntry(db, id, ['queued'], { state: 'sending', attempts, leftAt: null, reason: null });
      }),
    noteLeft: ({ id, kind }, at) =>
      store.transaction((db) => {
        changeEntry(db, id, { leftAt: at });
        if (CONTENT_KINDS.includes(kind)) addDeparture(db, at, LONGEST_MS);
      }),
    settle: (entry, step, arrived, at) =>
      store.transaction((db) => {
        const { state, nextTryAt, reason, clearLeft, lookUps } = step;
        changeEntry(db, entry.id, {
          state,
          nextTryAt,
          reason,
          ...(clearLeft === true && { leftAt: null }),
          ...(lookUps !== undefined && { lookUps }),
          ...(state === 'sent' && { sentAt: at }),
        });
        if (state !== 'sent') return;
        const ids = casesOfTicket(db, entry.ticketId).map((one) => one.id);
        const note = (summary: string) => {
          for (const caseId of ids)
            addActivity(db, { at, actor: DESK, caseId, verb: entry.kind, summary, undo: null, actId: newActId() });
        };
        if (entry.kind === 'create-issue') {
          if (arrived?.number === undefined || arrived.url === undefined) return;
          ticketOpened(db, entry.ticketId, { number: arrived.number, url: arrived.url, openedAt: at });
          note(`Ticket #${arrived.number} opened`);
          queueNote(db, entry.ticketId, 'opened', at);
        } else if (entry.kind === 'add-comment') note('The comment is on the ticket');
        else if (entry.kind === 'post-note') note('The channel has been told');
        else {
          const { pipeline } = movePipelinePayload.parse(entry.payload);
          ticketMoved(db, entry.ticketId, pipeline);
          note(`Ticket moved to ${pipeline}`);
        }
      }),
  };
}
