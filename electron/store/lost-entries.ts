// Entries of which nobody is sure: they may have arrived unseen, or twice.
import { and, eq, gt, inArray, or } from 'drizzle-orm';
import { outbox } from '../../drizzle/schema.ts';
import type { TicketId } from '../contract/ids.ts';
import type { Db } from './db.ts';

/** Lists of GitHub were seen to lag by minutes; after an hour a twin would have shown. */
const SWEEP_MS = 3_600_000;

/** New issues that were lost, or were sent more than once within the last hour. `now` is UTC ms. */
export function lostCreates(db: Db, now: number): { readonly ticketId: TicketId; readonly createdAt: number }[] {
  return db
    .select({ ticketId: outbox.ticketId, createdAt: outbox.createdAt })
    .from(outbox)
    .where(
      and(
        eq(outbox.kind, 'create-issue'),
        or(
          inArray(outbox.state, ['unknown', 'undecided']),
          and(eq(outbox.state, 'sent'), gt(outbox.attempts, 1), gt(outbox.sentAt, now - SWEEP_MS)),
        ),
      ),
    )
    .all() as { ticketId: TicketId; createdAt: number }[];
}
