// Comments by ticket: the newest of each, and who commented.
import { desc, eq, isNull, sql } from 'drizzle-orm';
import { comments, tickets } from '../../../drizzle/schema.ts';
import type { Db } from '../db.ts';

/** How much of the newest comment is shown in a list. */
const BEGINNING = 280;

/** Tickets with comments: those with unread ones first, then by the newest. */
export function listThreads(db: Db, most: number) {
  const unread = sql<number>`count(*) FILTER (WHERE ${comments.seenAt} IS NULL)`;
  return db
    .select({
      ticketId: tickets.id,
      team: tickets.team,
      title: tickets.title,
      repository: tickets.repository,
      number: tickets.number,
      url: tickets.url,
      state: tickets.state,
      unread,
      author: comments.author,
      // SQLite takes the other columns from the row with the maximum.
      saidAt: sql<number>`max(${comments.saidAt})`,
      words: sql<string>`substr(${comments.body}, 1, ${sql.raw(String(BEGINNING))})`,
    })
    .from(comments)
    .innerJoin(tickets, eq(tickets.id, comments.ticketId))
    .groupBy(comments.ticketId)
    .orderBy(desc(sql`${unread} > 0`), desc(sql`max(${comments.saidAt})`))
    .limit(most)
    .all();
}

export function countUnseenTickets(db: Db): number {
  return (
    db
      .select({ n: sql<number>`count(DISTINCT ${comments.ticketId})` })
      .from(comments)
      .where(isNull(comments.seenAt))
      .get()?.n ?? 0
  );
}
