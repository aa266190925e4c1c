// The outbox as a person sees it: the entries with the actions available for each, and the state of sending.

import type { ParsedInput } from '../../contract/calls.ts';
import type { EntryAct, OutboxEntry, SyncState } from '../../contract/schemas.ts';
import { missingOf } from '../../core/compose/ticket-changes.ts';
import { awaitsAnswer, isStillHere, NOTE_KINDS, SERVICES } from '../../core/domain/outbox.ts';
import { MINUTE_MS } from '../../core/domain/time.ts';
import type { Db } from '../../store/db.ts';
import { countOutbox, listEntries, type StoredEntry } from '../../store/outbox/outbox.ts';
import { sendProgress, sendsWithin } from '../../store/outbox/send-log.ts';
import { sendingDelayMs } from '../../store/outbox/sending-delay.ts';
import { referencesByTicket, type StoredTicket, ticketsById } from '../../store/tickets/tickets.ts';
import {
  addCommentPayload,
  createIssuePayload,
  DAMAGED_ENTRY,
  editIssuePayload,
  isReadable,
  movePipelinePayload,
  postNotePayload,
  putFilesPayload,
  setProjectPayload,
} from '../../sync/payloads.ts';
import { LONGEST_MS, lastSendTime, paceOf } from '../../sync/rate-limit.ts';
import type { SyncConnection } from '../../sync/sync-loop.ts';
import type { AppContext } from '../app-context.ts';
import { circuitOf } from '../services/service-circuits.ts';
import { limitOf } from '../services/service-limits.ts';
import { sameRecordOf } from './retry-entries.ts';

/** The newest entries, with those that need a person first, and the state of sending. */
export function listOutbox(
  { store, now }: AppContext,
  { most }: ParsedInput<'outbox.list'>,
  connection: SyncConnection,
): { entries: OutboxEntry[]; sync: SyncState } {
  const listed = listEntries(store.db, most);
  const ids = [...new Set(listed.map((entry) => entry.ticketId))];
  const [tickets, references] = [ticketsById(store.db, ids), referencesByTicket(store.db, ids)];
  const entries = listed.map((entry) =>
    describe(entry, tickets.get(entry.ticketId) ?? null, references.get(entry.ticketId) ?? []),
  );
  const limitedUntil = limitOf(store.db, 'github', now());
  const failing = readFailing(store.db);
  const trouble = failing.find(({ service }) => service === 'github')?.reason ?? null;
  return {
    entries,
    sync: {
      at: now(),
      ...connection,
      sendingDelayMs: sendingDelayMs(store.db),
      trouble,
      failing,
      limitedUntil,
      ...countOutbox(store.db),
      ...readProgress(store.db, now()),
    },
  };
}

function readFailing(db: Db): SyncState['failing'] {
  return SERVICES.flatMap((service) => {
    const { retryAt, reason, needsSignIn } = circuitOf(db, service);
    return retryAt === null ? [] : [{ service, reason: reason ?? '', retryAt, needsSignIn }];
  });
}

function readProgress(db: Db, now: number): Pick<SyncState, 'sentLately' | 'progress'> {
  const left = sendsWithin(db, LONGEST_MS, now);
  const sentLately = { minute: left.filter((at) => at > now - MINUTE_MS).length, hour: left.length };
  const progress = sendProgress(db);
  if (progress === null) return { sentLately, progress: null };
  const { waiting, total } = progress;
  const doneAt = lastSendTime(left, waiting, now, paceOf(left, now));
  return { sentLately, progress: { done: total - waiting, total, doneAt } };
}

function describe(entry: StoredEntry, ticket: StoredTicket | null, references: string[]): OutboxEntry {
  const { id, ticketId, kind, state, attempts, reason, nextTryAt, createdAt, sentAt, conflicts } = entry;
  return {
    id,
    ticketId,
    kind,
    state,
    attempts,
    reason: isReadable(entry) ? reason : DAMAGED_ENTRY,
    nextTryAt,
    createdAt,
    sentAt,
    destination: destinationOf(entry, ticket),
    title: ticket?.title ?? '',
    url: ticket?.url ?? null,
    references,
    acts: actsOf(entry, ticket),
    words: wordsOf(entry),
    conflicts: [...conflicts],
  };
}

/** What was sent to a ticket is where that ticket is now, even if GitHub moved. */
function destinationOf(entry: StoredEntry, ticket: StoredTicket | null): string {
  const { kind, payload } = entry;
  if (!isReadable(entry)) return 'Damaged';
  const standsIn = entry.state === 'sent' ? ticket?.repository : undefined;
  switch (kind) {
    case 'create-issue':
      return standsIn ?? createIssuePayload.parse(payload).repository;
    case 'edit-issue':
      return standsIn ?? editIssuePayload.parse(payload).repository;
    case 'add-comment':
      return standsIn ?? addCommentPayload.parse(payload).repository;
    case 'post-note':
      return 'Slack';
    case 'post-teams-note':
      return 'Teams';
    case 'put-files':
      return putFilesPayload.parse(payload).repository;
    case 'set-cells':
      return 'Google Sheet';
    case 'move-pipeline':
      return `ZenHub, ${movePipelinePayload.parse(payload).pipeline}`;
    case 'set-project': {
      const { owner, number, fields } = setProjectPayload.parse(payload);
      return `Board ${number} of ${owner}${fields.Status === undefined ? '' : `, ${fields.Status}`}`;
    }
  }
}

function actsOf(entry: StoredEntry, ticket: StoredTicket | null): EntryAct[] {
  const { state, nextTryAt, conflicts } = entry;
  const leaving: EntryAct[] = isStillHere(entry) ? ['drop'] : awaitsAnswer(entry) ? ['answer'] : [];
  if (!isReadable(entry)) return leaving;
  if (conflicts.length > 0) return ['choose', ...leaving];
  if (state === 'undecided' && sameRecordOf(entry) !== null) return ['join', 'retry', ...leaving];
  const acts: EntryAct[] = state === 'sent' && sameRecordOf(entry) !== null ? ['join'] : [];
  const mayRetry = state === 'failed' || state === 'blocked' || state === 'undecided' || state === 'held';
  if (mayRetry || (state === 'queued' && nextTryAt !== null)) acts.push('retry');
  if (wordsOf(entry) !== null) acts.push('edit');
  if (state === 'queued') acts.push('hold');
  acts.push(...leaving);
  if (missingLabels(entry, ticket).length > 0) acts.push('make-labels');
  return acts;
}

/** The editable text of an entry; null when there is none, or it may have left. */
export function wordsOf(entry: StoredEntry): { title: string | null; body: string } | null {
  const { kind, payload } = entry;
  if (!isStillHere(entry) || entry.state === 'undecided' || !isReadable(entry)) return null;
  if (kind === 'create-issue') {
    const { title, body } = createIssuePayload.parse(payload);
    return { title, body };
  }
  if (kind === 'add-comment') return { title: null, body: addCommentPayload.parse(payload).body };
  if (NOTE_KINDS.includes(kind)) return { title: null, body: postNotePayload.parse(payload).text };
  return null;
}

/** Labels that a new ticket should have and that the service says it lacks. */
export function missingLabels(entry: StoredEntry, ticket: StoredTicket | null): string[] {
  const { kind, state, payload } = entry;
  if (!isReadable(entry)) return [];
  if (kind !== 'create-issue' || state !== 'sent' || ticket === null || ticket.remote === null) return [];
  return missingOf(createIssuePayload.parse(payload).labels, ticket.remote.labels);
}
