// Cases removed from the desk because their import or their log was undone. The row stays, since its activity refers to it, but none
// of its content does, and its record number is free for the next import.
import { sql } from 'drizzle-orm';
import { activity } from '../../../drizzle/schema.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import type { Db } from '../db.ts';
import type { StoredCase } from './cases.ts';

/** Those cases that someone has worked on since they were imported, or that have a ticket. */
export function workedOn(db: Db, ids: readonly CaseId[], actId: ActId, desk: string): Set<CaseId> {
  const rows = db.$client
    .prepare<[{ ids: string; actId: string; desk: string }], CaseId>(
      `SELECT c.id FROM cases c WHERE c.id IN (SELECT value FROM json_each(@ids)) AND (
         c.ticket_id IS NOT NULL
         OR EXISTS (SELECT 1 FROM activity a WHERE a.case_id = c.id AND a.act_id <> @actId AND a.actor <> @desk
                    AND a.verb <> 'undo' AND a.undone_at IS NULL
                    AND a.id > (SELECT min(b.id) FROM activity b WHERE b.act_id = @actId AND b.case_id = c.id))
         OR EXISTS (SELECT 1 FROM drafts d WHERE d.case_id = c.id)
         OR EXISTS (SELECT 1 FROM typed_words t WHERE t.about = c.id)
         OR EXISTS (SELECT 1 FROM finding_decisions f WHERE f.case_id = c.id)
         OR EXISTS (SELECT 1 FROM problem_decisions p WHERE p.case_id = c.id)
         OR EXISTS (SELECT 1 FROM cases o WHERE o.same_as = c.id AND o.id NOT IN (SELECT value FROM json_each(@ids))))`,
    )
    .pluck()
    .all({ ids: JSON.stringify(ids), actId, desk });
  return new Set(rows);
}

/** Before the id of a withdrawn case, in place of its record number. */
export const WITHDRAWN = 'withdrawn ';

export const isWithdrawn = ({ id, reference }: Pick<StoredCase, 'id' | 'reference'>): boolean =>
  reference === `${WITHDRAWN}${id}`;

/** @param at UTC ms. Runs inside a transaction. */
export function withdrawCases(db: Db, ids: readonly CaseId[], at: number): void {
  const list = JSON.stringify(ids);
  const run = (text: string, ...more: unknown[]) => db.$client.prepare(text).run(...more, list);
  const seqs = 'seq IN (SELECT seq FROM cases WHERE id IN (SELECT value FROM json_each(?)))';
  run('UPDATE cases SET maybe_same = NULL WHERE maybe_same IN (SELECT value FROM json_each(?))');
  run(
    `UPDATE cases SET withdrawn_at = ?, reference = '${WITHDRAWN}' || id, raw_text = '', reporter = NULL, hints = '{}',
       fields = '[]', scrubbed_title = '', scrubbed_text = '', scrubbed_area = NULL, questions = 0, tags = '', problem = '',
       person = NULL, same_as = NULL, maybe_same = NULL, content_key = NULL, status = 'duplicate', team = NULL
     WHERE id IN (SELECT value FROM json_each(?))`,
    at,
  );
  for (const table of ['records_seen', 'standings', 'stale_cases']) run(`DELETE FROM ${table} WHERE ${seqs}`);
}

/** Lines of an act that are not undone. */
export function standingLines(db: Db, actId: ActId) {
  return db
    .select({ id: activity.id, caseId: activity.caseId })
    .from(activity)
    .where(sql`${activity.actId} = ${actId} AND ${activity.undoneAt} IS NULL`)
    .all();
}
