// Cases: rows for the queue, one in full, new ones, and changes by triage.
import { and, desc, eq, inArray, sql } from 'drizzle-orm';
import { cases } from '../../../drizzle/schema.ts';
import type { CaseStatus, Source } from '../../core/domain/case.ts';
import { titleOrArea } from '../../core/domain/case-name.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { type RawText, rawText } from '../../core/domain/pii.ts';
import type { TicketKind } from '../../core/domain/ticket-kinds.ts';
import { type Db, isOneOf, prepared, sqlValues } from '../db.ts';
import { newId } from '../new-id.ts';

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
  readonly tags: readonly string[];
  readonly problem: string | null;
  readonly spentMinutes: number | null;
  readonly sameAs: CaseId | null;
  readonly maybeSame: CaseId | null;
  /** Chosen by the lead; null if the team and the source determine it. */
  readonly ticketKind: TicketKind | null;
}

type Row = typeof cases.$inferSelect;

function fromRow(row: Row): StoredCase {
  return {
    id: row.id,
    source: row.source,
    reference: row.reference,
    reportedAt: row.reportedAt,
    receivedAt: row.receivedAt,
    rawText: rawText(row.rawText),
    reporter: row.reporter,
    hints: JSON.parse(row.hints),
    fields: JSON.parse(row.fields),
    scrubbedTitle: titleOrArea(row.scrubbedTitle, row.scrubbedArea),
    scrubbedText: row.scrubbedText,
    scrubbedArea: row.scrubbedArea,
    status: row.status,
    team: row.team,
    ticketId: row.ticketId,
    tags: row.tags === '' ? [] : row.tags.split(' '),
    problem: row.problem,
    spentMinutes: row.spentMinutes,
    sameAs: row.sameAs,
    maybeSame: row.maybeSame,
    ticketKind: row.ticketKind,
  };
}

type MadeHere =
  | 'id'
  | 'status'
  | 'team'
  | 'ticketId'
  | 'tags'
  | 'problem'
  | 'spentMinutes'
  | 'sameAs'
  | 'maybeSame'
  | 'ticketKind';
export interface NewCase extends Omit<StoredCase, MadeHere> {
  readonly tags?: readonly string[];
  readonly problem?: string | null;
  readonly spentMinutes?: number | null;
  readonly person?: string | null;
  readonly contentKey?: string | null;
  readonly status?: CaseStatus;
  readonly team?: string | null;
  readonly importedAt: number;
  readonly scrubberVersion: number;
  readonly questions: number;
}

/** The fields of a new case by their names here; the columns have the same names in snake case. */
const ADDED = (
  'id source reference reportedAt receivedAt importedAt rawText reporter hints fields scrubbedTitle scrubbedText ' +
  'scrubbedArea scrubberVersion questions tags problem spentMinutes person contentKey status team'
).split(' ');
const columnOf = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);

/** Adds a case; null when this source already has one with this reference. */
export function addCase(db: Db, one: NewCase): CaseId | null {
  const id = newId<CaseId>();
  const { hints, fields, tags = [], ...plain } = one;
  // Runs for every row of an import, so it avoids the overhead of the query builder.
  const added = prepared(db, 'addCase', () =>
    db.$client.prepare(
      `INSERT INTO cases (${ADDED.map(columnOf).join(', ')}) VALUES (${ADDED.map((name) => `@${name}`).join(', ')})
       ON CONFLICT (source, reference) DO NOTHING`,
    ),
  ).run({
    problem: null,
    spentMinutes: null,
    person: null,
    contentKey: null,
    status: 'undecided',
    team: null,
    ...plain,
    id,
    hints: JSON.stringify(hints),
    fields: JSON.stringify(fields),
    tags: tags.join(' '),
  });
  return added.changes === 0 ? null : id;
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

export function findCase(db: Db, id: string): StoredCase | null {
  const row = prepared(db, 'findCase', () =>
    db
      .select()
      .from(cases)
      .where(eq(cases.id, sql.placeholder('id')))
      .prepare(),
  ).get({ id });
  return row === undefined ? null : fromRow(row);
}

export function referenceOf(db: Db, id: string): string | null {
  return sqlValues<string>(db, 'referenceOf', 'SELECT reference FROM cases WHERE id = ?').get(id) ?? null;
}

export interface ScrubbedCase {
  readonly id: CaseId;
  readonly reference: string;
  readonly scrubbedText: string;
  readonly scrubbedArea: string | null;
}

/** The scrubbed text of every case, in order of arrival. */
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
    .all();
}

/**
 * Cases whose text as received may contain all these words, ignoring case. SQLite only folds the case of ASCII letters,
 * so words with others are not part of the query.
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
  readonly tags: string;
  readonly problem: string | null;
  readonly questions: number;
}

const LISTED = {
  id: cases.id,
  source: cases.source,
  reference: cases.reference,
  title: cases.scrubbedTitle,
  area: cases.scrubbedArea,
  status: cases.status,
  team: cases.team,
  reportedAt: cases.reportedAt,
  receivedAt: cases.receivedAt,
  ticketId: cases.ticketId,
  tags: cases.tags,
  problem: cases.problem,
  questions: sql<number>`coalesce(${cases.questions}, 0)`,
} as const;

const listed = ({ area, ...row }: ListedCase & { readonly area: string | null }): ListedCase => ({
  ...row,
  title: titleOrArea(row.title, area),
});

/** Rows of the cases with these statuses, newest first. */
export function listOpenCases(db: Db, statuses: readonly CaseStatus[]): ListedCase[] {
  return db
    .select(LISTED)
    .from(cases)
    .where(inArray(cases.status, [...statuses]))
    .orderBy(desc(cases.receivedAt))
    .all()
    .map(listed);
}

/** Rows of some cases, in the order of the given seqs. */
export function listCases(db: Db, seqs: readonly number[]): ListedCase[] {
  if (seqs.length === 0) return [];
  const rows = db
    .select({ seq: cases.seq, ...LISTED })
    .from(cases)
    .where(isOneOf(cases.seq, seqs))
    .all();
  const bySeq = new Map(rows.map(({ seq, ...row }) => [seq, listed(row)]));
  return seqs.flatMap((seq) => bySeq.get(seq) ?? []);
}

/** The scrubbed text of cases, by id. */
export function scrubbedTexts(db: Db, ids: readonly CaseId[]): Map<CaseId, string> {
  const rows = db.select({ id: cases.id, text: cases.scrubbedText }).from(cases).where(isOneOf(cases.id, ids)).all();
  return new Map(rows.map((row) => [row.id, row.text]));
}

/** Every case with a reference: more than one if several sources use it. */
export function casesWithReference(db: Db, reference: string): CaseId[] {
  const rows = db.select({ id: cases.id }).from(cases).where(eq(cases.reference, reference)).all();
  return rows.map((row) => row.id);
}

export function changeCase(
  db: Db,
  id: CaseId,
  change: { status: CaseStatus; team: string | null; ticketId?: TicketId | null },
): void {
  if (change.ticketId !== undefined) db.update(cases).set(change).where(eq(cases.id, id)).run();
  else
    prepared(db, 'changeCase', () =>
      db
        .update(cases)
        .set({ status: sql`${sql.placeholder('status')}`, team: sql`${sql.placeholder('team')}` })
        .where(eq(cases.id, sql.placeholder('id')))
        .prepare(),
    ).run({ id, status: change.status, team: change.team });
}

export function changeTags(db: Db, id: CaseId, tags: readonly string[]): void {
  db.update(cases)
    .set({ tags: tags.join(' ') })
    .where(eq(cases.id, id))
    .run();
}
