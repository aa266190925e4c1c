// Cases whose source gives no record number: identified by their content, numbered by the desk.
import { sql } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';

/** The desk's own number for a case without one: short enough for the phone, never assigned twice. */
export function nextNumber(db: Db): string {
  const last = db
    .select({ seq: sql<number>`coalesce(max(${cases.seq}), 0)` })
    .from(cases)
    .get();
  return `T3-${(last?.seq ?? 0) + 1}`;
}
