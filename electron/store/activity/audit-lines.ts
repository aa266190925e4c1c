// Lines of activity with their links in the chain, for auditors.
import { and, asc, eq, gte, lt } from 'drizzle-orm';
import { activity, auditLinks, cases } from '../../../drizzle/schema.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';

export interface AuditLine {
  readonly seq: number;
  readonly hash: string;
  readonly at: number;
  readonly actor: string;
  readonly who: string | null;
  readonly caseId: CaseId | null;
  readonly reference: string | null;
  readonly verb: string;
  readonly summary: string;
  readonly undoneAt: number | null;
}

/** Done at or after `from` and before `to` (UTC ms), in the order they were written. */
export function auditLines(db: Db, from: number, to: number): AuditLine[] {
  const { at, actor, who, caseId, verb, summary, undoneAt } = activity;
  return db
    .select({
      seq: auditLinks.seq,
      hash: auditLinks.hash,
      reference: cases.reference,
      ...{ at, actor, who, caseId, verb, summary, undoneAt },
    })
    .from(activity)
    .innerJoin(auditLinks, and(eq(auditLinks.activityId, activity.id), eq(auditLinks.kind, 'add')))
    .leftJoin(cases, eq(cases.id, activity.caseId))
    .where(and(gte(activity.at, from), lt(activity.at, to)))
    .orderBy(asc(auditLinks.seq))
    .all();
}
