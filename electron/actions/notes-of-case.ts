// The current internal notes of a case.
import { z } from 'zod';
import type { InternalNote } from '../contract/activity-schemas.ts';
import type { CaseId } from '../core/domain/ids.ts';
import { activityOf } from '../store/activity/activity.ts';
import type { Db } from '../store/db.ts';
import { LEAD } from './app-context.ts';

export const NOTE_VERB = 'internal-note';
/** Null once the case was purged. */
const fact = z.object({ text: z.string() }).nullable();

/** Newest first. Raw. */
export function notesOf(db: Db, caseId: CaseId): InternalNote[] {
  return activityOf(db, caseId).flatMap(({ verb, undoneAt, actId, at, actor, fact: told }) => {
    const note = verb === NOTE_VERB && undoneAt === null ? fact.parse(told) : null;
    return note === null ? [] : [{ actId, at, by: actor === LEAD ? null : actor, text: note.text }];
  });
}
