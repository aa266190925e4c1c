// A report that is another one over again becomes part of it: one case with two references, counted once.
import { v5 as uuidOf } from 'uuid';
import type { CaseId } from '../contract/ids.ts';
import { personLine, recordsNamed, sameCase } from '../core/intake/duplicates.ts';
import { addActivity, newActId } from '../store/activity.ts';
import { findCase, type NewCase } from '../store/cases.ts';
import type { Db } from '../store/db.ts';
import { casesNamed, casesOfPerson, markSame } from '../store/duplicates.ts';
import { DESK } from './office.ts';

const NAMESPACE = '4a1c3f70-7d0e-4a53-8c58-0f4a1e6b9d27';

/** Who reported, as a hash; it never leaves the store. */
export function personOf(hints: NewCase['hints']): string | null {
  const line = personLine(hints);
  return line === null ? null : uuidOf(line, NAMESPACE);
}

/** Looks for the case a new one is the same as; to be called before it is added. */
export function findSame(
  db: Db,
  one: Pick<NewCase, 'rawText' | 'reference' | 'receivedAt'> & {
    readonly problem: string;
    readonly person: string | null;
  },
): CaseId | null {
  const named = casesNamed(db, recordsNamed(one.rawText, one.reference));
  return sameCase(one, named, casesOfPerson(db, one.person)) as CaseId | null;
}

/** Notes that a case is the same as another one; one undo takes it back. */
export function joinSame(db: Db, id: CaseId, same: CaseId, at: number): void {
  const [one, other] = [findCase(db, id), findCase(db, same)];
  if (one === null || other === null) return;
  const undo = { kind: 'same', status: one.status } as const;
  markSame(db, id, same, 'duplicate');
  const actId = newActId();
  addActivity(db, {
    at,
    actor: DESK,
    caseId: id,
    verb: 'same-case',
    summary: `The same case as ${other.reference}`,
    undo,
    actId,
  });
  addActivity(db, {
    at,
    actor: DESK,
    caseId: same,
    verb: 'known-as',
    summary: `Also reported as ${one.reference}`,
    undo: null,
    actId,
  });
}
