// The desk's place in its team, as stored in the encrypted store.
import { z } from 'zod';
import type { Db } from '../../store/db.ts';
import { dropSetting, readSetting, writeSetting } from '../../store/settings.ts';
import { dropAllMarks, forgetTeam, markEverything } from '../../store/team.ts';
import { type Membership, membership } from '../../team/membership.ts';

/** The triggers that mark what the team has to be told look for this exact key. */
const KEY = 'team';
const CURSOR = 'team-cursor';
const CLOCK = 'team-clock';

const orNone = membership.nullable();

/** Null if the desk is not in a team. */
export function readMembership(db: Db): Membership | null {
  return readSetting(db, KEY, orNone, null);
}

export function keepMembership(db: Db, member: Membership): void {
  writeSetting(db, KEY, membership.encode(member));
}

/** Publishes everything the desk has to the team from now on. */
export function enterTeam(db: Db, member: Membership): void {
  keepMembership(db, member);
  markEverything(db);
}

/** The desk is complete without its team: everything it shows stays. */
export function leaveTeam(db: Db): void {
  for (const key of [KEY, CURSOR, CLOCK]) dropSetting(db, key);
  dropAllMarks(db);
  forgetTeam(db);
}

const cursor = z.object({ position: z.number(), event: z.string().nullable() });
export type Cursor = z.output<typeof cursor>;

/** How far the log was read, and which event was there. */
export function readCursor(db: Db): Cursor {
  return readSetting(db, CURSOR, cursor, { position: 0, event: null });
}

export function writeCursor(db: Db, at: Cursor): void {
  writeSetting(db, CURSOR, at);
}

/** How far the database's clock is ahead of this machine's, ms. */
export function readClockOffset(db: Db): number {
  return readSetting(db, CLOCK, z.number(), 0);
}

export function writeClockOffset(db: Db, ms: number): void {
  writeSetting(db, CLOCK, Math.round(ms));
}
