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

export interface OfPerson {
  readonly person: string;
  readonly problem: string;
  /** UTC ms, both included. */
  readonly from: number;
  readonly to: number;
  /** Neither this case nor one that duplicates it. */
  readonly except: CaseId | null;
  readonly most: number;
}

/** What a person reported of a problem, oldest first. */
export function casesOfPerson(db: Db, sought: OfPerson): MaybeSame[] {
  return sqlRows<MaybeSame>(
    db,
    'casesOfPerson',
    `${SELECTED} WHERE person = @person AND problem = @problem AND received_at BETWEEN @from AND @to
       AND (@except IS NULL OR (id <> @except AND same_as IS NOT @except)) ORDER BY seq LIMIT @most`,
  ).all(sought);
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
