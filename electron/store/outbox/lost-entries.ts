// New issues that may already be at the service: not seen by whoever sent them, sent by another copy of this store, or
// sent twice.
import { and, eq, gt, inArray, isNotNull, or, sql } from 'drizzle-orm';
import { outbox } from '../../../drizzle/schema.ts';
import { OPEN_STATES } from '../../core/domain/outbox.ts';
import type { Db } from '../db.ts';
import { repositoryOf } from './rehome-entries.ts';

/** GitHub's lists were seen to lag by minutes; after an hour a duplicate would have shown. */
const SWEEP_MS = 3_600_000;
/** What was lost and does not show within a day is left to the lead: searching for it costs requests every minute. */
const LOST_MS = 24 * SWEEP_MS;

export interface OpenCreates {
  readonly repository: string;
  /** When the first of them was queued, UTC ms. */
  readonly since: number;
  /** When the first of those left that may have arrived late or twice, UTC ms; null when there is none. */
  readonly sweepFrom: number | null;
}

/**
 * Repositories in which new issues are pending, were lost within a day, or were sent more than once within the last
 * hour. One that never left from here counts too: another copy of this store may have sent it.
 */
export function openCreates(db: Db, now: number): OpenCreates[] {
  const leftAt = sql`coalesce(${outbox.leftAt}, ${outbox.createdAt})`;
  const isOpen = inArray(outbox.state, [...OPEN_STATES]);
  const isLost = sql`${isOpen} AND (${outbox.attempts} > 0 OR ${outbox.leftAt} IS NOT NULL) AND ${leftAt} > ${now - LOST_MS}`;
  const isResent = and(eq(outbox.state, 'sent'), gt(outbox.attempts, 1), gt(outbox.sentAt, now - SWEEP_MS));
  return db
    .select({
      repository: sql<string>`${repositoryOf}`,
      since: sql<number>`min(${outbox.createdAt})`,
      sweepFrom: sql<number | null>`min(CASE WHEN (${isLost}) OR (${isResent}) THEN ${leftAt} END)`,
    })
    .from(outbox)
    .where(and(eq(outbox.kind, 'create-issue'), or(isOpen, isResent), isNotNull(repositoryOf)))
    .groupBy(repositoryOf)
    .all();
}
