// What reports read from the store: cases without their long texts, and their current acts.
import type { CaseId } from '../../core/domain/ids.ts';
import { type Db, sqlRows, sqlValues } from '../db.ts';

export interface ReportedCase {
  readonly id: string;
  readonly reference: string;
  readonly source: string;
  readonly receivedAt: number;
  readonly importedAt: number;
  readonly team: string | null;
  readonly area: string | null;
  readonly problem: string | null;
  readonly tags: string;
  readonly spentMinutes: number | null;
  readonly status: string;
  /** Columns as imported, as JSON; only for a spreadsheet, which says what documentation resolved. */
  readonly fields: string | null;
}

export interface ReportedAct {
  readonly caseId: string;
  readonly verb: string;
  readonly at: number;
  readonly actor: string;
  readonly fact: string | null;
}

/** Ids of cases with activity between two instants (UTC ms, the second exclusive). */
export function casesTouchedBetween(db: Db, from: number, to: number): string[] {
  return sqlValues<string>(
    db,
    'casesTouchedBetween',
    'SELECT DISTINCT case_id FROM activity WHERE at >= ? AND at < ? AND case_id IS NOT NULL',
  ).all(from, to);
}

/** Ids of cases whose ticket was not closed, or was reopened and not closed again. */
export function casesWithOpenTicket(db: Db): string[] {
  return db.$client
    .prepare<[], string>(
      `SELECT cases.id FROM tickets INDEXED BY tickets_open JOIN cases ON cases.ticket_id = tickets.id
       WHERE tickets.state <> 'closed' AND tickets.withdrawn_at IS NULL`,
    )
    .pluck()
    .all();
}

export function reportedCases(db: Db, ids: readonly string[]): ReportedCase[] {
  return sqlRows<ReportedCase>(
    db,
    'reportedCases',
    `SELECT id, reference, source, received_at AS receivedAt, imported_at AS importedAt, team, scrubbed_area AS area, problem,
         tags, spent_minutes AS spentMinutes, status, CASE WHEN source = 'sheet' THEN fields END AS fields
       FROM cases WHERE id IN (SELECT value FROM json_each(?))`,
  ).all(JSON.stringify(ids));
}

/** Current acts with some verbs, of some cases, oldest first. */
export function reportedActs(db: Db, ids: readonly string[], verbs: readonly string[]): ReportedAct[] {
  return sqlRows<ReportedAct>(
    db,
    'reportedActs',
    `SELECT case_id AS caseId, verb, at, actor, fact FROM activity
       WHERE case_id IN (SELECT value FROM json_each(?)) AND undone_at IS NULL
         AND verb IN (SELECT value FROM json_each(?)) ORDER BY at, id`,
  ).all(JSON.stringify(ids), JSON.stringify(verbs));
}

/** Current release notices added between two instants (UTC ms, the second exclusive), oldest first. */
export function noticesBetween(
  db: Db,
  from: number,
  to: number,
): { readonly caseId: CaseId; readonly at: number; readonly title: string }[] {
  return sqlRows<{ caseId: CaseId; at: number; title: string }>(
    db,
    'noticesBetween',
    `SELECT case_id AS caseId, activity.at, cases.scrubbed_title AS title FROM activity JOIN cases ON cases.id = case_id
     WHERE activity.at >= ? AND activity.at < ? AND verb = 'release-notice' AND undone_at IS NULL ORDER BY activity.at`,
  ).all(from, to);
}
