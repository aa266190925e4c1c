// One ticket per case, and one per trend: a new ticket waits for the team's answer, and yields if another member has
// it.
import type { CaseId, EntryId, TicketId } from '../../core/domain/ids.ts';
import type { TeamDecision } from '../../core/team/changes.ts';
import { foldCase } from '../../core/team/fold.ts';
import { activityOf, addActivity, markUndone, newActId } from '../../store/activity/activity.ts';
import { casesOfTicket, changeCase } from '../../store/cases/cases.ts';
import { changeProblem, listProblems } from '../../store/cases/problems.ts';
import type { Db } from '../../store/db.ts';
import { changeEntry, entriesOfTicket, findEntry, withdrawEntry } from '../../store/outbox/outbox.ts';
import {
  casesThatQueued,
  dropClaim,
  grantClaim,
  markCase,
  ticketOfEntry,
  wantedClaims,
} from '../../store/team/team.ts';
import { findTicket, ticketWithdrawn } from '../../store/tickets/tickets.ts';
import type { WantedClaim } from '../../team/team-port.ts';
import { DESK } from '../app-context.ts';
import { keepWords, typedWords } from '../kept-words.ts';
import { saidOf, subjectOf } from './subjects.ts';

const WAITS = "Waiting for the team's database to confirm that nobody else has opened a ticket for this.";

export function claimsWanted(db: Db): WantedClaim[] {
  return wantedClaims(db).flatMap((entry) => {
    const ticketId = ticketOfEntry(db, entry);
    return ticketId === null ? [] : [{ entry, things: thingsOf(db, ticketId) }];
  });
}

function thingsOf(db: Db, ticketId: TicketId): string[] {
  const ids = new Set([...casesOfTicket(db, ticketId).map(({ id }) => id), ...casesThatQueued(db, ticketId)]);
  const ofCases = [...ids].map((id) => `ticket of case ${subjectOf(db, id)}`);
  const ofTrends = listProblems(db).filter((problem) => problem.ticketId === ticketId);
  return [...ofCases, ...ofTrends.map(({ id }) => `ticket of problem ${id}`)];
}

/** Shows on screen what a queued ticket waits for. */
export function explainWaiting(db: Db): void {
  for (const id of wantedClaims(db)) {
    const entry = findEntry(db, id);
    if (entry?.state === 'queued' && entry.reason === null) changeEntry(db, id, { reason: WAITS });
  }
}

export function claimGranted(db: Db, id: EntryId): void {
  grantClaim(db, id);
  if (findEntry(db, id)?.reason === WAITS) changeEntry(db, id, { reason: null });
}

/** Another desk has it: the ticket is canceled, its text stays with its cases, and those move to the other ticket. */
export function claimRefused(db: Db, id: EntryId, holder: string, at: number): void {
  dropClaim(db, id);
  const entry = findEntry(db, id);
  if (entry === null || entry.state === 'sent') return;
  const { ticketId } = entry;
  changeEntry(db, id, { reason: `${holder} has already opened a ticket for this.` });
  const ids = new Set<CaseId>([...casesOfTicket(db, ticketId).map((one) => one.id), ...casesThatQueued(db, ticketId)]);
  for (const other of entriesOfTicket(db, ticketId)) withdrawEntry(db, other.id);
  ticketWithdrawn(db, ticketId, at);
  for (const { id: problem, ticketId: own } of listProblems(db))
    if (own === ticketId) changeProblem(db, problem, { ticketId: null });
  const words = typedWords(entry.kind, entry.payload);
  for (const caseId of ids) {
    if (words !== null) keepWords(db, caseId, words, at);
    giveWay(db, caseId, ticketId, holder, at);
  }
}

/** The case moves to the other ticket as soon as that is known here. */
function giveWay(db: Db, caseId: CaseId, ticketId: TicketId, holder: string, at: number): void {
  const isOurs = casesOfTicket(db, ticketId).some(({ id }) => id === caseId);
  for (const row of activityOf(db, caseId)) {
    const { undo } = row;
    if (undo?.kind !== 'queue' || undo.ticketId !== ticketId || !markUndone(db, row.id, at) || !isOurs) continue;
    const other = otherTicket(db, caseId, ticketId);
    if (other === null) changeCase(db, caseId, { status: 'escalated', team: undo.team, ticketId: null });
    else changeCase(db, caseId, { status: other.status, team: other.team, ticketId: other.ticket });
  }
  const summary = `${holder} has already opened a ticket for this; the one queued here was pulled back`;
  addActivity(db, { at, actor: DESK, caseId, verb: 'gave-way', summary, undo: null, actId: newActId() });
  markCase(db, caseId);
}

function otherTicket(db: Db, caseId: CaseId, ticketId: TicketId): TeamDecision | null {
  const { winner, others } = foldCase(saidOf(db, `case ${subjectOf(db, caseId)}`)).decision;
  const said = [...(winner === null ? [] : [winner]), ...others].map(({ value }) => value);
  return said.find(({ ticket }) => ticket !== null && ticket !== ticketId && stands(db, ticket)) ?? null;
}

function stands(db: Db, ticket: string): boolean {
  return findTicket(db, ticket)?.withdrawnAt === null;
}
