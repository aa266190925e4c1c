// What each import did with each record: can be opened by group, and undone as a whole.
import { and, desc, eq, gt, isNull, sql } from 'drizzle-orm';
import { importRows, imports } from '../../../drizzle/schema.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { IMPORT_GROUPS, type ImportGroup } from '../../core/domain/import-groups.ts';
import { recordOf } from '../../core/domain/records.ts';
import type { StoredCase } from '../cases/cases.ts';
import { type Db, parseJson, prepared, sqlValues } from '../db.ts';

export type StoredImport = typeof imports.$inferSelect;

export interface ImportRow {
  readonly importId: number;
  readonly caseId: CaseId;
  readonly what: 'new' | 'changed' | 'known' | 'left';
  /** The import that contained it before; null for none. */
  readonly seenIn: number | null;
  /** When it had left the queue, UTC ms. */
  readonly leftAt: number | null;
  /** The case before the import, if the import changed it. */
  readonly before: StoredCase | null;
}

/**
 * Runs for every row of an import. A record that occurs twice in a file, or again in a corrected row, is recorded once, and
 * as changed with the case before that, even if its first row changed nothing.
 */
export function addImportRow(db: Db, { before, ...row }: ImportRow): void {
  prepared(db, 'addImportRow', () =>
    db.$client.prepare(
      `INSERT INTO import_rows(import_id, seq, what, seen_in, left_at, before)
       SELECT @importId, seq, @what, @seenIn, @leftAt, @before FROM cases WHERE id = @caseId
       ON CONFLICT DO UPDATE SET what = excluded.what, before = coalesce(before, excluded.before)
       WHERE what = 'known' AND excluded.what = 'changed'`,
    ),
  ).run({ ...row, before: before === null ? null : JSON.stringify(before) });
}

/** What an import did, except for unchanged records; in order of arrival. */
export function rowsToTakeBack(db: Db, importId: number): ImportRow[] {
  const rows = db.$client
    .prepare<[number], Omit<ImportRow, 'before'> & { before: string | null }>(
      `SELECT import_id AS importId, cases.id AS caseId, what, seen_in AS seenIn, left_at AS leftAt, before
       FROM import_rows JOIN cases USING(seq) WHERE import_id = ? ORDER BY seq`,
    )
    .all(importId);
  return rows.map((row) => ({
    ...row,
    before: row.before === null ? null : (parseJson<StoredCase>(row.before) ?? null),
  }));
}

/** True if an import after this one that is not undone contained the case. */
export function isInLaterImport(db: Db, caseId: CaseId, importId: number): boolean {
  const found = sqlValues<number>(
    db,
    'isInLaterImport',
    `SELECT 1 FROM import_rows JOIN imports ON imports.id = import_id
     WHERE seq = (SELECT seq FROM cases WHERE id = ?) AND import_id > ? AND undone_at IS NULL LIMIT 1`,
  ).get(caseId, importId);
  return found !== undefined;
}

export function findImport(db: Db, id: number): StoredImport | null {
  return db.select().from(imports).where(eq(imports.id, id)).get() ?? null;
}

/** The latest imports that processed anything, newest first. */
export function newestImports(db: Db, most: number): StoredImport[] {
  return db.select().from(imports).orderBy(desc(imports.id)).limit(most).all();
}

/** A later import of the same source that is not undone and changed something; null for none. */
export function laterImport(db: Db, { id, source }: StoredImport): StoredImport | null {
  const later = and(
    gt(imports.id, id),
    eq(imports.source, source),
    isNull(imports.undoneAt),
    sql`EXISTS (SELECT 1 FROM ${importRows} WHERE import_id = ${imports.id} AND what <> 'known')`,
  );
  return db.select().from(imports).where(later).limit(1).get() ?? null;
}

/** The same file counts as new again. */
export function markImportUndone(db: Db, id: number, undoneAt: number): void {
  db.update(imports).set({ undoneAt, isWhole: false }).where(eq(imports.id, id)).run();
}

const IN_GROUP: Readonly<Record<ImportGroup, string>> = {
  new: `what = 'new'`,
  changed: `what = 'changed'`,
  known: `what = 'known'`,
  left: `what = 'left'`,
  same: `what = 'new' AND (maybe_same IS NOT NULL OR same_as IS NOT NULL)`,
};
const OF_GROUP = (group: ImportGroup) =>
  `FROM import_rows JOIN cases USING(seq) WHERE import_id = ? AND withdrawn_at IS NULL AND ${IN_GROUP[group]}`;

export function countGroups(db: Db, importId: number): Record<ImportGroup, number> {
  const count = (group: ImportGroup) =>
    sqlValues<number>(db, `count ${group} of import`, `SELECT count(*) ${OF_GROUP(group)}`).get(importId) ?? 0;
  return recordOf(IMPORT_GROUPS, count);
}

export function casesOfGroup(db: Db, importId: number, group: ImportGroup, most: number): CaseId[] {
  return db.$client
    .prepare<[number, number], CaseId>(`SELECT cases.id ${OF_GROUP(group)} ORDER BY seq LIMIT ?`)
    .pluck()
    .all(importId, most);
}

/** The act that undoes an import as a whole; null if it brought nothing or is already undone. */
export function actOfImport(db: Db, importId: number): ActId | null {
  const found = db.$client
    .prepare<[number], ActId>(
      `SELECT act_id FROM activity WHERE undo IS NOT NULL AND undone_at IS NULL AND verb = 'import-file'
       AND json_extract(undo, '$.importId') = ?`,
    )
    .pluck()
    .get(importId);
  return found ?? null;
}
