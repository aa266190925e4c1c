// Cases by the time they came into the desk.
import { desc, isNull } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';

/** The newest cases that came in since an instant (UTC ms), newest first; their numbers are in order of arrival. */
export function importedSince(db: Db, since: number, most: number): CaseId[] {
  const newest = db
    .select({ id: cases.id, importedAt: cases.importedAt })
    .from(cases)
    .where(isNull(cases.withdrawnAt))
    .orderBy(desc(cases.seq))
    .limit(most)
    .all();
  return newest.filter(({ importedAt }) => importedAt > since).map(({ id }) => id);
}
