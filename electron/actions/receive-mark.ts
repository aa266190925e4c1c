// Something at GitHub carries the mark of an entry. A lost entry has arrived, late as it is; a second carrier is a twin, and
// the lead hears of it, because only a person may close one of them.
import type { CaseId, EntryId } from '../contract/ids.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { casesOfTicket } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { changeEntry, findEntry, type StoredEntry } from '../store/outbox.ts';
import type { Marked } from '../sync/pull-changes.ts';
import { notify } from './exits.ts';
import { noteArrival } from './note-arrival.ts';
import { DESK, type Office } from './office.ts';

/** True when it was news. */
export function receiveMark(office: Office, marked: Marked): boolean {
  const { store } = office;
  const told = store.transaction((db) => {
    const entry = findEntry(db, marked.entryId as EntryId);
    const isIssue = marked.issue !== null;
    if (entry === null || (entry.kind === 'create-issue') !== isIssue) return null;
    if (entry.remoteId === marked.remoteId || entry.state === 'sending') return null;
    if (entry.state === 'sent' && entry.remoteId === null) {
      changeEntry(db, entry.id, { remoteId: marked.remoteId });
      return null;
    }
    if (entry.state === 'sent' || entry.state === 'withdrawn') return tellTwin(office, db, entry, marked);
    const { issue, remoteId } = marked;
    const arrival =
      issue === null ? { commentId: remoteId } : { number: issue.number, url: issue.url, remote: issue.ticket };
    noteArrival(db, entry, arrival, office.now());
    changeEntry(db, entry.id, { reason: null });
    return { title: 'A lost entry has arrived', body: 'It turned up at GitHub, once.', caseId: null };
  });
  if (told !== null) notify(office, told);
  return told !== null;
}

/** Once for each carrier: its id is kept. */
function tellTwin(
  office: Office,
  db: Db,
  { id, ticketId, kind, state, reason }: StoredEntry,
  { remoteId }: Marked,
): { title: string; body: string; caseId: CaseId | null } | null {
  const what = kind === 'create-issue' ? `ticket #${remoteId}` : 'comment';
  const body =
    state === 'sent'
      ? `A second ${what} carries the same mark: sent twice, or copied by somebody. Look at both at GitHub.`
      : `What was pulled back is at GitHub after all: ${what}. Close it there.`;
  if (reason === body) return null;
  changeEntry(db, id, { reason: body });
  const cases = casesOfTicket(db, ticketId);
  const actId = newActId();
  for (const { id: caseId } of cases)
    addActivity(db, { at: office.now(), actor: DESK, caseId, verb: 'twin', summary: body, undo: null, actId });
  return { title: 'Twice at GitHub', body, caseId: cases[0]?.id ?? null };
}
