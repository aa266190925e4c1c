// Promises of time. What is stored is when each started, its target and when it was met; the rest is read off the calendar.
import { and, eq, inArray } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { obligations } from '../../drizzle/schema.ts';
import type { CaseId } from '../contract/ids.ts';
import { type Obligation, type ObligationKind, TARGET_MINUTES } from '../core/words/obligation.ts';
import type { Db } from './db.ts';

type Row = typeof obligations.$inferSelect;

function fromRow(row: Row): Obligation {
  return {
    kind: row.kind as ObligationKind,
    startedAt: row.startedAt,
    targetMinutes: row.targetMinutes,
    metAt: row.metAt,
  };
}

/** Starts an obligation of a case; one that already runs goes on. */
export function startObligation(db: Db, caseId: CaseId, kind: ObligationKind, startedAt: number): void {
  db.insert(obligations)
    .values({ id: uuid(), caseId, kind, startedAt, targetMinutes: TARGET_MINUTES[kind] })
    .onConflictDoNothing()
    .run();
}

/** Notes when an obligation was met; null opens it again (an undone decision). */
export function meetObligation(db: Db, caseId: CaseId, kind: ObligationKind, metAt: number | null): void {
  db.update(obligations)
    .set({ metAt })
    .where(and(eq(obligations.caseId, caseId), eq(obligations.kind, kind)))
    .run();
}

export function obligationsOf(db: Db, caseId: CaseId): Obligation[] {
  return db.select().from(obligations).where(eq(obligations.caseId, caseId)).all().map(fromRow);
}

/** Obligations of many cases; those of all when no ids are named. */
export function obligationsByCase(db: Db, kinds: readonly ObligationKind[]): Map<string, Obligation[]> {
  const byCase = new Map<string, Obligation[]>();
  for (const row of db
    .select()
    .from(obligations)
    .where(inArray(obligations.kind, [...kinds]))
    .all()) {
    const list = byCase.get(row.caseId);
    if (list === undefined) byCase.set(row.caseId, [fromRow(row)]);
    else list.push(fromRow(row));
  }
  return byCase;
}
