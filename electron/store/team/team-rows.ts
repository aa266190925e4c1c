// The rows that a team shares, for publishing and for updating them. A desk that fills up reads and writes hundreds of
// thousands of them, so this avoids the overhead of the query builder.
import { eq, sql } from 'drizzle-orm';
import { activity, cases, findingDecisions, problems, tickets } from '../../../drizzle/schema.ts';
import type { CaseStatus, Source } from '../../core/domain/case.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import type { ReviewDecision } from '../../core/domain/pii.ts';
import { addLink, linkLine } from '../activity/audit.ts';
import { type Db, prepared, sqlValues } from '../db.ts';

/** Everything in a case's row that is shared with the team. */
export function caseRow(db: Db, id: string): typeof cases.$inferSelect | null {
  const found = prepared(db, 'teamCaseRow', () =>
    db
      .select()
      .from(cases)
      .where(eq(cases.id, sql.placeholder('id')))
      .prepare(),
  ).get({ id });
  return found ?? null;
}

export function problemRow(db: Db, id: string): typeof problems.$inferSelect | null {
  return db.select().from(problems).where(eq(problems.id, id)).get() ?? null;
}

/** A reviewer's decisions on spans of a case. */
export function findingRows(
  db: Db,
  caseId: CaseId,
): { start: number; end: number; said: Pick<ReviewDecision, 'decision' | 'type'> & { decidedAt: number } }[] {
  return prepared(db, 'teamFindings', () =>
    db
      .select()
      .from(findingDecisions)
      .where(eq(findingDecisions.caseId, sql.placeholder('caseId')))
      .prepare(),
  )
    .all({ caseId })
    .map(({ startOffset: start, endOffset: end, decision, type, decidedAt }) => ({
      start,
      end,
      said: { decision, type, decidedAt },
    }));
}

/** Writes what the team has settled into a case's row. */
export function settleCase(db: Db, id: CaseId, change: Partial<typeof cases.$inferInsert>): void {
  db.update(cases).set(change).where(eq(cases.id, id)).run();
}

export interface SettledCase {
  readonly status: CaseStatus;
  readonly team: string | null;
  readonly ticketId: TicketId | null;
  readonly sameAs: CaseId | null;
  readonly maybeSame: CaseId | null;
  /** Separated by blanks. */
  readonly tags: string;
  readonly problem: string | null;
}

/** The same for everything that is decided about a case; an up-to-date row is left alone. */
export function settleDecided(db: Db, id: CaseId, one: SettledCase): void {
  prepared(db, 'settleDecided', () =>
    db.$client.prepare(
      `UPDATE cases SET status = @status, team = @team, ticket_id = @ticketId, same_as = @sameAs,
         maybe_same = @maybeSame, tags = @tags, problem = @problem
       WHERE id = @id AND (status, team, ticket_id, same_as, maybe_same, tags, problem)
         IS NOT (@status, @team, @ticketId, @sameAs, @maybeSame, @tags, @problem)`,
    ),
  ).run({ id, ...one });
}

/** The case with a reference of a source; null for none. */
export function caseWithNumber(db: Db, source: Source, reference: string): CaseId | null {
  const text = 'SELECT id FROM cases WHERE source = ? AND reference = ?';
  return sqlValues<CaseId>(db, 'caseWithNumber', text).get(source, reference) ?? null;
}

type ActivityRow = typeof activity.$inferSelect;

/**
 * Adds what a member did, or what became of it since. Not an upsert: the triggers that mark a case stale ignore
 * existing rows, and an upsert would bypass that.
 */
export function settleAct(db: Db, row: Omit<ActivityRow, 'who'>): void {
  const { id, undoneAt } = row;
  const known = prepared(db, 'actUndone', () =>
    db.$client.prepare<[string], Pick<ActivityRow, 'undoneAt'>>(
      'SELECT undone_at AS undoneAt FROM activity WHERE id = ?',
    ),
  ).get(id);
  if (known === undefined) {
    const kept = { ...row, who: null };
    prepared(db, 'addTeamAct', () =>
      db.$client.prepare(
        `INSERT INTO activity (id, at, actor, who, case_id, verb, summary, fact, undo, act_id, undone_at)
         VALUES (@id, @at, @actor, @who, @caseId, @verb, @summary, @fact, @undo, @actId, @undoneAt)`,
      ),
    ).run(kept);
    linkLine(db, kept);
  } else if (undoneAt !== known.undoneAt) db.update(activity).set({ undoneAt }).where(eq(activity.id, id)).run();
  if (undoneAt === (known?.undoneAt ?? null)) return;
  addLink(db, undoneAt === null ? { kind: 'stand', activityId: id } : { kind: 'undo', activityId: id, at: undoneAt });
}

export function settleTicket(db: Db, { id, ...row }: typeof tickets.$inferInsert): void {
  if (db.update(tickets).set(row).where(eq(tickets.id, id)).run().changes === 0)
    db.insert(tickets)
      .values({ id, ...row })
      .run();
}

export function settleProblem(db: Db, { id, ...row }: typeof problems.$inferInsert): void {
  if (db.update(problems).set(row).where(eq(problems.id, id)).run().changes === 0)
    db.insert(problems)
      .values({ id, ...row })
      .run();
}
