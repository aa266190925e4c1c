// The newest case.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';
import { findCase, type StoredCase } from './cases.ts';

/** Of a team, by its label; of all teams for null. */
export function newestCase(db: Db, team: string | null): StoredCase | null {
  const isHere = isNull(cases.withdrawnAt);
  const all = db.select({ id: cases.id }).from(cases);
  const of = all.where(team === null ? isHere : and(isHere, eq(cases.team, team)));
  const row = of.orderBy(desc(cases.seq)).limit(1).get();
  return row === undefined ? null : findCase(db, row.id);
}
