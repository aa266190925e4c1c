// Removes PII from closed cases once their retention period is over: the text as received is replaced by the scrubbed
// one, and the source's columns are removed, as is text that was typed and never sent. Scrubbed texts and figures stay.
// In plain SQL, so that snapshots of older desks are treated the same way.

import type Database from 'better-sqlite3';
import { DAY_MS } from '../../core/domain/time.ts';
import { WORDED_VERBS } from '../activity/audit.ts';
import { columnsOf } from '../pragma.ts';

export const KEPT_DAYS = 90;
/** A case with this tag is left alone: what happened is still being investigated. */
export const HOLD_TAG = 'privacy-incident';
/** Still open with its ticket: those are judged by their ticket. */
const CLOSED = `c.status IN ('responded', 'reassigned', 'out-of-scope', 'duplicate')
  OR (c.status = 'ticketed' AND (SELECT t.state FROM tickets t WHERE t.id = c.ticket_id) IN ('closed', 'gone'))`;

export interface OverdueCase {
  readonly id: string;
  readonly reference: string;
}

/** Closed cases without activity for this many days that still contain what was received. @param now UTC ms */
export function overdueCases(sqlite: Database.Database, now: number, days: number): OverdueCase[] {
  return sqlite
    .prepare<[number], OverdueCase>(
      `SELECT c.id, c.reference FROM cases c
       WHERE (${CLOSED})
         AND max(c.received_at, c.imported_at, coalesce((SELECT max(a.at) FROM activity a WHERE a.case_id = c.id), 0)) <= ?
         AND instr(' ' || c.tags || ' ', ' ${HOLD_TAG} ') = 0
         AND (c.fields <> '[]' OR c.hints <> '{}' OR c.reporter IS NOT NULL OR c.raw_text <> c.scrubbed_text)
       ORDER BY c.reference`,
    )
    .all(now - days * DAY_MS);
}

/** Purges these cases, overwriting what was there. Within a transaction. @returns how many of them were here */
export function purgeCases(sqlite: Database.Database, ids: readonly string[]): number {
  const list = JSON.stringify(ids);
  const of = (column: string) => `${column} IN (SELECT value FROM json_each(?))`;
  const run = (text: string) => sqlite.prepare(text).run(list).changes;
  const has = (table: string, column: string) => columnsOf(sqlite, table).includes(column);
  const person = has('cases', 'person') ? ', person = NULL' : '';
  const purged = run(
    `UPDATE cases SET raw_text = scrubbed_text, reporter = NULL, hints = '{}', fields = '[]'${person} WHERE ${of('id')}`,
  );
  run(`DELETE FROM finding_decisions WHERE ${of('case_id')}`); // offsets into a text that no longer exists
  run(`DELETE FROM drafts WHERE ${of('case_id')}`);
  if (has('typed_words', 'about')) run(`DELETE FROM typed_words WHERE ${of('about')}`);
  if (has('import_rows', 'before'))
    run(`UPDATE import_rows SET before = NULL WHERE seq IN (SELECT seq FROM cases WHERE ${of('id')})`);
  run(`UPDATE activity SET undo = NULL WHERE ${of('case_id')}`); // may contain a draft as it was
  const worded = WORDED_VERBS.map((verb) => `'${verb}'`).join();
  if (has('activity', 'fact')) run(`UPDATE activity SET fact = NULL WHERE verb IN (${worded}) AND ${of('case_id')}`);
  if (has('team_changes', 'change'))
    run(
      `UPDATE team_changes SET change = json_set(change, '$.value.fact', NULL) WHERE kind = 'act' AND topic IN
         (SELECT 'act ' || id FROM activity WHERE verb IN (${worded}) AND ${of('case_id')})`,
    );
  return purged;
}

/** Deleted rows are overwritten, and nothing of them stays in the log. */
export function overwriteDeleted(sqlite: Database.Database): void {
  sqlite.pragma('secure_delete = ON');
}
