// A repeated report becomes part of the original case: one case with two references, counted once. If it only looks
// like a repeat, the lead is asked.

import { v5 as uuidOf } from 'uuid';
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { caseName } from '../../core/domain/case-name.ts';
import type { CaseId } from '../../core/domain/ids.ts';
import { AGAIN_MS, personOf, recordsNamed, type Sameness, sameCase } from '../../core/intake/duplicates.ts';
import { activityOf, addActivity, newActId } from '../../store/activity/activity.ts';
import { findCase, type NewCase, referenceOf } from '../../store/cases/cases.ts';
import { casesNamed, casesOfPerson, markMaybeSame, markSame } from '../../store/cases/duplicates.ts';
import type { Db } from '../../store/db.ts';
import { type AppContext, DESK, LEAD } from '../app-context.ts';
import { requireCase } from '../require-case.ts';

const NAMESPACE = '4a1c3f70-7d0e-4a53-8c58-0f4a1e6b9d27';

type Report = Pick<NewCase, 'source' | 'hints' | 'rawText' | 'scrubbedText' | 'reference' | 'receivedAt'> & {
  readonly problem: string;
};

/**
 * The person a report is about, as a hash that never leaves the store, and the case it duplicates or may duplicate.
 * `self` is its own id if it is already in the desk.
 */
export function findSame(
  db: Db,
  one: Report,
  self?: CaseId,
): { readonly person: string | null; readonly same: Sameness | null } {
  const known = personOf(one.source, one.hints);
  const person = known === null ? null : uuidOf(Buffer.from(known.line), NAMESPACE);
  const others = (found: ReturnType<typeof casesNamed>) =>
    found.filter(({ id, sameAs }) => id !== self && sameAs !== self);
  const named = others(casesNamed(db, recordsNamed(one.rawText, one.reference)));
  const isIdentified = known?.isIdentified === true;
  const { problem, receivedAt } = one;
  const near = { from: receivedAt - AGAIN_MS, to: receivedAt + AGAIN_MS, except: self ?? null };
  // Of a bare name the oldest is asked about, whatever its words; thousands may share it.
  const most = isIdentified ? -1 : 1;
  const ofPerson = person === null ? [] : casesOfPerson(db, { person, problem, ...near, most });
  return { person, same: sameCase({ ...one, person, isIdentified }, named, ofPerson) };
}

/** Records that a case duplicates another one; one undo reverts it. */
export function joinSame(
  db: Db,
  id: CaseId,
  { id: same, because }: Pick<Sameness, 'id' | 'because'>,
  { at, actor }: { readonly at: number; readonly actor: string },
): void {
  const [one, other] = [findCase(db, id), findCase(db, same)];
  if (one === null || other === null) return;
  const question = one.maybeSame === null ? {} : { maybeSame: one.maybeSame };
  markSame(db, id, other.id, 'duplicate');
  markMaybeSame(db, id, null);
  const actId = newActId();
  const summary = `The same case as ${caseName(other.reference)}: ${because}`;
  const undo = { kind: 'same', status: one.status, ...question } as const;
  addActivity(db, { at, actor, caseId: id, verb: 'same-case', summary, undo, actId });
  const alsoKnown = `Also reported as ${caseName(one.reference)}`;
  addActivity(db, { at, actor, caseId: other.id, verb: 'known-as', summary: alsoKnown, undo: null, actId });
}

/** Asks the lead whether a case is a duplicate; until then it counts on its own. */
export function maybeSame(db: Db, id: CaseId, { id: other, because }: Sameness, at: number): void {
  const reference = referenceOf(db, other);
  if (reference === null) return;
  markMaybeSame(db, id, other);
  const summary = `Possibly the same as ${reference}: ${because}`;
  addActivity(db, { at, actor: DESK, caseId: id, verb: 'maybe-same', summary, undo: null, actId: newActId() });
}

/**
 * The lead's answer.
 * @throws AppError `refused` when nothing is asked of the case, or it has a ticket of its own
 */
export function answerSame(
  { store, now, ...ctx }: AppContext,
  { id, isSame }: ParsedInput<'cases.answerSame'>,
): Output<'cases.answerSame'> {
  return store.transaction((db) => {
    const one = requireCase({ store, now, ...ctx }, id);
    const other = one.maybeSame === null ? null : findCase(db, one.maybeSame);
    if (other === null) throw new AppError('refused', `${caseName(one.reference)}: nothing is asked of it.`);
    if (isSame && one.ticketId !== null)
      throw new AppError('refused', `${caseName(one.reference)} has a ticket of its own. Pull that back first.`);
    const at = now();
    if (isSame) {
      joinSame(db, id, { id: other.sameAs ?? other.id, because: 'you said so' }, { at, actor: LEAD });
      const [newest] = activityOf(db, id).filter(({ verb }) => verb === 'same-case');
      if (newest === undefined) throw new AppError('conflict', `${caseName(one.reference)} is no longer in the desk.`);
      return { actId: newest.actId };
    }
    markMaybeSame(db, id, null);
    const actId = newActId();
    const undo = { kind: 'not-same', maybeSame: other.id } as const;
    const summary = `Not the same as ${caseName(other.reference)}`;
    addActivity(db, { at, actor: LEAD, caseId: id, verb: 'not-same', summary, undo, actId });
    return { actId };
  });
}
