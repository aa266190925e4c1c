// The targets of entries, and what happens to them when a target is renamed.
import { and, eq, inArray, sql } from 'drizzle-orm';
import { outbox } from '../../../drizzle/schema.ts';
import type { TicketId } from '../../core/domain/ids.ts';
import { OPEN_STATES } from '../../core/domain/outbox.ts';
import type { Db } from '../db.ts';

/** The target of an entry; null for none, or if its payload is damaged. */
export const repositoryOf = sql<
  string | null
>`CASE WHEN json_valid(${outbox.payload}) THEN json_extract(${outbox.payload}, '$.repository') END`;

/** Repoints what is still open to its repository's current location: of one ticket, or of all. */
export function rehomeEntries(
  db: Db,
  { from, to, ticketId }: { readonly from: string; readonly to: string; readonly ticketId: TicketId | null },
): void {
  db.update(outbox)
    .set({ payload: sql`json_set(${outbox.payload}, '$.repository', ${to})` })
    .where(
      and(
        inArray(outbox.state, [...OPEN_STATES]),
        sql`${repositoryOf} = ${from}`,
        ticketId === null ? undefined : eq(outbox.ticketId, ticketId),
      ),
    )
    .run();
}

/** What was sent is elsewhere now: a whole repository under its new name, or one ticket also under a new number. */
export function rehomeRemoteIds(
  db: Db,
  {
    from,
    to,
    moved,
  }: {
    readonly from: string;
    readonly to: string;
    readonly moved: { readonly ticketId: TicketId; readonly number: number } | null;
  },
): void {
  const old = sql`substr(${outbox.remoteId}, 1, ${from.length + 1}) = ${`${from}#`}`;
  db.update(outbox)
    .set({ remoteId: sql`${`${to}#`} || substr(${outbox.remoteId}, ${from.length + 2})` })
    .where(and(old, moved === null ? undefined : eq(outbox.ticketId, moved.ticketId)))
    .run();
  if (moved === null) return;
  db.update(outbox)
    .set({ remoteId: `${to}#${moved.number}` })
    .where(and(eq(outbox.ticketId, moved.ticketId), eq(outbox.kind, 'create-issue'), eq(outbox.state, 'sent')))
    .run();
}
