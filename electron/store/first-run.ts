// Whether a ticket was ever queued, and whether one is open.
import { isNotNull, isNull } from 'drizzle-orm';
import { tickets } from '../../drizzle/schema.ts';
import type { Db } from './db.ts';

export function countTickets(db: Db): { queued: boolean; opened: boolean } {
  const one = (rows: readonly unknown[]) => rows.length > 0;
  return {
    queued: one(db.select({ id: tickets.id }).from(tickets).where(isNull(tickets.withdrawnAt)).limit(1).all()),
    opened: one(db.select({ id: tickets.id }).from(tickets).where(isNotNull(tickets.number)).limit(1).all()),
  };
}
