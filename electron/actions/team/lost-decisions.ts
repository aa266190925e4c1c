// Whoever decided a case side by side with another member, and whose decision does not stand, is told so: in the activity of
// the case, on My day, and in the window at once.
import { z } from 'zod';
import { STATUS_NAMES } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { TeamDecision, TeamEvent } from '../../core/team/changes.ts';
import type { FoldedCase } from '../../core/team/fold.ts';
import { deskOf } from '../../core/team/stamp.ts';
import { activityOf, addActivity, newActId } from '../../store/activity/activity.ts';
import { findCase } from '../../store/cases/cases.ts';
import type { Db } from '../../store/db.ts';
import type { Membership } from '../../team/membership.ts';

export const LOST_VERB = 'lost-decision';

export const lostFact = z.object({ stamp: z.string(), text: z.string() });

export interface Lost {
  readonly caseId: CaseId;
  readonly reference: string;
  /** The member whose decision stands. */
  readonly by: string;
}

export function decisionInWords({ status, team }: TeamDecision): string {
  return `${STATUS_NAMES[status]}${team === null ? '' : `, ${team}`}`;
}

/**
 * Notes that this desk's decision of a case has lost against one that was just heard; null if it has not, or says the
 * same, or was noted before. Runs inside a transaction. `now` is UTC ms.
 */
export function noteLost(
  db: Db,
  { device }: Membership,
  { caseId, decision }: { readonly caseId: CaseId; readonly decision: FoldedCase['decision'] },
  fresh: readonly TeamEvent[],
  now: number,
): Lost | null {
  const { winner, others } = decision;
  const own = others.find(({ stamp }) => deskOf(stamp) === device);
  if (winner === null || own === undefined || deskOf(winner.stamp) === device) return null;
  const [stands, lost] = [decisionInWords(winner.value), decisionInWords(own.value)];
  const isKnown = activityOf(db, caseId).some(
    ({ verb, fact }) => verb === LOST_VERB && lostFact.safeParse(fact).data?.stamp === own.stamp,
  );
  const reference = findCase(db, caseId)?.reference;
  if (stands === lost || isKnown || reference === undefined) return null;
  const by = fresh.find(({ stamp }) => stamp === winner.stamp)?.actor ?? 'A member';
  const text = `${stands}. Your decision, made before you heard of it, does not stand: ${lost}`;
  const fact: z.output<typeof lostFact> = { stamp: own.stamp, text };
  addActivity(db, {
    at: now,
    actor: by,
    caseId,
    verb: LOST_VERB,
    summary: `Decided it too: ${text}`,
    fact,
    undo: null,
    actId: newActId(),
  });
  return { caseId, reference, by };
}
