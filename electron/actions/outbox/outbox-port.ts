// The store's side of the sync: what the drain reads and writes, each function one transaction.
import { CONTENT_KINDS } from '../../core/domain/outbox.ts';
import { changeEntry, findEntry, moveEntry, nextDueEntry, recoverInterrupted } from '../../store/outbox/outbox.ts';
import { logSend, sendsWithin } from '../../store/outbox/send-log.ts';
import { findTicket, referencesByTicket } from '../../store/tickets/tickets.ts';
import type { OutboxPort } from '../../sync/outbox-port.ts';
import { createIssuePayload, withFields } from '../../sync/payloads.ts';
import { LONGEST_MS } from '../../sync/rate-limit.ts';
import type { AppContext } from '../app-context.ts';
import { ticketContext } from '../draft-ticket.ts';
import { notify } from '../egress.ts';
import { circuitOf, keepCircuit } from '../services/service-circuits.ts';
import { limitOf, noteLimit } from '../services/service-limits.ts';
import { noteArrival } from './note-arrival.ts';
import { relocateTicket } from './relocate-ticket.ts';

function withSameRecord(payload: unknown, found: { readonly number: number; readonly url: string }): string {
  return JSON.stringify({ ...createIssuePayload.parse(payload), sameRecord: { ...found, isAllowed: false } });
}

export function createOutboxPort(ctx: AppContext): OutboxPort {
  const { store } = ctx;
  return {
    recover: () => store.transaction(recoverInterrupted),
    sendLog: (now) => sendsWithin(store.db, LONGEST_MS, now),
    limitOf: (service, now) => limitOf(store.db, service, now),
    noteLimit: (service, until) => store.transaction((db) => noteLimit(db, service, ctx.now(), until)),
    circuitOf: (service) => circuitOf(store.db, service),
    keepCircuit: (service, circuit) => store.transaction((db) => keepCircuit(db, service, circuit)),
    nextDue(now, which) {
      const { db } = store;
      const entry = nextDueEntry(db, now, which);
      if (entry === null) return null;
      return {
        ...entry,
        state: entry.state === 'unknown' ? 'unknown' : 'queued',
        issueNumber: findTicket(db, entry.ticketId)?.number ?? null,
        records: referencesByTicket(db, [entry.ticketId]).get(entry.ticketId) ?? [],
        context: ticketContext(db, entry.ticketId),
      };
    },
    claim: (due) =>
      store.transaction((db) => {
        const attempts = (findEntry(db, due.id)?.attempts ?? 0) + 1;
        if (!moveEntry(db, due.id, ['queued'], { state: 'sending', attempts, reason: null })) return null;
        // Read it again: its text may have been edited since it was picked up.
        return { ...due, payload: findEntry(db, due.id)?.payload };
      }),
    keepProgress: (id, progress, at) =>
      store.transaction((db) => {
        const entry = findEntry(db, id);
        if (entry === null) return;
        const hasLeft = progress.tried !== null || progress.done.length > 0;
        const payload = JSON.stringify(withFields(entry.payload, { progress }));
        changeEntry(db, id, { payload, leftAt: hasLeft ? (entry.leftAt ?? at) : null });
      }),
    relocate: (ticketId, to) => relocateTicket(ctx, ticketId, to),
    noteLeft: ({ id, kind }, at) =>
      store.transaction((db) => {
        changeEntry(db, id, { leftAt: at });
        if (CONTENT_KINDS.includes(kind)) logSend(db, at, LONGEST_MS);
      }),
    settle(entry, step, arrived, at) {
      store.transaction((db) => {
        const { state, nextTryAt, reason, conflicts = [], clearLeft, lookUps, sameRecord } = step;
        changeEntry(db, entry.id, {
          state,
          nextTryAt,
          reason,
          conflicts: conflicts.length === 0 ? null : JSON.stringify(conflicts),
          // This attempt did not arrive; an earlier one still may have.
          ...(clearLeft === true && { leftAt: entry.leftAt }),
          ...(lookUps !== undefined && { lookUps }),
          ...(sameRecord !== undefined && { payload: withSameRecord(entry.payload, sameRecord) }),
        });
        if (state === 'sent') noteArrival(db, entry, arrived ?? {}, at);
      });
      if (step.sameRecord !== undefined)
        notify(ctx, { title: 'A ticket for this record is open already', body: step.reason ?? '', caseId: null });
    },
  };
}
