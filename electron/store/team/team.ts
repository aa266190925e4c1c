// What a desk stores about its team: published and received events, what they said on each topic, and the team's name
// for each case.
import { and, asc, count, eq, isNotNull, isNull, lt, sql } from 'drizzle-orm';
import {
  activity,
  outbox,
  teamCases,
  teamChanges,
  teamClaims,
  teamEvents,
  teamMarks,
} from '../../../drizzle/schema.ts';
import type { CaseId, EntryId, TicketId } from '../../core/domain/ids.ts';
import { type Db, isOneOf, prepared, sqlRows, sqlValues } from '../db.ts';

type Stamp = typeof teamChanges.$inferSelect.stamp;

export type MarkKind = 'purge' | 'setting' | 'ticket' | 'problem' | 'case' | 'act' | 'entry';

/** Unpublished changes of one kind, at most this many; in the order the rows were created. */
export function nextMarks(db: Db, kind: MarkKind, most: number): string[] {
  const text = 'SELECT id FROM team_marks WHERE kind = ? ORDER BY id LIMIT ?';
  return sqlValues<string>(db, 'nextMarks', text).all(kind, most);
}

export function hasMarks(db: Db): boolean {
  return prepared(db, 'hasMarks', () => db.$client.prepare('SELECT 1 FROM team_marks LIMIT 1')).get() !== undefined;
}

export function dropMarks(db: Db, kind: MarkKind, ids: readonly string[]): void {
  prepared(db, 'dropMarks', () =>
    db.$client.prepare('DELETE FROM team_marks WHERE kind = ? AND id IN (SELECT value FROM json_each(?))'),
  ).run(kind, JSON.stringify(ids));
}

export function dropAllMarks(db: Db): void {
  db.delete(teamMarks).run();
}

/** A desk that joins a team publishes everything it has. */
export function markEverything(db: Db): void {
  db.$client.exec(`
    INSERT OR IGNORE INTO team_marks(kind, id) SELECT 'problem', id FROM problems;
    INSERT OR IGNORE INTO team_marks(kind, id) SELECT 'ticket', id FROM tickets;
    INSERT OR IGNORE INTO team_marks(kind, id) SELECT 'case', id FROM cases WHERE withdrawn_at IS NULL;
    INSERT OR IGNORE INTO team_marks(kind, id) SELECT 'act', id FROM activity
      WHERE case_id IN (SELECT id FROM cases WHERE withdrawn_at IS NULL);
    INSERT OR IGNORE INTO team_claims(entry_id, state)
      SELECT id, 'wanted' FROM outbox WHERE kind = 'create-issue' AND state <> 'withdrawn';
  `);
}

/** In a team a purge is told to the others. */
export function markPurged(db: Db, ids: readonly string[]): void {
  db.$client
    .prepare(
      `INSERT OR IGNORE INTO team_marks(kind, id) SELECT 'purge', value FROM json_each(?)
       WHERE EXISTS (SELECT 1 FROM settings WHERE key = 'team')`,
    )
    .run(JSON.stringify(ids));
}

/** Whoever makes a team gives it the settings of this desk; whoever joins takes those of the team. */
export function markSettings(db: Db, keys: readonly string[]): void {
  db.insert(teamMarks)
    .values(keys.map((id) => ({ kind: 'setting', id })))
    .onConflictDoNothing()
    .run();
}

/** The desk is out of its team: what it shows stays as it is. */
export function forgetTeam(db: Db): void {
  for (const table of [teamMarks, teamEvents, teamChanges, teamCases, teamClaims]) db.delete(table).run();
}

export function hasEvent(db: Db, id: string): boolean {
  return (
    prepared(db, 'hasEvent', () => db.$client.prepare('SELECT 1 FROM team_events WHERE id = ?')).get(id) !== undefined
  );
}

/** Stores an event; with its text if it is this desk's own and still has to be sent. */
export function addEvent(db: Db, one: typeof teamEvents.$inferSelect): void {
  prepared(db, 'addEvent', () =>
    db.$client.prepare('INSERT OR IGNORE INTO team_events(id, payload, sent_at) VALUES (@id, @payload, @sentAt)'),
  ).run(one);
}

const WAITS = isNull(teamEvents.sentAt);

/** Events that the log does not have yet, oldest first. */
export function waitingEvents(db: Db, most: number): { id: string; payload: string }[] {
  return db
    .select({ id: teamEvents.id, payload: sql<string>`${teamEvents.payload}` })
    .from(teamEvents)
    .where(WAITS)
    .orderBy(asc(teamEvents.id))
    .limit(most)
    .all();
}

export function countWaitingEvents(db: Db): number {
  return db.select({ n: count() }).from(teamEvents).where(WAITS).get()?.n ?? 0;
}

/** The log has them. The text of what it has had since before an instant is no longer needed. */
export function eventsArrived(db: Db, ids: readonly string[], sentAt: number, forgetBefore: number): void {
  db.update(teamEvents).set({ sentAt }).where(isOneOf(teamEvents.id, ids)).run();
  db.update(teamEvents)
    .set({ payload: null })
    .where(and(isNotNull(teamEvents.payload), lt(teamEvents.sentAt, forgetBefore)))
    .run();
}

/** The log was restored from a backup and may have lost its latest events and claims. It ignores those it still has. */
export function sendAgain(db: Db): void {
  db.update(teamEvents).set({ sentAt: null }).where(isNotNull(teamEvents.payload)).run();
  db.update(teamClaims).set({ state: 'wanted' }).run();
}

export interface KeptChange {
  readonly topic: string;
  readonly stamp: Stamp;
  readonly kind: string;
  readonly change: string;
}

export function addChange(db: Db, one: KeptChange): void {
  prepared(db, 'addChange', () =>
    db.$client.prepare('INSERT OR IGNORE INTO team_changes(topic, stamp, kind, change) VALUES (?, ?, ?, ?)'),
  ).run(one.topic, one.stamp, one.kind, one.change);
}

/** What was said on a topic, in any order. */
export function changesOf(db: Db, topic: string): KeptChange[] {
  const text = 'SELECT topic, stamp, kind, change FROM team_changes WHERE topic = ?';
  return sqlRows<KeptChange>(db, 'changesOf', text).all(topic);
}

/** Whether a team member said this on a ticket, by its id at the service. */
export function isSaid(db: Db, remoteId: string): boolean {
  return changesOf(db, `said ${remoteId}`).length > 0;
}

export function lastStamp(db: Db): Stamp | null {
  return sqlValues<Stamp | null>(db, 'lastStamp', 'SELECT max(stamp) FROM team_changes').get() ?? null;
}

export function caseOfSubject(db: Db, subject: string): CaseId | null {
  const text = 'SELECT case_id FROM team_cases WHERE subject = ?';
  return sqlValues<CaseId>(db, 'caseOfSubject', text).get(subject) ?? null;
}

export function subjectOfCase(db: Db, id: string): string | null {
  const text = 'SELECT subject FROM team_cases WHERE case_id = ?';
  return sqlValues<string>(db, 'subjectOfCase', text).get(id) ?? null;
}

export function nameCase(db: Db, subject: string, caseId: CaseId): void {
  prepared(db, 'nameCase', () =>
    db.$client.prepare('INSERT OR IGNORE INTO team_cases(subject, case_id) VALUES (?, ?)'),
  ).run(subject, caseId);
}

export function wantedClaims(db: Db): EntryId[] {
  return db
    .select({ id: teamClaims.entryId })
    .from(teamClaims)
    .where(eq(teamClaims.state, 'wanted'))
    .all()
    .map(({ id }) => id);
}

/** The ticket of an entry whose claim is requested. */
export function ticketOfEntry(db: Db, id: EntryId): TicketId | null {
  const row = db.select({ ticketId: outbox.ticketId }).from(outbox).where(eq(outbox.id, id)).get();
  return row?.ticketId ?? null;
}

/** Granted for an entry that was canceled since. */
export function claimsToRelease(db: Db): EntryId[] {
  return db
    .select({ id: teamClaims.entryId })
    .from(teamClaims)
    .innerJoin(outbox, eq(outbox.id, teamClaims.entryId))
    .where(eq(outbox.state, 'withdrawn'))
    .all()
    .map(({ id }) => id);
}

export function grantClaim(db: Db, id: EntryId): void {
  db.update(teamClaims).set({ state: 'granted' }).where(eq(teamClaims.entryId, id)).run();
}

export function dropClaim(db: Db, id: EntryId): void {
  db.delete(teamClaims).where(eq(teamClaims.entryId, id)).run();
}

/** Whatever it shows, the team has to be asked again about a case. */
export function markCase(db: Db, id: string): void {
  db.insert(teamMarks).values({ kind: 'case', id }).onConflictDoNothing().run();
}

/** Cases for which a ticket was queued here, even if the team has given them another one since. */
export function casesThatQueued(db: Db, ticketId: TicketId): CaseId[] {
  return db
    .select({ id: activity.caseId })
    .from(activity)
    .where(and(eq(activity.verb, 'queue-ticket'), eq(sql`json_extract(${activity.undo}, '$.ticketId')`, ticketId)))
    .all()
    .flatMap(({ id }) => id ?? []);
}
