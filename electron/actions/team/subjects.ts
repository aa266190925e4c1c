// The name under which the team knows a case: the same on every desk that imports the same report.
import { v5 as uuidOf } from 'uuid';
import type { CaseId } from '../../core/domain/ids.ts';
import type { CaseRecord, Stamped } from '../../core/team/changes.ts';
import type { Db } from '../../store/db.ts';
import { caseOfSubject, changesOf, nameCase, subjectOfCase } from '../../store/team/team.ts';
import { caseRow } from '../../store/team/team-rows.ts';

/** References assigned by the desk itself, which no other desk can know: lines logged by hand, release notices. */
const OWN_REFERENCE = /^(log|release)-\d/;

function subjectFor(one: {
  readonly id: string;
  readonly source: string;
  readonly reference: string;
  readonly contentKey: string | null;
}): string {
  if (one.contentKey !== null) return `content ${one.contentKey}`;
  if (OWN_REFERENCE.test(one.reference)) return `case ${one.id}`;
  return `record ${one.source} ${one.reference}`;
}

/** The subject of a case of this desk, created if it has none; null when there is no such case. */
export function subjectOf(db: Db, id: CaseId | null): string | null {
  if (id === null) return null;
  const known = subjectOfCase(db, id);
  if (known !== null) return known;
  const row = caseRow(db, id);
  if (row === null) return null;
  const subject = subjectFor(row);
  nameCase(db, subject, id);
  return subject;
}

export function caseOf(db: Db, subject: string | null): CaseId | null {
  return subject === null ? null : caseOfSubject(db, subject);
}

/** What was said on a topic. It was validated when it came in, and has been this store's own since. */
export function saidOf(db: Db, topic: string): Stamped[] {
  return changesOf(db, topic).map(({ stamp, change }) => ({
    stamp,
    change: JSON.parse(change),
  }));
}

const TEXTS = '2b7f7c0e-58b4-4b58-9d7a-6c0b3f0d1e42';

/**
 * A report without its texts but with a hash of them, which shows whether it was imported again without storing it
 * twice.
 */
export function withoutTexts(record: CaseRecord): CaseRecord {
  const { rawText, hints, fields } = record;
  return { ...record, rawText: uuidOf(JSON.stringify([rawText, hints, fields]), TEXTS), hints: '', fields: '' };
}
