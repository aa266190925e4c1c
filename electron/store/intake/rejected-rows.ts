// Rows of a file that could not become cases: kept with their content until someone corrects or discards them.
import { asc, eq, inArray, sql } from 'drizzle-orm';
import { imports, rejectedRows } from '../../../drizzle/schema.ts';
import type { Source } from '../../core/domain/case.ts';
import type { DateOrder } from '../../core/domain/mapping.ts';
import { type Db, parseJson } from '../db.ts';

export interface KeptCells {
  /** Its cells with their column names. Raw. */
  readonly cells: readonly { readonly name: string; readonly value: string }[];
  /** How its file was read. */
  readonly timeZone: string | null;
  readonly dateOrder: DateOrder | null;
}

export interface RejectedRow extends KeptCells {
  readonly id: number;
  readonly importId: number;
  readonly file: string;
  readonly source: Source;
  /** UTC ms. */
  readonly at: number;
  readonly part: string | null;
  readonly row: number;
  readonly column: string;
  readonly reason: string;
}

export function addRejectedRow(
  db: Db,
  { cells, timeZone, dateOrder, ...row }: Omit<RejectedRow, 'id' | 'file' | 'source' | 'at'>,
): void {
  const line = JSON.stringify({ cells, timeZone, dateOrder });
  db.insert(rejectedRows)
    .values({ ...row, line })
    .run();
}

/** Oldest first, of all imports or with these ids. */
export function listRejectedRows(db: Db, ids?: readonly number[]): RejectedRow[] {
  return db
    .select({ row: rejectedRows, file: imports.name, source: imports.source, at: imports.at })
    .from(rejectedRows)
    .innerJoin(imports, eq(imports.id, rejectedRows.importId))
    .where(ids === undefined ? undefined : inArray(rejectedRows.id, [...ids]))
    .orderBy(asc(rejectedRows.id))
    .all()
    .flatMap(({ row: { line, ...row }, ...of }) => {
      const kept = parseJson<KeptCells>(line);
      return kept === undefined ? [] : [{ ...row, ...of, ...kept }];
    });
}

/** It was tried again and still cannot become a case. */
export function keepRejected(
  db: Db,
  id: number,
  { column, reason, ...kept }: KeptCells & Pick<RejectedRow, 'column' | 'reason'>,
): void {
  db.update(rejectedRows)
    .set({ column, reason, line: JSON.stringify(kept) })
    .where(eq(rejectedRows.id, id))
    .run();
}

export function dropRejectedRows(db: Db, ids: readonly number[]): void {
  db.delete(rejectedRows)
    .where(inArray(rejectedRows.id, [...ids]))
    .run();
}

/** Those of an import that is undone. */
export function dropRejectedOf(db: Db, importId: number): void {
  db.delete(rejectedRows).where(eq(rejectedRows.importId, importId)).run();
}

/** Those that nobody has corrected for that long. @param before UTC ms */
export function dropRejectedBefore(db: Db, before: number): void {
  db.run(
    sql`DELETE FROM ${rejectedRows} WHERE import_id IN (SELECT ${imports.id} FROM ${imports} WHERE ${imports.at} < ${before})`,
  );
}
