// The scrubber's results for cases: stored with each, with the scrubber's version and its open questions.
import { eq, sql } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';

export interface Scrub {
  readonly scrubbedTitle: string;
  readonly scrubbedText: string;
  readonly scrubberVersion: number;
  /** How many questions are open. */
  readonly questions: number;
}

export function saveScrub(db: Db, id: CaseId, scrub: Scrub): void {
  db.update(cases).set(scrub).where(eq(cases.id, id)).run();
}

/** Ids of cases that an older scrubber has read, or whose questions were never counted. */
export function casesScrubbedBefore(db: Db, version: number): CaseId[] {
  return db
    .select({ id: cases.id })
    .from(cases)
    .where(sql`${cases.scrubberVersion} < ${version} OR ${cases.questions} IS NULL`)
    .all()
    .map((row) => row.id);
}

/**
 * Seqs of cases with open questions whose text may still leave: undecided ones, or those with a team and no ticket yet.
 */
export function askedCases(db: Db): Set<number> {
  const rows = db
    .select({ seq: cases.seq })
    .from(cases)
    .where(sql`questions > 0 AND ${cases.status} IN ('undecided', 'escalated')`)
    .all();
  return new Set(rows.map((row) => row.seq));
}
