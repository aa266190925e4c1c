// What was said on tickets. Raw text from outside: it stays here and on the lead's screen.
import { and, desc, eq, isNull } from 'drizzle-orm';
import { cases, comments } from '../../drizzle/schema.ts';
import type { CaseId, TicketId } from '../contract/ids.ts';
import type { Db } from './db.ts';

export interface StoredComment {
  readonly id: string;
  readonly ticketId: TicketId;
  readonly author: string;
  readonly body: string;
  readonly saidAt: number;
  readonly seenAt: number | null;
}

/** Adds a comment; false when it is there already. */
export function addComment(db: Db, comment: Omit<StoredComment, 'seenAt'>): boolean {
  return db.insert(comments).values(comment).onConflictDoNothing().run().changes === 1;
}

export function commentsOf(db: Db, ticketId: TicketId): StoredComment[] {
  return db
    .select()
    .from(comments)
    .where(eq(comments.ticketId, ticketId))
    .orderBy(comments.saidAt)
    .all() as StoredComment[];
}

/** The newest comments nobody has read yet, each with one case of its ticket. */
export function unseenComments(
  db: Db,
  limit: number,
): (StoredComment & { readonly caseId: CaseId; readonly reference: string })[] {
  return db
    .select({
      id: comments.id,
      ticketId: comments.ticketId,
      author: comments.author,
      body: comments.body,
      saidAt: comments.saidAt,
      seenAt: comments.seenAt,
      caseId: cases.id,
      reference: cases.reference,
    })
    .from(comments)
    .innerJoin(cases, eq(cases.ticketId, comments.ticketId))
    .where(isNull(comments.seenAt))
    .groupBy(comments.id)
    .orderBy(desc(comments.saidAt))
    .limit(limit)
    .all() as (StoredComment & { caseId: CaseId; reference: string })[];
}

export function markSeen(db: Db, ticketId: TicketId, seenAt: number): number {
  return db
    .update(comments)
    .set({ seenAt })
    .where(and(eq(comments.ticketId, ticketId), isNull(comments.seenAt)))
    .run().changes;
}
