// Tickets that the service moved to another owner, until someone decides whether the desk follows.
import { z } from 'zod';
import type { TicketId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';
import { dropSetting, readSetting, writeSetting } from '../settings.ts';

const move = z.object({
  repository: z.string(),
  /** Null if its whole repository moved. */
  ticket: z.object({ number: z.int(), url: z.string() }).nullable(),
});
export type Move = z.infer<typeof move>;
const keyOf = (ticketId: TicketId) => `moved ${ticketId}`;

/** The current location of a ticket; null if it was not moved. */
export function findMove(db: Db, ticketId: TicketId): Move | null {
  return readSetting(db, keyOf(ticketId), move.nullable(), null);
}

export function keepMove(db: Db, ticketId: TicketId, to: Move): void {
  writeSetting(db, keyOf(ticketId), to);
}

export function forgetMove(db: Db, ticketId: TicketId): void {
  dropSetting(db, keyOf(ticketId));
}
