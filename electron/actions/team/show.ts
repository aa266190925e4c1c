// Updates rows to what the fold of everything known says. Runs inside a transaction.
import type { CaseId } from '../../core/domain/ids.ts';
import {
  type FoldedCase,
  foldAct,
  foldCase,
  foldMerges,
  foldProblem,
  foldTicket,
  problemAfter,
} from '../../core/team/fold.ts';
import { findCase } from '../../store/cases/cases.ts';
import {
  casesOfProblem,
  changeProblem,
  decideProblem,
  forgetProblemDecision,
  problemDecision,
} from '../../store/cases/problems.ts';
import { forgetDecision, saveDecision } from '../../store/cases/review.ts';
import type { Db } from '../../store/db.ts';
import { rehomeEntries } from '../../store/outbox/rehome-entries.ts';
import { subjectOfCase } from '../../store/team/team.ts';
import {
  findingRows,
  settleAct,
  settleCase,
  settleDecided,
  settleProblem,
  settleTicket,
} from '../../store/team/team-rows.ts';
import { findTicket } from '../../store/tickets/tickets.ts';
import { rescrubCase } from '../scrub-case.ts';
import { caseOf, saidOf } from './subjects.ts';

type Merges = ReadonlyMap<string, string>;

/** @returns the case and what is known of it; null if this desk does not have it */
export function showCase(
  db: Db,
  subject: string,
  merges: Merges,
  now: number,
): (FoldedCase & { readonly caseId: CaseId }) | null {
  const id = caseOf(db, subject);
  if (id === null) return null;
  const known = foldCase(saidOf(db, `case ${subject}`));
  const { status = 'undecided', team = null, ticket = null, sameAs = null } = known.decision.winner?.value ?? {};
  const ticketId = ticket !== null && findTicket(db, ticket) !== null ? ticket : null;
  settleDecided(db, id, {
    status,
    team,
    ticketId,
    sameAs: caseOf(db, sameAs),
    maybeSame: caseOf(db, known.askSame.winner?.value ?? null),
    tags: known.tags.join(' '),
    problem: problemOf(known, merges),
  });
  showPlace(db, id, known, merges, now);
  showFindings(db, id, known);
  return { ...known, caseId: id };
}

/** Which problem the team has assigned to a case; null for none yet. */
export function problemOf({ place }: FoldedCase, merges: Merges): string | null {
  const problem = place.winner?.value.problem ?? null;
  return problem === null ? null : problemAfter(merges, problem);
}

/** The desk learns from what a person said about it. */
function showPlace(db: Db, id: CaseId, known: FoldedCase, merges: Merges, now: number): void {
  const problem = problemOf(known, merges);
  if (known.place.winner?.value.by === 'person' && problem !== null) decideProblem(db, id, problem, now);
  else if (problemDecision(db, id) !== null) forgetProblemDecision(db, id);
}

function showFindings(db: Db, id: CaseId, { findings }: FoldedCase): void {
  const rows = new Map(findingRows(db, id).map((row) => [`${row.start} ${row.end}`, row.said]));
  let isNew = false;
  for (const { start, end, said } of findings) {
    const was = rows.get(`${start} ${end}`);
    if (was?.decision === said?.decision && was?.type === said?.type) continue;
    isNew = true;
    if (said === null) forgetDecision(db, id, start, end);
    else saveDecision(db, id, { start, end, decision: said.decision, type: said.type }, said.decidedAt);
  }
  const one = isNew ? findCase(db, id) : null;
  if (one !== null) rescrubCase(db, one);
}

export function showAct(db: Db, id: string): void {
  const act = foldAct(saidOf(db, `act ${id}`));
  const caseId = caseOf(db, act?.case ?? null);
  if (act === null || caseId === null) return;
  const { case: _, ...row } = act;
  // Whoever did it can undo it: what that needs stays on their desk.
  settleAct(db, { ...row, caseId, undo: null });
}

export function showTicket(db: Db, id: string): void {
  const ticket = foldTicket(saidOf(db, `ticket ${id}`));
  if (ticket === null) return;
  const before = findTicket(db, ticket.id);
  settleTicket(db, ticket);
  // Numbers belong to one repository: pending entries follow a move made by a team member.
  if (before !== null && before.repository !== ticket.repository)
    rehomeEntries(db, { from: before.repository, to: ticket.repository, ticketId: before.id });
}

export function showProblem(db: Db, id: string): void {
  const problem = foldProblem(saidOf(db, `problem ${id}`));
  if (problem === null) return;
  const { ticket, ...rest } = problem;
  const ticketId = ticket !== null && findTicket(db, ticket) !== null ? ticket : null;
  settleProblem(db, { ...rest, ticketId });
}

/** Moves the cases of merged problems to where those went, and those of split ones back; returns the current merges. */
export function settleMerges(db: Db, before: Merges): Merges {
  const merges = foldMerges(saidOf(db, 'merges'));
  for (const problem of new Set([...before.keys(), ...merges.keys()])) {
    changeProblem(db, problem, { mergedInto: merges.get(problem) ?? null });
    const [was, is] = [problemAfter(before, problem), problemAfter(merges, problem)];
    if (was === is) continue;
    for (const { id } of casesOfProblem(db, was)) {
      const subject = subjectOfCase(db, id);
      const place = subject === null ? null : foldCase(saidOf(db, `case ${subject}`)).place.winner?.value.problem;
      if (place != null) settleCase(db, id, { problem: problemAfter(merges, place) });
    }
  }
  return merges;
}
