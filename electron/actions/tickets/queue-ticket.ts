// Puts tickets in the outbox. All are checked first, in batches, with progress and cancel; then rows, activity and
// entries are written in one transaction. Only checked text gets in.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Team } from '../../contract/schemas.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { ActId, CaseId, TicketId } from '../../core/domain/ids.ts';
import { PII_TYPES } from '../../core/domain/pii.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeCase, type StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { currentDraft, type JudgedDraft, judgeDraft, problemOf, ticketLabels } from '../draft-ticket.ts';
import { requireCase } from '../require-case.ts';
import { openTicket } from './open-ticket.ts';

/** Cases checked between two looks at whether the job was canceled. */
const PIECE = 25;

/** So many cases are named that cannot be queued for one reason; the others are counted. */
const MOST_NAMED = 5;

/**
 * Queues one ticket for each case; none when canceled.
 * @throws AppError `refused` naming the cases and the reasons; then none is queued, and its details have the ids of the
 * others in `ready`.
 */
export async function queueTickets(
  ctx: AppContext,
  { caseIds, job }: ParsedInput<'tickets.queue'>,
): Promise<Output<'tickets.queue'>> {
  const { store, jobs } = ctx;
  const actId = newActId();
  const judged: [id: CaseId, words: JudgedDraft][] = [];
  const pieces = Array.from({ length: Math.ceil(caseIds.length / PIECE) }, (_, at) =>
    caseIds.slice(at * PIECE, (at + 1) * PIECE),
  );
  const refused: AppError[] = [];
  const done = await jobs.run(job, pieces, (piece) => {
    for (const id of piece) {
      try {
        judged.push([id, judge(ctx, id)]);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'refused') throw error;
        refused.push(error);
      }
    }
  });
  if (done < pieces.length) return { queued: [], actId };
  if (refused.length > 0) throw refusalOf(refused, judged);
  const queued = store.transaction((db) => judged.map(([id, words]) => queueOne(ctx, db, id, words, actId)));
  return { queued, actId };
}

/** One case says its own reason; of several each is named. */
function refusalOf(refused: readonly AppError[], judged: readonly (readonly [CaseId, JudgedDraft])[]): AppError {
  const [first] = refused;
  if (first !== undefined && refused.length + judged.length === 1) return first;
  const byReason = Map.groupBy(refused, ({ message }) => message.slice(message.indexOf(': ') + 2));
  const reasons = [...byReason].map(([reason, of]) => {
    const named = of.slice(0, MOST_NAMED).map(({ message }) => message.slice(0, message.indexOf(': ')));
    const rest = of.length > MOST_NAMED ? ` and ${of.length - MOST_NAMED} more` : '';
    return `${named.join(', ')}${rest}: ${reason}`;
  });
  return new AppError('refused', `None was queued. ${reasons.join(' ')}`, {
    ...(first?.details.found !== undefined && refused.length === 1 && { found: first.details.found }),
    ready: judged.map(([id]) => id),
  });
}

/** The case with its team, as it is now. @throws AppError `refused` */
function ready(ctx: AppContext, id: CaseId): { one: StoredCase; team: Team } {
  const one = requireCase(ctx, id);
  const team = one.team === null ? null : findTeam(ctx.store.db, one.team);
  const problem = problemOf(one, team);
  if (problem !== null || team === null) throw new AppError('refused', `${caseName(one.reference)}: ${problem}`);
  return { one, team };
}

function judge(ctx: AppContext, id: CaseId): JudgedDraft {
  const { db } = ctx.store;
  const { one, team } = ready(ctx, id);
  const { clean, found } = judgeDraft(db, one, currentDraft(db, one, team));
  if (clean !== null) return clean;
  const what = [...new Set(found.map(({ type, place }) => `${PII_TYPES[type]} in the ${place}`))].join(', ');
  throw new AppError(
    'refused',
    `${caseName(one.reference)}: the ticket still contains personal information (${what}). Remove or clear it, then queue again.`,
    { found },
  );
}

/** Checks the case again: another window may have queued it in the meantime. */
function queueOne(ctx: AppContext, db: Db, caseId: CaseId, words: JudgedDraft, actId: ActId): TicketId {
  const { one, team } = ready(ctx, caseId);
  const createdAt = ctx.now();
  const { repository } = team;
  const issue = { repository, ...words, labels: ticketLabels(db, one, team), assignees: team.assignees };
  const ticketId = openTicket(db, team, issue, createdAt);
  changeCase(db, caseId, { status: 'ticketed', team: one.team, ticketId });
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
