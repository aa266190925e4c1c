// Puts tickets in the outbox: rows, activity and entries in one transaction. Only judged text gets in.
import { AppError } from '../contract/errors.ts';
import type { ActivityId, CaseId, TicketId } from '../contract/ids.ts';
import { labelsFor } from '../core/compose/ticket-draft.ts';
import { PII_TYPES } from '../core/words/pii.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { changeCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { findTeam } from '../store/directory.ts';
import { forgetDraft } from '../store/review.ts';
import { currentDraft, judgeDraft, problemOf } from './draft-ticket.ts';
import { LEAD, type Office } from './office.ts';
import { openTicket } from './open-ticket.ts';
import { requireCase } from './read-cases.ts';

/** Queues one ticket for each case. @throws AppError `refused` naming the case and why; then none is queued. */
export function queueTickets(
  office: Office,
  caseIds: readonly CaseId[],
): { queued: TicketId[]; activityId: ActivityId } {
  const actId = newActId();
  const queued = office.store.transaction((db) => caseIds.map((id) => queueOne(office, db, id, actId)));
  return { queued, activityId: actId };
}

function queueOne(office: Office, db: Db, caseId: CaseId, actId: ActivityId): TicketId {
  const one = requireCase(office, caseId);
  const team = one.team === null ? null : findTeam(db, one.team);
  const problem = problemOf(one, team);
  if (problem !== null || team === null) throw new AppError('refused', `${one.reference}: ${problem}`);
  const { clean, found } = judgeDraft(db, one, currentDraft(db, one, team));
  if (clean === null) {
    const what = [...new Set(found.map(({ type, place }) => `${PII_TYPES[type]} in the ${place}`))].join(', ');
    throw new AppError(
      'refused',
      `${one.reference}: personal information is still in the ticket (${what}). Take it out or clear it, then queue again.`,
      { found },
    );
  }
  const createdAt = office.now();
  const { repository } = team;
  const issue = { repository, ...clean, labels: labelsFor(team), assignees: team.assignees };
  const ticketId = openTicket(db, team, issue, createdAt);
  changeCase(db, caseId, { status: 'ticketed', team: one.team, ticketId });
  forgetDraft(db, caseId);
  addActivity(db, {
    at: createdAt,
    actor: LEAD,
    caseId,
    verb: 'queue-ticket',
    summary: `Queued a ticket for ${team.name}`,
    actId,
    undo: { kind: 'queue', ticketId, status: one.status, team: one.team },
  });
  return ticketId;
}
