// What a lead can do with one outbox entry: send it now, hold it, edit its text, cancel it, or say whether something
// that may have arrived is there.
import type { ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { ActId, EntryId } from '../../core/domain/ids.ts';
import { awaitsAnswer, CONTENT_KINDS } from '../../core/domain/outbox.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, moveEntry, type StoredEntry } from '../../store/outbox/outbox.ts';
import { ticketRenamed } from '../../store/tickets/tickets.ts';
import { isReadable, withText } from '../../sync/payloads.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { ticketContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { noteArrival } from './note-arrival.ts';
import { wordsOf } from './outbox-entries.ts';
import { cancelEntry, cancelTicket, type How } from './pull-back.ts';
import { requireEntry } from './require-entry.ts';
import { obstacleOf } from './undo-obstacle.ts';

/**
 * Holds an entry, and everything queued after it on the same ticket, until the lead releases it.
 * @throws AppError `refused`
 */
export function holdEntry({ store }: AppContext, id: EntryId): void {
  const held = store.transaction((db) =>
    moveEntry(db, requireEntry(db, id).id, ['queued'], { state: 'held', nextTryAt: null, reason: null }),
  );
  if (!held) throw new AppError('refused', 'Only an entry that still waits can be held.');
}

/**
 * Cancels an entry: a new ticket with its cases and everything queued for it, anything else alone.
 * @throws AppError `refused` when it has left, or may have
 */
export function dropEntry({ store, now }: AppContext, id: EntryId): void {
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    const obstacle = obstacleOf(entry);
    if (obstacle !== null) throw new AppError('refused', obstacle);
    cancel(db, entry, { at: now(), says: 'Pulled back' });
  });
}

function cancel(db: Db, entry: StoredEntry, how: How): void {
  if (entry.kind === 'create-issue' && entry.state !== 'withdrawn') cancelTicket(db, entry.ticketId, how);
  else cancelEntry(db, entry, how);
}

/**
 * The lead has looked, and says whether an entry that may have left is at the service. If it is not there, it is
 * canceled and its effect on cases is reverted; if it is there, it counts as sent once the desk has found its marker,
 * where there is one.
 * @throws AppError `refused` when there is nothing to answer
 */
export function answerEntry({ store, now }: AppContext, { id, arrived }: ParsedInput<'outbox.answer'>): void {
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    if (!awaitsAnswer(entry)) throw new AppError('refused', 'There is nothing to answer: its outcome is known.');
    const at = now();
    if (!arrived) {
      cancel(db, entry, { at, says: 'Not there, so canceled', absent: id });
      changeEntry(db, id, { reason: 'You looked, and it was not there.' });
    } else if (CONTENT_KINDS.includes(entry.kind) && isReadable(entry))
      changeEntry(db, id, {
        state: 'unknown',
        nextTryAt: null,
        lookUps: 0,
        reason: 'You saw it there. Searching for it.',
      });
    else {
      noteArrival(db, entry, {}, at);
      changeEntry(db, id, { reason: 'You looked, and it was there.', conflicts: null });
    }
  });
}

/**
 * Edits the text of an entry that has not left; it is checked for PII as when it was queued.
 * @throws AppError `refused` when it may have left, or the text contains PII
 */
export function editEntry(
  { store, now }: AppContext,
  { id, title, body }: ParsedInput<'outbox.edit'>,
): { actId: ActId } {
  const actId = newActId();
  store.transaction((db) => {
    const entry = requireEntry(db, id);
    const old = wordsOf(entry);
    if (old === null) throw new AppError('refused', 'Its text can no longer be edited: it was sent, or may have been.');
    const context = ticketContext(db, entry.ticketId);
    const words = requireScrubbed(body, context, 'the text');
    const heading = old.title === null ? null : requireScrubbed(title ?? old.title, context, 'the title');
    const payload = JSON.stringify(withText(entry, { title: heading, body: words }));
    if (heading !== null) ticketRenamed(db, entry.ticketId, heading);
    // What was refused or blocked may be sent now; what waits or is held stays that way.
    const state = entry.state === 'failed' || entry.state === 'blocked' ? 'queued' : entry.state;
    changeEntry(db, id, { payload, state, reason: null });
    const undo = { kind: 'words', entryId: id, before: entry.payload } as const;
    const common = { at: now(), actor: LEAD, verb: 'edit-entry', summary: 'Changed what waits in the outbox' };
    for (const { id: caseId } of casesOfTicket(db, entry.ticketId)) addActivity(db, { ...common, caseId, undo, actId });
  });
  return { actId };
}
