// Queue snapshots: which export last contained each record, and when it left.
import { and, eq, gte } from 'drizzle-orm';
import { imports } from '../../../drizzle/schema.ts';
import type { Source } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { type Db, prepared, sqlRows, sqlValues } from '../db.ts';

/**
 * True when a file with the same content was completely imported before and not undone; since `from`, if its day is
 * known (UTC ms).
 */
export function isKnownContent(db: Db, contentHash: string, from: number | null): boolean {
  const same = and(eq(imports.contentHash, contentHash), eq(imports.isWhole, true));
  const row = db
    .select({ id: imports.id })
    .from(imports)
    .where(from === null ? same : and(same, gte(imports.at, from)))
    .get();
  return row !== undefined;
}

/** Every row of an export was processed. */
export function markWhole(db: Db, importId: number): void {
  db.update(imports).set({ isWhole: true }).where(eq(imports.id, importId)).run();
}

/** Records an export that is about to be imported; returns its number. */
export function addImport(
  db: Db,
  one: {
    readonly at: number;
    readonly source: Source;
    readonly contentHash: string;
    readonly name: string;
    readonly actId: ActId;
  },
): number {
  return db.insert(imports).values(one).returning({ id: imports.id }).get().id;
}

export interface Seen {
  /** The last export before this one that contained it; null for none. */
  readonly before: number | null;
  /** When it had left the queue, UTC ms; null if it had not. */
  readonly leftAt: number | null;
}

export function seenBefore(db: Db, caseId: CaseId): Seen {
  const row = sqlRows<{ importId: number; leftAt: number | null }>(
    db,
    'seenBefore',
    'SELECT import_id AS importId, left_at AS leftAt FROM records_seen WHERE seq = (SELECT seq FROM cases WHERE id = ?)',
  ).get(caseId);
  return { before: row?.importId ?? null, leftAt: row?.leftAt ?? null };
}

/** Records that an export contains a record. */
export function markSeenIn(db: Db, caseId: CaseId, importId: number): Seen {
  const seen = seenBefore(db, caseId);
  prepared(db, 'markSeenIn', () =>
    db.$client.prepare(
      'INSERT OR REPLACE INTO records_seen(seq, import_id, left_at) SELECT seq, ?, NULL FROM cases WHERE id = ?',
    ),
  ).run(importId, caseId);
  return seen;
}

/** True if records count as standing in this export, as those of a whole queue do. */
export function hasSeen(db: Db, importId: number): boolean {
  return sqlValues<number>(db, 'hasSeen', 'SELECT 1 FROM records_seen WHERE import_id = ? LIMIT 1').get(importId) === 1;
}

/** As before an import that is undone. */
export function markSeenAsBefore(db: Db, caseId: CaseId, importId: number, leftAt: number | null): void {
  db.$client
    .prepare('UPDATE records_seen SET import_id = ?, left_at = ? WHERE seq = (SELECT seq FROM cases WHERE id = ?)')
    .run(importId, leftAt, caseId);
}

export function forgetSeen(db: Db, caseId: CaseId): void {
  db.$client.prepare('DELETE FROM records_seen WHERE seq = (SELECT seq FROM cases WHERE id = ?)').run(caseId);
}

/** Cases whose record was last in an export and has not left. */
export function casesLastSeenIn(db: Db, importId: number): CaseId[] {
  return sqlValues<CaseId>(
    db,
    'casesLastSeenIn',
    `SELECT cases.id FROM records_seen JOIN cases USING(seq)
     WHERE records_seen.import_id = ? AND records_seen.left_at IS NULL ORDER BY seq`,
  ).all(importId);
}

export function markLeft(db: Db, caseId: CaseId, leftAt: number): void {
  prepared(db, 'markLeft', () =>
    db.$client.prepare('UPDATE records_seen SET left_at = ? WHERE seq = (SELECT seq FROM cases WHERE id = ?)'),
  ).run(leftAt, caseId);
}
