// A triage decision on one or many cases.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { Team } from '../../contract/schemas.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { decide } from '../../core/triage/decide.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { changeCase, type StoredCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import { findTeam } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { inPieces } from '../in-pieces.ts';
import { ticketInTheWay } from '../outbox/undo-obstacle.ts';
import { suggestTeam } from '../problems/read-trends.ts';
import { requireCase } from '../require-case.ts';

/**
 * If canceled or refused on the way, what is done stays done and one undo reverts it. Up to 250 cases are all or
 * nothing. `unsure` are the cases without a suggested team.
 * @throws AppError `invalid` for a team that is not in the directory, `refused` when a triage rule forbids it
 */
export async function triageCases(
  ctx: AppContext,
  { caseIds, action, team: label, eachSuggested, job }: ParsedInput<'triage.act'>,
): Promise<Output<'triage.act'>> {
  const { store, now } = ctx;
  const team = label === undefined ? null : findTeam(store.db, label);
  if (label !== undefined && team === null)
    throw new AppError('invalid', `There is no team "${label}" in the directory.`);
  const actId = newActId();
  const at = now();
  let changed = 0;
  const unsure: CaseId[] = [];
  const left = await inPieces(ctx, job, caseIds, (db, id) => {
    const one = requireCase(ctx, id);
    const own = eachSuggested ? suggestedTeam(ctx, db, one) : team;
    if (eachSuggested && own === null) {
      unsure.push(id);
      return;
    }
    const decision = decide(one, action, own);
    if (!decision.ok) {
      const isTicketed = one.status === 'ticketed' && one.ticketId !== null;
      const reason = isTicketed ? ticketInTheWay(db, one.ticketId) : decision.reason;
      throw new AppError('refused', `${caseName(one.reference)}: ${reason}`);
    }
    const { next, summary } = decision;
    if (next.status === one.status && next.team === one.team) return;
    changeCase(db, id, next);
    addActivity(db, {
      at,
      actor: LEAD,
      caseId: id,
      verb: action,
      summary,
      actId,
      undo: { kind: 'triage', status: one.status, team: one.team },
    });
    changed += 1;
  });
  return { changed, actId: changed === 0 ? null : actId, left, unsure };
}

function suggestedTeam(ctx: AppContext, db: Db, one: StoredCase): Team | null {
  const { team } = suggestTeam(ctx, one);
  return team === null ? null : findTeam(db, team);
}
