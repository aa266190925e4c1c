// Cases whose source gives no record number: identified by their content, numbered by the desk.
import { eq, sql } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';

export function hasContent(db: Db, contentKey: string): boolean {
  return db.select({ id: cases.id }).from(cases).where(eq(cases.contentKey, contentKey)).get() !== undefined;
}

/** The desk's own number for a case without one: short enough for the phone, never assigned twice. */
export function nextNumber(db: Db): string {
  const last = db
    .select({ seq: sql<number>`coalesce(max(${cases.seq}), 0)` })
    .from(cases)
    .get();
  return `T3-${(last?.seq ?? 0) + 1}`;
}
