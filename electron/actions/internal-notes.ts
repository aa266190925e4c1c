// Internal notes on a case: raw, on this desk only. The team's log does not hear of them; what is copied out is scrubbed.
import { z } from 'zod';
import type { InternalNote } from '../contract/activity-schemas.ts';
import type { Output, ParsedInput } from '../contract/calls.ts';
import { AppError } from '../contract/errors.ts';
import type { CaseId } from '../contract/ids.ts';
import { scrubWords } from '../core/scrub/pii-check.ts';
import { activityOf, addActivity, newActId } from '../store/activity.ts';
import type { Db } from '../store/db.ts';
import { type AppContext, LEAD } from './app-context.ts';
import { verdictContext } from './draft-ticket.ts';
import { requireCase } from './read-cases.ts';

const VERB = 'internal-note';
/** Null once the case was purged. */
const fact = z.object({ text: z.string() }).nullable();

/** Notes that stand, newest first. */
export function notesOf(db: Db, caseId: CaseId): InternalNote[] {
  return activityOf(db, caseId).flatMap(({ verb, undoneAt, actId, at, fact: told }) => {
    const note = verb === VERB && undoneAt === null ? fact.parse(told) : null;
    return note === null ? [] : [{ id: actId, at, text: note.text }];
  });
}

export function addNote({ store, now }: AppContext, { id, text }: ParsedInput<'notes.add'>): Output<'notes.add'> {
  const actId = newActId();
  store.transaction((db) => {
    const common = { at: now(), actor: LEAD, caseId: id, verb: VERB, actId };
    addActivity(db, { ...common, summary: 'Wrote an internal note', fact: { text }, undo: { kind: 'note' } });
  });
  return { activityId: actId };
}

/** The scrubbed words of a note, for the clipboard. @throws AppError `not-found` */
export function copyNote(ctx: AppContext, { caseId, id }: ParsedInput<'notes.copy'>): Output<'notes.copy'> {
  const { db } = ctx.store;
  const note = notesOf(db, caseId).find((one) => one.id === id);
  if (note === undefined) throw new AppError('not-found', 'This note is not there any more.');
  return scrubWords(note.text, verdictContext(db, requireCase(ctx, caseId)));
}
