// The desk's place in its team, as stored in the encrypted store.
import { z } from 'zod';
import { READS, TEAM_SETTINGS } from '../../core/team/changes.ts';
import type { Db } from '../../store/db.ts';
import { dropSetting, readSetting, writeSetting } from '../../store/settings.ts';
import { dropAllMarks, forgetTeam, markEverything, markSettings } from '../../store/team/team.ts';
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

/** Everything the desk has is told to the team from now on; its settings too where it is the one that made the team. */
export function enterTeam(db: Db, member: Membership, isMaker: boolean): void {
  keepMembership(db, member);
  markEverything(db);
  if (isMaker) markSettings(db, TEAM_SETTINGS);
}

/** The desk is complete without its team: everything it shows stays. */
export function leaveTeam(db: Db): void {
  for (const key of [KEY, CURSOR, CLOCK]) dropSetting(db, key);
  dropAllMarks(db);
  forgetTeam(db);
}

const cursor = z.object({
  position: z.number(),
  event: z.string().nullable(),
  /** Which kinds of changes the desk could read then. */
  reads: z.number().default(1),
});
export type Cursor = Pick<z.output<typeof cursor>, 'position' | 'event'>;

/** How far the log was read, and which event stood there. A desk that has learned to read more reads it from its beginning. */
export function readCursor(db: Db): Cursor {
  const start = { position: 0, event: null, reads: READS };
  const { reads, ...at } = readSetting(db, CURSOR, cursor, start);
  return reads === READS ? at : { position: 0, event: null };
}

export function writeCursor(db: Db, at: Cursor): void {
  writeSetting(db, CURSOR, { ...at, reads: READS });
}

/** How far the database's clock is ahead of this machine's, ms. */
export function readClockOffset(db: Db): number {
  return readSetting(db, CLOCK, z.number(), 0);
}

export function writeClockOffset(db: Db, ms: number): void {
  writeSetting(db, CLOCK, Math.round(ms));
}
