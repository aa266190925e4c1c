// Tickets that are not closed, with their cases, what their teams promised, and who commented last.
import { and, desc, eq, isNotNull, isNull, sql } from 'drizzle-orm';
import { activity, cases, comments, tickets } from '../../../drizzle/schema.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { type Db, sqlValues } from '../db.ts';

/** The newest tickets that are open or about to be. */
export function openTickets(db: Db, most: number) {
  return db
    .select({
      id: tickets.id,
      team: tickets.team,
      title: tickets.title,
      repository: tickets.repository,
      number: tickets.number,
      url: tickets.url,
      pipeline: tickets.pipeline,
      openedAt: sql<number>`coalesce(${tickets.openedAt}, ${tickets.createdAt})`,
    })
    .from(tickets)
    .where(and(eq(tickets.state, 'open'), isNull(tickets.withdrawnAt)))
    .orderBy(desc(tickets.createdAt))
    .limit(most)
    .all();
}

export interface TicketCase {
  readonly id: CaseId;
  readonly reference: string;
}

/** Cases of all open tickets that are still with the team, by ticket. */
export function casesByOpenTicket(db: Db): ReadonlyMap<TicketId, TicketCase[]> {
  const rows = db
    .select({ ticketId: cases.ticketId, id: cases.id, reference: cases.reference })
    .from(cases)
    .innerJoin(tickets, eq(tickets.id, cases.ticketId))
    .where(and(eq(tickets.state, 'open'), isNull(tickets.withdrawnAt), eq(cases.status, 'ticketed')))
    .orderBy(cases.seq)
    .all();
  const found = new Map<TicketId, TicketCase[]>();
  for (const { ticketId, ...one } of rows) {
    if (ticketId === null) continue;
    const list = found.get(ticketId);
    if (list === undefined) found.set(ticketId, [one]);
    else list.push(one);
  }
  return found;
}

/** The last promise, UTC ms, by ticket. */
export function etasByTicket(db: Db): ReadonlyMap<TicketId, number> {
  const rows = db
    .select({
      ticketId: cases.ticketId,
      // SQLite takes the other columns from the row with the maximum.
      at: sql<number>`max(${activity.at})`,
      etaAt: sql<number | null>`json_extract(${activity.fact}, '$.etaAt')`,
    })
    .from(activity)
    .innerJoin(cases, eq(cases.id, activity.caseId))
    .where(and(eq(activity.verb, 'set-eta'), isNull(activity.undoneAt), isNotNull(cases.ticketId)))
    .groupBy(cases.ticketId)
    .all();
  return new Map(
    rows.flatMap(({ ticketId, etaAt }) => (ticketId === null || etaAt === null ? [] : [[ticketId, etaAt] as const])),
  );
}

/** Tickets on which the team's question was not answered since. */
export function askingTickets(db: Db): ReadonlySet<TicketId> {
  const asked = sqlValues<TicketId>(
    db,
    'askingTickets',
    `SELECT cases.ticket_id FROM activity JOIN cases ON cases.id = activity.case_id
     WHERE activity.verb IN ('question-asked', 'answer', 'ticket-closed') AND activity.undone_at IS NULL
       AND cases.ticket_id IS NOT NULL
     GROUP BY cases.ticket_id
     HAVING max(CASE activity.verb WHEN 'question-asked' THEN activity.at END)
       > coalesce(max(CASE activity.verb WHEN 'question-asked' THEN NULL ELSE activity.at END), 0)`,
  );
  return new Set(asked.all());
}

/** The newest comment of each ticket. */
export function lastWords(db: Db) {
  const rows = db
    .select({
      ticketId: comments.ticketId,
      author: comments.author,
      saidAt: sql<number>`max(${comments.saidAt})`,
      words: sql<string>`substr(${comments.body}, 1, 200)`,
      isUnread: sql<boolean>`count(*) > count(${comments.seenAt})`.mapWith(Boolean),
    })
    .from(comments)
    .groupBy(comments.ticketId)
    .all();
  return new Map(rows.map(({ ticketId, ...word }) => [ticketId, word]));
}

/** Problems with an open ticket, and those that such a problem was merged into. Asked for every few rows of an import. */
export function ticketedProblems(db: Db): string[] {
  return sqlValues<string>(
    db,
    'ticketedProblems',
    `WITH RECURSIVE ticketed(id) AS (
       SELECT problems.id FROM problems JOIN tickets ON tickets.id = problems.ticket_id
       WHERE tickets.state = 'open' AND tickets.withdrawn_at IS NULL
       UNION SELECT merged_into FROM problems JOIN ticketed USING (id) WHERE merged_into IS NOT NULL)
     SELECT id FROM ticketed`,
  ).all();
}
