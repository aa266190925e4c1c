// Problems, the cases that tell of them, and what people decided about both.

import { and, asc, count, desc, eq, gt, gte, isNotNull, isNull, lt, lte, max, ne, or, sql } from 'drizzle-orm';
import { activity, cases, problemDecisions, problems } from '../../../drizzle/schema.ts';
import { type CaseStatus, LINK_ALONE, type Source } from '../../core/domain/case.ts';
import type { CaseId, TicketId } from '../../core/domain/ids.ts';
import { NOTICE } from '../../core/domain/release-scope.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { type Db, isOneOf, prepared, sqlRows, sqlValues } from '../db.ts';

export interface StoredProblem {
  readonly id: string;
  readonly title: string;
  readonly words: readonly string[];
  readonly mergedInto: string | null;
  readonly known: string | null;
  readonly ticketId: TicketId | null;
}

export function listProblems(db: Db): StoredProblem[] {
  return db
    .select()
    .from(problems)
    .orderBy(asc(problems.createdAt), asc(problems.id))
    .all()
    .map(({ words, ticketId, createdAt: _, ...row }) => ({
      ...row,
      words: words === '' ? [] : words.split(' '),
      ticketId: ticketId,
    }));
}

/** Id and title of every problem that has a row. */
export function listTitles(db: Db): { id: string; title: string }[] {
  return db.select({ id: problems.id, title: problems.title }).from(problems).all();
}

/** What agents are told, by problem. */
export function knownWords(db: Db): Map<string, string | null> {
  const rows = db
    .select({ id: problems.id, known: problems.known })
    .from(problems)
    .where(isNotNull(problems.known))
    .all();
  return new Map(rows.map(({ id, known }) => [id, known]));
}

/** A release notice does not report a problem, whatever it says about one. */
const BEHIND_NOTICES = NOTICE.replace('-', '.');
const IS_NOTICE = and(eq(cases.source, 'typed'), gte(cases.reference, NOTICE), lt(cases.reference, BEHIND_NOTICES));
const IS_NO_NOTICE = or(ne(cases.source, 'typed'), lt(cases.reference, NOTICE), gte(cases.reference, BEHIND_NOTICES));
/** Nor does a link whose message is not here yet. */
const IS_REPORT = and(IS_NO_NOTICE, ne(cases.scrubbedText, LINK_ALONE));

/** Notices that an older desk took for problem reports. */
export function takeNoticesOut(db: Db): void {
  db.update(cases)
    .set({ problem: null })
    .where(and(IS_NOTICE, isNotNull(cases.problem)))
    .run();
}

/**
 * Current release notices of a span of UTC ms, by the day they go live or, if unknown, the day they were added. `at` is
 * noon UTC of that Eastern day.
 */
export function releasesBetween(db: Db, from: number, to: number): { at: number; title: string }[] {
  return db
    .select({
      noted: cases.receivedAt,
      goesLiveOn: sql<string | null>`json_extract(${activity.fact}, '$.goesLiveOn')`,
      title: cases.scrubbedTitle,
    })
    .from(cases)
    .innerJoin(activity, eq(activity.caseId, cases.id))
    .where(and(IS_NOTICE, eq(activity.verb, 'release-notice'), isNull(activity.undoneAt)))
    .all()
    .map(({ noted, goesLiveOn, title }) => ({
      at: Date.parse(`${goesLiveOn ?? EASTERN_DAY.format(noted)}T12:00:00Z`),
      title,
    }))
    .filter(({ at }) => at >= from && at <= to)
    .sort((a, b) => a.at - b.at);
}

const EASTERN_DAY = new Intl.DateTimeFormat('en-CA', { timeZone: EASTERN });

export function findProblem(db: Db, id: string): StoredProblem | null {
  const row = db.select().from(problems).where(eq(problems.id, id)).get();
  if (row === undefined) return null;
  const { words, ticketId, createdAt: _, ...rest } = row;
  return { ...rest, words: words === '' ? [] : words.split(' '), ticketId: ticketId };
}

/** Adds a problem; an existing one stays as it is. */
export function addProblem(
  db: Db,
  one: { readonly id: string; readonly title: string; readonly words: readonly string[]; readonly createdAt: number },
): void {
  db.insert(problems)
    .values({ ...one, words: one.words.join(' ') })
    .onConflictDoNothing()
    .run();
}

export function changeProblem(
  db: Db,
  id: string,
  change: { mergedInto?: string | null; known?: string | null; ticketId?: TicketId | null; title?: string },
): void {
  db.update(problems).set(change).where(eq(problems.id, id)).run();
}

export interface CaseOfProblem {
  readonly id: CaseId;
  readonly problem: string | null;
  readonly reference: string;
  readonly source: Source;
  readonly team: string | null;
  /** A duplicate is listed with its problem and counted with its original. */
  readonly status: CaseStatus;
  readonly reportedAt: number;
  readonly receivedAt: number;
  readonly scrubbedText: string;
  readonly scrubbedArea: string | null;
}

const OF_PROBLEM = {
  id: cases.id,
  problem: cases.problem,
  reference: cases.reference,
  source: cases.source,
  team: cases.team,
  status: cases.status,
  reportedAt: cases.reportedAt,
  receivedAt: cases.receivedAt,
  scrubbedText: cases.scrubbedText,
  scrubbedArea: cases.scrubbedArea,
} as const;

/** Cases of a problem, in order of arrival. */
export function casesOfProblem(db: Db, problem: string): CaseOfProblem[] {
  return db.select(OF_PROBLEM).from(cases).where(eq(cases.problem, problem)).orderBy(asc(cases.seq)).all();
}

/** The same of some cases, by their seqs. */
export function casesBySeq(db: Db, seqs: readonly number[]): CaseOfProblem[] {
  return db.select(OF_PROBLEM).from(cases).where(isOneOf(cases.seq, seqs)).orderBy(asc(cases.seq)).all();
}

/** Every record number, by seq. */
export function referencesBySeq(db: Db): Map<number, string> {
  return new Map(db.$client.prepare<[], [number, string]>('SELECT seq, reference FROM cases').raw().all());
}

/** True when some case is from an older desk without problems. */
export function hasUngrouped(db: Db): boolean {
  return (
    db
      .select({ id: cases.id })
      .from(cases)
      .where(and(isNull(cases.problem), IS_REPORT))
      .limit(1)
      .get() !== undefined
  );
}

interface CaseToGroup {
  readonly id: CaseId;
  readonly text: string;
  readonly area: string | null;
  readonly problem: string | null;
}

/** Cases with seq in (after, upTo] that were not assigned to a problem by hand, in order of arrival. */
export function casesToGroup(db: Db, after: number, upTo: number): CaseToGroup[] {
  return db
    .select({ id: cases.id, text: cases.scrubbedText, area: cases.scrubbedArea, problem: cases.problem })
    .from(cases)
    .where(
      and(
        gt(cases.seq, after),
        lte(cases.seq, upTo),
        isNull(cases.withdrawnAt),
        IS_REPORT,
        sql`${cases.id} NOT IN (SELECT case_id FROM problem_decisions)`,
      ),
    )
    .orderBy(asc(cases.seq))
    .all();
}

/** The seq of the case that arrived last; 0 for none. */
export function lastSeq(db: Db): number {
  return (
    db
      .select({ seq: max(cases.seq) })
      .from(cases)
      .get()?.seq ?? 0
  );
}

export interface CaseToSettle {
  readonly id: CaseId;
  readonly reference: string;
  readonly status: string;
  readonly importedAt: number;
  readonly text: string;
  readonly area: string | null;
  readonly problem: string | null;
}

/** The newest cases without a ticket or a manual decision, in order of arrival. */
export function casesToSettle(db: Db, most: number): CaseToSettle[] {
  return db
    .select({
      id: cases.id,
      reference: cases.reference,
      status: cases.status,
      importedAt: cases.importedAt,
      text: cases.scrubbedText,
      area: cases.scrubbedArea,
      problem: cases.problem,
    })
    .from(cases)
    .where(
      and(
        isNull(cases.ticketId),
        IS_REPORT,
        ne(cases.status, 'duplicate'),
        sql`${cases.id} NOT IN (SELECT case_id FROM problem_decisions)`,
      ),
    )
    .orderBy(desc(cases.seq))
    .limit(most)
    .all()
    .reverse();
}

/** False if it already existed. */
export function putIntoProblem(db: Db, id: CaseId, problem: string | null): boolean {
  const done = prepared(db, 'putIntoProblem', () =>
    db.$client.prepare('UPDATE cases SET problem = ? WHERE id = ? AND problem IS NOT ?'),
  ).run(problem, id, problem);
  return done.changes === 1;
}

export function moveProblem(db: Db, from: string, into: string): CaseId[] {
  const moved = db.select({ id: cases.id }).from(cases).where(eq(cases.problem, from)).all();
  db.update(cases).set({ problem: into }).where(eq(cases.problem, from)).run();
  return moved.map((row) => row.id);
}

export function decideProblem(db: Db, caseId: CaseId, problem: string, decidedAt: number): void {
  db.insert(problemDecisions)
    .values({ caseId, problem, decidedAt })
    .onConflictDoUpdate({ target: problemDecisions.caseId, set: { problem, decidedAt } })
    .run();
}

export function forgetProblemDecision(db: Db, caseId: CaseId): void {
  db.delete(problemDecisions).where(eq(problemDecisions.caseId, caseId)).run();
}

export function problemDecision(db: Db, caseId: CaseId): string | null {
  const text = 'SELECT problem FROM problem_decisions WHERE case_id = ?';
  return sqlValues<string>(db, 'problemDecision', text).get(caseId) ?? null;
}

/** What people decided, with the text of the cases: the examples to learn from, oldest first. */
export function decidedExamples(db: Db): { problem: string; text: string; area: string | null }[] {
  return db
    .select({ problem: problemDecisions.problem, text: cases.scrubbedText, area: cases.scrubbedArea })
    .from(problemDecisions)
    .innerJoin(cases, eq(cases.id, problemDecisions.caseId))
    .orderBy(asc(problemDecisions.decidedAt), asc(cases.seq))
    .all();
}

/** The teams that the decided cases of a problem went to, most frequent first. */
export function teamsOfProblem(db: Db, problem: string): { team: string; n: number }[] {
  return sqlRows<{ team: string; n: number }>(
    db,
    'teamsOfProblem',
    `SELECT team, count(*) AS n FROM cases
     WHERE problem = ? AND team <> '' AND status IN ('escalated', 'ticketed') GROUP BY team ORDER BY n DESC, team`,
  ).all(problem);
}

/** How many cases of a problem came in after an instant (UTC ms). */
export function casesOfProblemSince(db: Db, problem: string, since: number): number {
  const isMeant = and(eq(cases.problem, problem), gt(cases.receivedAt, since));
  return db.select({ n: count() }).from(cases).where(isMeant).get()?.n ?? 0;
}
