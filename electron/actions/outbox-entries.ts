// What a person sees of the outbox, and the two things to do to an entry: try again, pull back.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { EntryId } from '../contract/ids.ts';
import type { OutboxEntry, SyncState } from '../contract/shapes.ts';
import { casesOfTicket } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import {
  countOutbox,
  countWaitingContent,
  departuresSince,
  findEntry,
  listEntries,
  moveEntry,
  type StoredEntry,
} from '../store/outbox.ts';
import { findTicket } from '../store/tickets.ts';
import { LONGEST_MS, lastDeparture } from '../sync/content-budget.ts';
import { addCommentPayload, createIssuePayload, movePipelinePayload } from '../sync/payloads.ts';
import type { Office } from './office.ts';
import { pullCommentBack, pullTicketBack } from './undo.ts';

/** The newest entries, those that need a person before all others; and how sending stands. */
export function listOutbox(
  { store, now }: Office,
  { most }: ParsedInput<'outbox.list'>,
  connection: Pick<SyncState, 'online' | 'lastSyncAt'>,
): { entries: OutboxEntry[]; sync: SyncState } {
  const entries = listEntries(store.db, most).map((entry) => describe(store, entry));
  return { entries, sync: { ...connection, ...countOutbox(store.db), budget: readBudget(store.db, now()) } };
}

const MINUTE_MS = 60_000;

function readBudget(db: Db, now: number): SyncState['budget'] {
  const left = departuresSince(db, now - LONGEST_MS);
  const waiting = countWaitingContent(db);
  return {
    minute: left.filter((at) => at > now - MINUTE_MS).length,
    hour: left.length,
    doneAt: waiting === 0 ? null : lastDeparture(left, waiting, now),
  };
}

function describe(store: Office['store'], entry: StoredEntry): OutboxEntry {
  const { id, ticketId, kind, state, attempts, reason, nextTryAt, createdAt, sentAt } = entry;
  const ticket = findTicket(store.db, ticketId);
  const destination = destinationOf(entry);
  return {
    id,
    ticketId,
    kind,
    state,
    attempts,
    reason,
    nextTryAt,
    createdAt,
    sentAt,
    destination,
    title: ticket?.title ?? '',
    url: ticket?.url ?? null,
    references: casesOfTicket(store.db, ticketId).map((one) => one.reference),
  };
}

function destinationOf({ kind, payload }: StoredEntry): string {
  if (kind === 'create-issue') return createIssuePayload.parse(payload).repository;
  if (kind === 'add-comment') return addCommentPayload.parse(payload).repository;
  if (kind === 'post-note') return 'Slack';
  return `ZenHub, ${movePipelinePayload.parse(payload).pipeline}`;
}

/** Sends a refused, blocked or lost entry again, under its own mark. @throws AppError `refused` when it is not one of those. */
export function retryEntry({ store }: Office, id: EntryId): void {
  const entry = findEntry(store.db, id);
  if (entry === null) throw new AppError('not-found', 'This entry is not in the outbox.');
  const again = store.transaction((db) =>
    moveEntry(db, id, ['failed', 'blocked', 'undecided', 'queued'], {
      state: 'queued',
      nextTryAt: null,
      reason: null,
      leftAt: null,
      lookUps: 0,
    }),
  );
  if (!again) throw new AppError('refused', 'Only an entry that waits or was refused can be tried again.');
}

/** Pulls an entry back: a comment alone, anything else with its whole ticket and its cases. */
export function withdrawEntry(office: Office, id: EntryId): void {
  const entry = findEntry(office.store.db, id);
  if (entry === null) throw new AppError('not-found', 'This entry is not in the outbox.');
  if (entry.kind === 'add-comment') pullCommentBack(office, entry);
  else pullTicketBack(office, entry.ticketId);
}
