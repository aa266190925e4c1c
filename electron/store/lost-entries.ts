// Entries of which nobody is sure: they may have arrived unseen, or twice.
import { and, eq, gt, inArray, or, sql } from 'drizzle-orm';
import { outbox } from '../../drizzle/schema.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Db } from './db.ts';

/** Lists of GitHub were seen to lag by minutes; after an hour a twin would have shown. */
const SWEEP_MS = 3_600_000;
/** What was lost and does not show within a day is left to the lead: sweeping for it costs requests every minute. */
const LOST_MS = 24 * SWEEP_MS;

/** New issues that were lost within a day, or were sent more than once within the last hour; when they left. UTC ms. */
export function lostCreates(db: Db, now: number): { readonly ticketId: TicketId; readonly leftAt: number }[] {
  return db
    .select({ ticketId: outbox.ticketId, leftAt: sql<number>`coalesce(${outbox.leftAt}, ${outbox.createdAt})` })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'create-issue'),
        or(
          and(inArray(outbox.state, ['unknown', 'undecided']), gt(outbox.leftAt, now - LOST_MS)),
          and(eq(outbox.state, 'sent'), gt(outbox.attempts, 1), gt(outbox.sentAt, now - SWEEP_MS)),
        ),
      ),
    )
    .all() as { ticketId: TicketId; leftAt: number }[];
}
