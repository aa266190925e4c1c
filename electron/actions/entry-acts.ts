// What a lead does with one entry of the outbox: send it now, hold it, change its words, choose between two values, drop it.
import type { ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { EntryId } from '../contract/ids.ts';
import type { EntryState } from '../core/words/outbox.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { casesOfTicket } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { changeEntry, findEntry, moveEntry, type StoredEntry } from '../store/outbox.ts';
import { ticketRenamed } from '../store/tickets.ts';
import { createIssuePayload, editIssuePayload } from '../sync/payloads.ts';
import { ticketContext } from './draft-ticket.ts';
import { letOut } from './exits.ts';
import { mendFromDirectory } from './mend-entry.ts';
import { LEAD, type Office } from './office.ts';
import { wordsOf } from './outbox-entries.ts';
import { pullEntryBack, pullTicketBack } from './undo.ts';

function requireEntry(db: Db, id: EntryId): StoredEntry {
  const entry = findEntry(db, id);
  if (entry === null) throw new AppError('not-found', 'This entry is not in the outbox.');
  return entry;
}

/** Sends a held, refused, blocked or lost entry, under its own mark. @throws AppError `refused` when it is none of those. */
export function retryEntry({ store }: Office, id: EntryId): void {
  const again = { state: 'queued', nextTryAt: null, reason: null, leftAt: null, lookUps: 0 } as const;
  const from: readonly EntryState[] = ['failed', 'blocked', 'undecided', 'queued', 'held'];
  const moved = store.transaction((db) => {
    mendFromDirectory(db, requireEntry(db, id));
    return moveEntry(db, id, from, again);
  });
  if (!moved) throw new AppError('refused', 'Only an entry that waits or was refused can be tried again.');
}

/** Keeps an entry, and what comes after it in its ticket, until the lead lets it go. @throws AppError `refused` */
export function holdEntry({ store }: Office, id: EntryId): void {
  const held = store.transaction((db) =>
    moveEntry(db, requireEntry(db, id).id, ['queued'], { state: 'held', nextTryAt: null, reason: null }),
  );
  if (!held) throw new AppError('refused', 'Only an entry that still waits can be held.');
}

/** Takes an entry out: a new ticket with its cases, anything else alone. @throws AppError `refused` when it was sent. */
export function dropEntry(office: Office, id: EntryId): void {
  const entry = requireEntry(office.store.db, id);
  if (entry.kind === 'create-issue') pullTicketBack(office, entry.ticketId);
  else pullEntryBack(office, entry);
}

/**
 * Changes the words of an entry that is still here; they are judged as when it was queued.
 * @throws AppError `refused` when it may have left, or when something personal stands in the words
 */
export function editEntry({ store, now }: Office, { id, title, body }: ParsedInput<'outbox.edit'>): void {
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    const old = wordsOf(entry);
    if (old === null) throw new AppError('refused', 'Its words cannot be changed any more: it has left, or may have.');
    const context = ticketContext(db, entry.ticketId);
    const words = letOut(body, context, 'the text');
    const heading = old.title === null ? null : letOut(title ?? old.title, context, 'the title');
    const changed =
      entry.kind === 'create-issue'
        ? { ...createIssuePayload.parse(entry.payload), title: heading, body: words }
        : entry.kind === 'post-note'
          ? { text: words }
          : { ...(entry.payload as object), body: words };
    if (heading !== null) ticketRenamed(db, entry.ticketId, heading);
    // What was refused or blocked may go now; what waits or is held goes on doing so.
    const state = entry.state === 'failed' || entry.state === 'blocked' ? 'queued' : entry.state;
    changeEntry(db, id, { payload: JSON.stringify(changed), state, reason: null });
    const undo = { kind: 'words', entryId: id, before: entry.payload } as const;
    const common = { at: now(), actor: LEAD, verb: 'edit-entry', summary: 'Changed what waits in the outbox' };
    const actId = newActId();
    for (const { id: caseId } of casesOfTicket(db, entry.ticketId)) addActivity(db, { ...common, caseId, undo, actId });
  });
}

/**
 * Decides between the lead's value and the one somebody else wrote meanwhile, for every field where they differ. What is
 * theirs is left as it is; ours is written over exactly the value that was shown. @throws AppError `invalid`, `refused`
 */
export function chooseValues({ store }: Office, { id, keep }: ParsedInput<'outbox.choose'>): void {
  store.transaction((db) => {
    const { kind, payload, conflicts, state } = requireEntry(db, id);
    if (kind !== 'edit-issue' || state !== 'undecided' || conflicts.length === 0)
      throw new AppError('refused', 'There is nothing to choose any more.');
    const open = conflicts.find(({ field }) => keep[field] === undefined);
    if (open !== undefined) throw new AppError('invalid', `Choose which ${open.field} stands.`);
    const { repository, changes } = editIssuePayload.parse(payload);
    const kept: Record<string, unknown> = { ...changes };
    for (const { field, theirs } of conflicts) {
      if (keep[field] === 'theirs') delete kept[field];
      else kept[field] = { ...changes[field], was: theirs };
    }
    const isEmpty = Object.keys(kept).length === 0;
    changeEntry(db, id, {
      state: isEmpty ? 'withdrawn' : 'queued',
      payload: JSON.stringify({ repository, changes: kept }),
      reason: isEmpty ? 'Left as it is there.' : null,
      conflicts: null,
      nextTryAt: null,
    });
  });
}
