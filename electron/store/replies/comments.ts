// Ticket comments. Raw text from outside: it stays here and on the lead's screen.
import { and, eq, inArray, isNull, ne, or, sql } from 'drizzle-orm';
import { activity, cases, comments, tickets } from '../../../drizzle/schema.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { markUndone } from '../activity/activity.ts';
import { type Db, isOneOf } from '../db.ts';

export interface StoredComment {
  readonly id: string;
  readonly ticketId: TicketId;
  readonly author: string;
  readonly body: string;
  readonly saidAt: number;
  readonly seenAt: number | null;
}

/** Adds a comment; false if it already exists. */
export function addComment(db: Db, comment: Omit<StoredComment, 'seenAt'>): boolean {
  return db.insert(comments).values(comment).onConflictDoNothing().run().changes === 1;
}

/** Replaces the text of an edited comment, to be read again; false if it is unchanged. */
export function editComment(db: Db, id: string, body: string): boolean {
  return (
    db
      .update(comments)
      .set({ body, seenAt: null })
      .where(and(eq(comments.id, id), ne(comments.body, body)))
      .run().changes > 0
  );
}

/** Clock events from a comment no longer count. Older desks did not store which comment an act came from. */
export function takeBackHeard(db: Db, id: string, undoneAt: number): void {
  const said = db.select().from(comments).where(eq(comments.id, id)).get();
  if (said === undefined) return;
  const ofTicket = db.select({ id: cases.id }).from(cases).where(eq(cases.ticketId, said.ticketId));
  const heard = db
    .select({ id: activity.id })
    .from(activity)
    .where(
      and(
        inArray(activity.caseId, ofTicket),
        eq(activity.actor, said.author),
        isNull(activity.undoneAt),
        or(
          eq(sql`json_extract(${activity.fact}, '$.commentId')`, id),
          and(isNull(activity.fact), eq(activity.at, said.saidAt)),
        ),
      ),
    )
    .all();
  for (const one of heard) markUndone(db, one.id, undoneAt);
}

export function dropComment(db: Db, id: string): void {
  db.delete(comments).where(eq(comments.id, id)).run();
}

export function commentsOf(db: Db, ticketId: TicketId): StoredComment[] {
  return db.select().from(comments).where(eq(comments.ticketId, ticketId)).orderBy(comments.saidAt).all();
}

/** The newest unread comment of each ticket, with the number of unread ones and one case of the ticket. */
export function unseenByTicket(
  db: Db,
  limit: number,
): (StoredComment & {
  readonly caseId: CaseId;
  readonly reference: string;
  readonly title: string;
  readonly n: number;
})[] {
  return db
    .select({
      id: comments.id,
      ticketId: comments.ticketId,
      author: comments.author,
      body: comments.body,
      // SQLite takes the other columns from the row with the maximum.
      saidAt: sql<number>`max(${comments.saidAt})`,
      seenAt: comments.seenAt,
      caseId: cases.id,
      reference: cases.reference,
      title: tickets.title,
      n: sql<number>`count(DISTINCT ${comments.id})`,
    })
    .from(comments)
    .innerJoin(tickets, eq(tickets.id, comments.ticketId))
    .innerJoin(cases, eq(cases.ticketId, comments.ticketId))
    .where(isNull(comments.seenAt))
    .groupBy(comments.ticketId)
    .orderBy(sql`max(${comments.saidAt}) DESC`)
    .limit(limit)
    .all();
}

/** @returns the ids of those that nobody had read */
export function markSeen(db: Db, ticketId: TicketId, seenAt: number): string[] {
  return db
    .update(comments)
    .set({ seenAt })
    .where(and(eq(comments.ticketId, ticketId), isNull(comments.seenAt)))
    .returning({ id: comments.id })
    .all()
    .map(({ id }) => id);
}

export function markUnseen(db: Db, ids: readonly string[]): void {
  db.update(comments).set({ seenAt: null }).where(isOneOf(comments.id, ids)).run();
}
