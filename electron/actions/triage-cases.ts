// A triage decision on one case or many.
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import { decide } from '../core/triage/decide.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { changeCase } from '../store/cases.ts';
import { findTeam } from '../store/directory.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { inPieces } from './in-pieces.ts';
import { requireCase } from './read-cases.ts';

/**
 * Cancelled or refused on the way, what is done stays done and one undo takes it back. Up to 250 cases are all or none.
 * @throws AppError `invalid` for a team that is not in the directory, `refused` when a rule of triage says no
 */
export async function triageCases(
  ctx: AppContext,
  { caseIds, action, team: label, job }: ParsedInput<'triage.act'>,
): Promise<Output<'triage.act'>> {
  const { store, now } = ctx;
  const team = label === undefined ? null : findTeam(store.db, label);
  if (label !== undefined && team === null)
    throw new AppError('invalid', `There is no team "${label}" in the directory.`);
  const actId = newActId();
  const at = now();
  let changed = 0;
  const left = await inPieces(ctx, job, caseIds, (db, id) => {
    const one = requireCase(ctx, id);
    const decision = decide(one, action, team);
    if (!decision.ok) throw new AppError('refused', `${one.reference}: ${decision.reason}`);
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
  return { changed, activityId: changed === 0 ? null : actId, left };
}
