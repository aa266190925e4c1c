// Duplicate cases: found by record number and by person.
import { asc, eq, isNotNull } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { CaseStatus, Source } from '../../core/domain/case.ts';
import type { MaybeSame } from '../../core/domain/duplicate.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { type Db, prepared, sqlRows } from '../db.ts';

/** Runs for every row of an import, so it avoids the overhead of the query builder. */
const SELECTED =
  'SELECT id, problem, person, received_at AS receivedAt, same_as AS sameAs, scrubbed_text AS scrubbedText FROM cases';

export function casesNamed(db: Db, references: readonly string[]): MaybeSame[] {
  if (references.length === 0) return [];
  return sqlRows<MaybeSame>(
    db,
    'casesNamed',
    `${SELECTED} WHERE reference IN (SELECT value FROM json_each(?)) ORDER BY seq`,
  ).all(JSON.stringify(references));
}

export function casesOfPerson(db: Db, person: string | null): MaybeSame[] {
  return person === null
    ? []
    : sqlRows<MaybeSame>(db, 'casesOfPerson', `${SELECTED} WHERE person = ? ORDER BY seq`).all(person);
}

export function markSame(db: Db, id: CaseId, sameAs: CaseId | null, status: CaseStatus): void {
  db.update(cases).set({ sameAs, status }).where(eq(cases.id, id)).run();
}

/** Other record numbers of a case. */
export function otherReferences(db: Db, id: CaseId): { id: CaseId; source: Source; reference: string }[] {
  return sqlRows<{ id: CaseId; source: Source; reference: string }>(
    db,
    'otherReferences',
    'SELECT id, source, reference FROM cases WHERE same_as = ? ORDER BY seq',
  ).all(id);
}

/** Records the case that another one may duplicate; null once that is answered. */
export function markMaybeSame(db: Db, id: CaseId, maybeSame: CaseId | null): void {
  prepared(db, 'markMaybeSame', () => db.$client.prepare('UPDATE cases SET maybe_same = ? WHERE id = ?')).run(
    maybeSame,
    id,
  );
}

/** Current duplicates of a case, oldest first. */
export function casesMarkedSame(db: Db): CaseId[] {
  return db
    .select({ id: cases.id })
    .from(cases)
    .where(isNotNull(cases.sameAs))
    .orderBy(asc(cases.seq))
    .all()
    .map((row) => row.id);
}
