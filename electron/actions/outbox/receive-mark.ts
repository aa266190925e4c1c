// Something at GitHub carries the marker of an entry. A lost entry has then arrived after all; a second carrier is a
// duplicate, and the lead is told, because only a person may close one of them. A marker that this desk never sent was
// left by another copy of this store.
import type { CaseId } from '../../core/domain/ids.ts';
import { type EntryKind, NOTE_KINDS } from '../../core/domain/outbox.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import {
  changeEntry,
  entriesInStates,
  entriesOfTicket,
  findEntry,
  moveEntry,
  type StoredEntry,
} from '../../store/outbox/outbox.ts';
import { wasMovedBetween } from '../../store/tickets/github-move.ts';
import type { Marked, Received } from '../../sync/pull-port.ts';
import { type AppContext, DESK } from '../app-context.ts';
import { notify } from '../egress.ts';
import { noteArrival } from './note-arrival.ts';

interface Told {
  readonly title: string;
  readonly body: string;
  readonly caseId: CaseId | null;
}

const NOTHING: Received = { isNews: false, adopted: null };

/** Where an issue or comment is, as stored with an entry: numbers belong to one repository. */
const remoteIdOf = ({ repository, number }: Marked) => `${repository}#${number}`;

export function receiveMark(ctx: AppContext, marked: Marked): Received {
  const { store } = ctx;
  const { told, received } = store.transaction((db) => take(ctx, db, marked));
  if (told !== null) notify(ctx, told);
  return received;
}

function take(ctx: AppContext, db: Db, marked: Marked): { told: Told | null; received: Received } {
  const entry = findEntry(db, marked.entryId);
  const { issue, number } = marked;
  const remoteId = remoteIdOf(marked);
  const nothing = { told: null, received: NOTHING };
  if (entry === null || (entry.kind === 'create-issue') !== (issue !== null)) return nothing;
  if (entry.remoteId === remoteId || entry.state === 'sending') return nothing;
  // Before ids were stored with their repository, they were plain numbers.
  if (entry.state === 'sent' && (entry.remoteId === null || entry.remoteId === number)) {
    changeEntry(db, entry.id, { remoteId });
    return nothing;
  }
  // After "our GitHub moved" the old location still shows what is at the new one.
  if (entry.remoteId !== null && wasMovedBetween(db, marked.repository, entry.remoteId.split('#')[0] ?? ''))
    return nothing;
  if (entry.state === 'sent' || entry.state === 'withdrawn') {
    const told = reportDuplicate(ctx, db, entry, marked);
    return { told, received: { isNews: told !== null, adopted: null } };
  }
  const arrival =
    issue === null ? { commentId: number } : { number: issue.number, url: issue.url, remote: issue.ticket };
  noteArrival(db, entry, arrival, ctx.now());
  changeEntry(db, entry.id, { reason: null, remoteId });
  const received = { isNews: true, adopted: issue === null ? null : entry.ticketId };
  if (entry.attempts > 0)
    return {
      told: { title: 'A lost entry arrived after all', body: 'It was found at GitHub, once.', caseId: null },
      received,
    };
  doubtUnmarked(db, entry);
  const body =
    'GitHub has something from this desk that this desk has not sent: either another copy of it did, or this is an older backup. Whatever carries a marker was recorded as sent; the rest waits for you in the outbox.';
  return { told: { title: 'This desk is older than what it sent', body, caseId: null }, received };
}

/**
 * The other copy may also have sent what carries no marker: the ticket's first places on boards, and notes to the
 * channel.
 */
const UNMARKED: readonly EntryKind[] = ['move-pipeline', 'set-project', ...NOTE_KINDS];
const IN_DOUBT = {
  state: 'undecided',
  nextTryAt: null,
  reason: 'Another copy of this desk may have sent this. Check at the service, then try again or pull it back.',
} as const;

function doubtUnmarked(db: Db, entry: StoredEntry): void {
  const ofTicket = entry.kind === 'create-issue' ? entriesOfTicket(db, entry.ticketId) : [];
  const notes = entriesInStates(db, ['queued', 'held']).filter(({ kind }) => NOTE_KINDS.includes(kind));
  for (const { id, kind } of [...ofTicket, ...notes])
    if (UNMARKED.includes(kind)) moveEntry(db, id, ['queued', 'held'], IN_DOUBT);
}

/** Once for each carrier. */
function reportDuplicate(ctx: AppContext, db: Db, entry: StoredEntry, marked: Marked): Told | null {
  const { id, ticketId, kind, state, reason } = entry;
  const what = kind === 'create-issue' ? `ticket #${marked.number} in ${marked.repository}` : 'comment';
  const body =
    state === 'sent'
      ? `A second ${what} carries the same marker: it was sent twice, or someone copied it. Look at both at GitHub.`
      : `Something that was pulled back is at GitHub after all: ${what}. Close it there.`;
  if (reason === body) return null;
  changeEntry(db, id, { reason: body });
  const cases = casesOfTicket(db, ticketId);
  const actId = newActId();
  for (const { id: caseId } of cases)
    addActivity(db, { at: ctx.now(), actor: DESK, caseId, verb: 'duplicate-issue', summary: body, undo: null, actId });
  return { title: 'Sent twice to GitHub', body, caseId: cases[0]?.id ?? null };
}
