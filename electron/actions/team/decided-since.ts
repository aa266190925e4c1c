// Whether another team member made the current decision: an earlier decision made here cannot be undone over it.
import type { CaseId } from '../../core/domain/ids.ts';
import { foldCase } from '../../core/team/fold.ts';
import { deskOf } from '../../core/team/stamp.ts';
import type { Db } from '../../store/db.ts';
import { subjectOfCase } from '../../store/team/team.ts';
import { readMembership } from './membership.ts';
import { saidOf } from './subjects.ts';

export function isDecidedByAnother(db: Db, caseId: CaseId): boolean {
  const member = readMembership(db);
  const subject = member === null ? null : subjectOfCase(db, caseId);
  if (member === null || subject === null) return false;
  const { winner } = foldCase(saidOf(db, `case ${subject}`)).decision;
  return winner !== null && deskOf(winner.stamp) !== member.device;
}
