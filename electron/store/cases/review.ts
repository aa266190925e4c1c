// What a person decided or wrote of one case before it leaves: decisions on findings, and edited drafts.
import { and, eq, sql } from 'drizzle-orm';
import { cases, drafts, findingDecisions } from '../../../drizzle/schema.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import type { ReviewDecision } from '../../core/domain/pii.ts';
import type { TicketKind } from '../../core/domain/ticket-kinds.ts';
import { type Db, prepared } from '../db.ts';

export function listDecisions(db: Db, caseId: CaseId): ReviewDecision[] {
  return prepared(db, 'listDecisions', () =>
    db
      .select()
      .from(findingDecisions)
      .where(eq(findingDecisions.caseId, sql.placeholder('caseId')))
      .prepare(),
  )
    .all({ caseId })
    .map((row) => ({
      start: row.startOffset,
      end: row.endOffset,
      decision: row.decision,
      type: row.type,
    }));
}

/** Ids of the cases with a decided finding. */
export function reviewedCases(db: Db): CaseId[] {
  const rows = db.selectDistinct({ id: findingDecisions.caseId }).from(findingDecisions).all();
  return rows.map((row) => row.id);
}

export function saveDecision(db: Db, caseId: CaseId, decision: ReviewDecision, decidedAt: number): void {
  const { start, end, type } = decision;
  db.insert(findingDecisions)
    .values({ caseId, startOffset: start, endOffset: end, decision: decision.decision, type, decidedAt })
    .onConflictDoUpdate({
      target: [findingDecisions.caseId, findingDecisions.startOffset, findingDecisions.endOffset],
      set: { decision: decision.decision, type, decidedAt },
    })
    .run();
}

export function forgetDecision(db: Db, caseId: CaseId, start: number, end: number): void {
  db.delete(findingDecisions)
    .where(
      and(
        eq(findingDecisions.caseId, caseId),
        eq(findingDecisions.startOffset, start),
        eq(findingDecisions.endOffset, end),
      ),
    )
    .run();
}

export interface Draft {
  readonly title: string;
  readonly body: string;
}

export function findDraft(db: Db, caseId: CaseId): Draft | null {
  return (
    db.select({ title: drafts.title, body: drafts.body }).from(drafts).where(eq(drafts.caseId, caseId)).get() ?? null
  );
}

export function saveDraft(db: Db, caseId: CaseId, draft: Draft, savedAt: number): void {
  db.insert(drafts)
    .values({ caseId, ...draft, savedAt })
    .onConflictDoUpdate({ target: drafts.caseId, set: { ...draft, savedAt } })
    .run();
}

export function forgetDraft(db: Db, caseId: CaseId): void {
  db.delete(drafts).where(eq(drafts.caseId, caseId)).run();
}

/** The ticket form of a case; null for the default of its team and source. */
export function chooseTicketKind(db: Db, caseId: CaseId, ticketKind: TicketKind | null): void {
  db.update(cases).set({ ticketKind }).where(eq(cases.id, caseId)).run();
}
