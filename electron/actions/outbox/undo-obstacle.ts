import type { TicketId } from '../../core/domain/ids.ts';
import { isStillHere } from '../../core/domain/outbox.ts';
import { type StoredActivity, standingAfter } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import { workedOn } from '../../store/cases/withdrawn-cases.ts';
import type { Db } from '../../store/db.ts';
import { findImport, laterImport } from '../../store/intake/import-rows.ts';
import { entriesOfTicket, findEntry, type StoredEntry } from '../../store/outbox/outbox.ts';
import { DESK } from '../app-context.ts';
import { isDecidedByAnother } from '../team/decided-since.ts';
import { readMembership } from '../team/membership.ts';

/** A message for the lead; null when nothing prevents it. `rows` all belong to one act. */
export function obstacleTo(db: Db, rows: readonly StoredActivity[]): string | null {
  for (const row of rows) {
    const obstacle = ofEntries(db, row) ?? ofCase(db, row) ?? ofLogged(db, row) ?? ofOrder(db, row);
    if (obstacle !== null) return obstacle;
  }
  return null;
}

/** What has left is never canceled; for what may have left, a person says what became of it. */
export function obstacleOf(entry: StoredEntry): string | null {
  if (entry.state === 'withdrawn' || isStillHere(entry)) return null;
  if (entry.state === 'sent') return 'It was sent. Answer on its ticket instead.';
  if (entry.state === 'sending' || entry.state === 'unknown')
    return 'It is being sent. Wait until the outbox shows whether it arrived.';
  return 'It may have been sent. Check at the service, then say in the outbox whether it is there.';
}

function ofEntries(db: Db, { undo: step, at }: StoredActivity): string | null {
  switch (step?.kind) {
    case 'queue':
    case 'release': {
      const entries = step.ticketId === null ? [] : entriesOfTicket(db, step.ticketId);
      const obstacles = entries.map(obstacleOf);
      return obstacles.find((obstacle) => obstacle !== null) ?? null;
    }
    case 'comment':
    case 'join-ticket':
    case 'words': {
      const entry = findEntry(db, step.entryId);
      if (entry === null || (step.kind === 'words' && entry.state === 'withdrawn'))
        return 'It is no longer in the outbox.';
      return obstacleOf(entry);
    }
    case 'join-open': {
      const ticketId = findEntry(db, step.entryId)?.ticketId;
      const others =
        ticketId === undefined ? [] : entriesOfTicket(db, ticketId).filter(({ id }) => id !== step.entryId);
      return others.some((one) => hasGoneSince(one, at) && one.state !== 'withdrawn')
        ? 'Something was sent to the ticket that was joined. Comment there on what does not belong.'
        : null;
    }
    case 'github-move': {
      const since = step.tickets.flatMap(({ id }) => entriesOfTicket(db, id)).some((one) => hasGoneSince(one, at));
      return since ? 'Something was sent to the new location since. Move in the opposite direction instead.' : null;
    }
    case 'import':
      return obstacleToImport(db, step.importId);
    default:
      return null;
  }
}

function hasGoneSince({ state, sentAt, leftAt }: StoredEntry, since: number): boolean {
  return (sentAt !== null && sentAt >= since) || (state !== 'sent' && leftAt !== null);
}

function ofCase(db: Db, { caseId, undo: step }: StoredActivity): string | null {
  if (step?.kind !== 'triage' || caseId === null) return null;
  const one = findCase(db, caseId);
  if (isDecidedByAnother(db, caseId))
    return 'Another team member has decided this case since. Decide it again instead.';
  // A decision made after the ticket, such as that its fix is live, goes back to the ticket.
  const hasTicket = one !== null && one.ticketId !== null && step.status !== 'ticketed' && step.status !== one.status;
  if (!hasTicket) return null;
  return ticketInTheWay(db, one.ticketId);
}

/** Why a case with this ticket is not decided otherwise, and what to do instead. */
export function ticketInTheWay(db: Db, id: TicketId): string {
  const isHere = entriesOfTicket(db, id).every((entry) => entry.state === 'withdrawn' || isStillHere(entry));
  return isHere
    ? 'The case has a ticket now. Pull the ticket back first.'
    : 'The case has a ticket that was sent. Correct it on the ticket, or close it there.';
}

function ofLogged(db: Db, { caseId, actId, undo: step }: StoredActivity): string | null {
  if (step?.kind !== 'log' || caseId === null) return null;
  if (readMembership(db) !== null) return 'The team already has this case. Decide it as out of scope instead.';
  // A ticket that the case joined by itself is left with it, if nothing was sent.
  const isOnTicket = findCase(db, caseId)?.ticketId != null;
  return !isOnTicket && workedOn(db, [caseId], actId, DESK).size > 0
    ? 'Someone has worked on the case since. Undo that first, or decide the case as out of scope.'
    : null;
}

export function obstacleToImport(db: Db, importId: number): string | null {
  const one = findImport(db, importId);
  if (one === null || one.undoneAt !== null) return 'This import has already been undone.';
  if (readMembership(db) !== null) return 'The team already has these cases. Decide them as out of scope instead.';
  if (laterImport(db, one) !== null) return 'A newer export of the same source came in since. Undo that import first.';
  return null;
}

/** Restoring an older value would overwrite a newer one: acts on the same thing are undone newest first. */
function ofOrder(db: Db, row: StoredActivity): string | null {
  const subject = subjectOf(row);
  if (subject === null) return null;
  const newer = standingAfter(db, row).find((other) => other.actId !== row.actId && subjectOf(other) === subject);
  return newer === undefined ? null : `Something newer builds on this. Undo that first: ${newer.summary}`;
}

/** Targets of an act for which undo restores a whole value. */
function subjectOf({ undo: step }: StoredActivity): string | null {
  switch (step?.kind) {
    case 'triage':
    case 'same':
    case 'queue':
    case 'release':
    case 'join-ticket':
      return 'status';
    case 'setting':
      return `setting ${step.key}`;
    case 'rename':
      return `name ${step.problem}`;
    case 'known':
      return `known ${step.problem}`;
    case 'words':
      return `words ${step.entryId}`;
    case 'decision':
      return `decision ${step.start} ${step.end}`;
    case 'github-move':
      return 'directory';
    case 'directory':
    case 'problem':
    case 'tags':
    case 'draft':
      return step.kind;
    default:
      return null;
  }
}
