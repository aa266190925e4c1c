// Cases: rows for the queue, one in full, new ones, and what triage changes.
import { and, count, desc, eq, inArray, type SQL, sql } from 'drizzle-orm';
import { v7 as uuid } from 'uuid';
import { cases } from '../../drizzle/schema.ts';
import type { CaseId, TicketId } from '../contract/ids.ts';
import { CASE_STATUSES, type CaseStatus, type Source } from '../core/words/case.ts';
import { type RawText, rawText } from '../core/words/pii.ts';
import type { Db } from './db.ts';

export interface StoredCase {
  readonly id: CaseId;
  readonly source: Source;
  readonly reference: string;
  readonly reportedAt: number;
  readonly receivedAt: number;
  readonly rawText: RawText;
  readonly reporter: string | null;
  readonly hints: { readonly name?: string; readonly phone?: string; readonly email?: string };
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly scrubbedTitle: string;
  readonly scrubbedText: string;
  readonly scrubbedArea: string | null;
  readonly status: CaseStatus;
  readonly team: string | null;
  readonly ticketId: TicketId | null;
}

type Row = typeof cases.$inferSelect;

function fromRow(row: Row): StoredCase {
  return {
    id: row.id as CaseId,
    source: row.source as Source,
    reference: row.reference,
    reportedAt: row.reportedAt,
    receivedAt: row.receivedAt,
    rawText: rawText(row.rawText),
    reporter: row.reporter,
    hints: JSON.parse(row.hints),
    fields: JSON.parse(row.fields),
    scrubbedTitle: row.scrubbedTitle,
    scrubbedText: row.scrubbedText,
    scrubbedArea: row.scrubbedArea,
    status: row.status as CaseStatus,
    team: row.team,
    ticketId: row.ticketId as TicketId | null,
  };
}

export interface NewCase extends Omit<StoredCase, 'id' | 'status' | 'team' | 'ticketId'> {
  readonly importedAt: number;
  readonly scrubberVersion: number;
}

/** Adds a case; null when this source already gave one with this reference. */
export function addCase(db: Db, one: NewCase): CaseId | null {
  const id = uuid();
  const { hints, fields, ...plain } = one;
  const added = db
    .insert(cases)
    .values({ ...plain, id, hints: JSON.stringify(hints), fields: JSON.stringify(fields), status: 'undecided' })
    .onConflictDoNothing({ target: [cases.source, cases.reference] })
    .run();
  return added.changes === 0 ? null : (id as CaseId);
}

export function hasCase(db: Db, source: Source, reference: string): boolean {
  return (
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(eq(cases.source, source), eq(cases.reference, reference)))
      .get() !== undefined
  );
}

export function findCase(db: Db, id: CaseId): StoredCase | null {
  const row = db.select().from(cases).where(eq(cases.id, id)).get();
  return row === undefined ? null : fromRow(row);
}

export interface ScrubbedCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly scrubbedText: string;
  readonly scrubbedArea: string | null;
}

/** What every case says, scrubbed, in the order they came in. */
export function listScrubbed(db: Db): ScrubbedCase[] {
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      scrubbedText: cases.scrubbedText,
      scrubbedArea: cases.scrubbedArea,
    })
    .from(cases)
    .orderBy(cases.seq)
    .all() as ScrubbedCase[];
}

/**
 * Cases whose text as received may hold all these words, in any letter case. SQLite knows small letters of ASCII only,
 * so words beyond it are not asked for.
 */
export function casesWithWords(db: Db, words: readonly string[]): StoredCase[] {
  const plain = words.filter((word) => /^[!-~]+$/.test(word));
  return db
    .select()
    .from(cases)
    .where(and(...plain.map((word) => sql`instr(lower(${cases.rawText}), ${word}) > 0`)))
    .all()
    .map(fromRow);
}

/** Ids of cases that an older scrubber has read, oldest first. */
export function casesScrubbedBefore(db: Db, version: number): CaseId[] {
  return db
    .select({ id: cases.id })
    .from(cases)
    .where(sql`${cases.scrubberVersion} < ${version}`)
    .orderBy(cases.seq)
    .all()
    .map((row) => row.id as CaseId);
}

export function casesOfTicket(db: Db, ticketId: TicketId): StoredCase[] {
  return db.select().from(cases).where(eq(cases.ticketId, ticketId)).all().map(fromRow);
}

export interface ListedCase {
  readonly id: CaseId;
  readonly source: Source;
  readonly reference: string;
  readonly title: string;
  readonly status: CaseStatus;
  readonly team: string | null;
  readonly reportedAt: number;
  readonly receivedAt: number;
  readonly ticketId: TicketId | null;
}

const LISTED = {
  id: cases.id,
  source: cases.source,
  reference: cases.reference,
  title: cases.scrubbedTitle,
  status: cases.status,
  team: cases.team,
  reportedAt: cases.reportedAt,
  receivedAt: cases.receivedAt,
  ticketId: cases.ticketId,
} as const;

/** Rows of the cases with these statuses, newest first. */
export function listOpenCases(db: Db, statuses: readonly CaseStatus[]): ListedCase[] {
  return db
    .select(LISTED)
    .from(cases)
    .where(inArray(cases.status, [...statuses]))
    .orderBy(desc(cases.receivedAt))
    .all() as ListedCase[];
}

/** Rows for a list, newest first; `search` is matched by word beginnings over scrubbed words and references. */
export function listCases(
  db: Db,
  filter: { readonly status?: CaseStatus | undefined; readonly search?: string | undefined },
): ListedCase[] {
  const conditions: SQL[] = [];
  if (filter.status !== undefined) conditions.push(eq(cases.status, filter.status));
  const query = searchQuery(filter.search ?? '');
  if (query !== null)
    conditions.push(sql`${cases.seq} IN (SELECT rowid FROM case_search WHERE case_search MATCH ${query})`);
  return db
    .select(LISTED)
    .from(cases)
    .where(and(...conditions))
    .orderBy(desc(cases.receivedAt))
    .all() as ListedCase[];
}

/** Each word quoted, so that what a person types is never full-text syntax. */
function searchQuery(search: string): string | null {
  const words = search.match(/[\p{L}\p{N}]+/gu);
  return words === null ? null : words.map((word) => `"${word}"*`).join(' ');
}

export function countByStatus(db: Db): Record<CaseStatus, number> {
  const counts = Object.fromEntries(CASE_STATUSES.map((status) => [status, 0])) as Record<CaseStatus, number>;
  for (const row of db.select({ status: cases.status, n: count() }).from(cases).groupBy(cases.status).all()) {
    counts[row.status as CaseStatus] = row.n;
  }
  return counts;
}

export function changeCase(
  db: Db,
  id: CaseId,
  change: { status: CaseStatus; team: string | null; ticketId?: TicketId | null },
): void {
  db.update(cases).set(change).where(eq(cases.id, id)).run();
}

export function saveScrub(
  db: Db,
  id: CaseId,
  scrub: { scrubbedTitle: string; scrubbedText: string; scrubberVersion: number },
): void {
  db.update(cases).set(scrub).where(eq(cases.id, id)).run();
}
