// Acts of a team that someone should be told about, with the case they concern.
import type { CaseStatus } from '../../core/domain/case.ts';
import type { ActId, CaseId } from '../../core/domain/ids.ts';
import { type Db, sqlRows } from '../db.ts';

export interface TeamActRow {
  readonly actId: ActId;
  readonly at: number;
  readonly actor: string;
  readonly verb: string;
  /** JSON; null once the case was purged. */
  readonly fact: string | null;
  readonly caseId: CaseId;
  readonly reference: string;
  readonly title: string;
  readonly status: CaseStatus;
}

/** Current acts with these verbs, oldest first. */
export function actsWithCases(db: Db, verbs: readonly string[]): TeamActRow[] {
  return sqlRows<TeamActRow>(
    db,
    'actsWithCases',
    `SELECT a.act_id AS actId, a.at, a.actor, a.verb, a.fact, c.id AS caseId, c.reference, c.scrubbed_title AS title,
       c.status
     FROM activity a JOIN cases c ON c.id = a.case_id
     WHERE a.undone_at IS NULL AND a.verb IN (SELECT value FROM json_each(?))
     ORDER BY a.at, a.id`,
  ).all(JSON.stringify(verbs));
}
