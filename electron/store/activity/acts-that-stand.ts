// Acts that are not undone, for many cases at once: the clock events, and how many cases were decided per day.
import { and, asc, gte, inArray, isNull, sql } from 'drizzle-orm';
import { activity, cases } from '../../../drizzle/schema.ts';
import type { CaseStatus } from '../../core/domain/case.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { type Db, isOneOf } from '../db.ts';

export interface ActedOn {
  readonly caseId: CaseId;
  readonly verb: string;
  readonly at: number;
  readonly fact: unknown;
}

/** Current acts with these verbs, oldest first: of some cases, or of those with these statuses. */
export function actsOf(
  db: Db,
  verbs: readonly string[],
  of: { readonly caseIds: readonly CaseId[] } | { readonly statuses: readonly CaseStatus[] },
): ActedOn[] {
  const rows = db
    .select({ caseId: activity.caseId, verb: activity.verb, at: activity.at, fact: activity.fact })
    .from(activity)
    .where(
      and(
        isNull(activity.undoneAt),
        inArray(activity.verb, [...verbs]),
        'caseIds' in of
          ? isOneOf(activity.caseId, of.caseIds)
          : inArray(
              activity.caseId,
              db
                .select({ id: cases.id })
                .from(cases)
                .where(inArray(cases.status, [...of.statuses])),
            ),
      ),
    )
    .orderBy(asc(activity.at), asc(activity.id))
    .all();
  return rows.flatMap(({ caseId, ...row }) =>
    caseId === null ? [] : [{ ...row, caseId, fact: row.fact === null ? null : JSON.parse(row.fact) }],
  );
}

const DECIDING = ['escalate', 'reassign', 'respond', 'out-of-scope'];

/**
 * How many cases were decided per day since an instant, without what was undone. Days are numbered from the epoch in a
 * zone `offsetMs` ahead of UTC.
 */
export function decidedByDay(db: Db, since: number, offsetMs: number): Map<number, number> {
  // A bound number counts as a real one, and would divide like one.
  const day = sql<number>`CAST((${activity.at} + ${offsetMs}) / 86400000 AS INTEGER)`;
  const rows = db
    .select({ day, n: sql<number>`count(*)` })
    .from(activity)
    .where(and(gte(activity.at, since), inArray(activity.verb, DECIDING), isNull(activity.undoneAt)))
    .groupBy(day)
    .all();
  return new Map(rows.map((row) => [row.day, row.n]));
}
