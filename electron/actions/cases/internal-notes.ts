// Internal notes on a case. They are raw and stay on this desk, except that a note that mentions a member of the desk's
// own team with an @ goes to the members' desks, encrypted like everything that goes there. Copies are scrubbed.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { scrubWords } from '../../core/scrub/pii-check.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { forgetSent } from '../../store/cases/typed-words.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';
import { NOTE_VERB, notesOf } from '../notes-of-case.ts';
import { requireCase } from '../require-case.ts';

/** @throws AppError `not-found` */
export function addNote(ctx: AppContext, { id, text }: ParsedInput<'notes.add'>): Output<'notes.add'> {
  const { store, now } = ctx;
  requireCase(ctx, id);
  const actId = newActId();
  store.transaction((db) => {
    const common = { at: now(), actor: LEAD, caseId: id, verb: NOTE_VERB, actId };
    addActivity(db, { ...common, summary: 'Wrote an internal note', fact: { text }, undo: { kind: 'note' } });
    forgetSent(db, 'note', id, [text]);
  });
  return { actId };
}

/** The scrubbed text of a note, for the clipboard. @throws AppError `not-found` */
export function copyNote(ctx: AppContext, { caseId, actId }: ParsedInput<'notes.copy'>): Output<'notes.copy'> {
  const { db } = ctx.store;
  const note = notesOf(db, caseId).find((one) => one.actId === actId);
  if (note === undefined) throw new AppError('not-found', 'This note no longer exists.');
  return scrubWords(note.text, piiCheckContext(db, requireCase(ctx, caseId)));
}
