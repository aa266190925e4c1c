// The calls that decide a case and write its ticket, and the one that undoes both.
import { z } from 'zod';
import { TRIAGE_ACTIONS } from '../core/domain/case.ts';
import { actId, activityId, caseId, ticketId } from '../core/domain/ids.ts';
import { TICKET_KINDS } from '../core/domain/ticket-kinds.ts';
import { TYPED_FORMS } from '../core/domain/typed-form.ts';
import { defineAct, defineRead } from './define-call.ts';
import * as shape from './schemas.ts';

const one = z.object({ id: caseId });
const words = z.object({ title: z.string().max(256), body: z.string().max(60_000) });
const shown = z.object({ title: z.string(), body: z.string() });
/** `about` is the id of the case or problem, empty if the form is about none. */
const typedForm = z.object({ form: z.enum(TYPED_FORMS), about: z.string().max(100).default('') });
const typedWords = z.record(z.string().max(20), z.string().max(100_000));

export const TICKET_CALLS = {
  'triage.act': defineAct(
    z.object({
      caseIds: z.array(caseId).min(1),
      action: z.enum(TRIAGE_ACTIONS),
      team: z.string().optional(),
      /** Escalates each case to its suggested team; those without a suggestion stay as they are. */
      eachSuggested: z.boolean().default(false),
      job: z.string().optional(),
    }),
    z.object({ changed: z.number(), actId: actId.nullable(), left: z.number(), unsure: z.array(caseId) }),
    ['cases'],
  ),
  'tickets.draft': defineRead(one, shape.ticketDraft, ['cases', 'directory']),
  /**
   * Saves the edited draft; `was` is the draft it is based on. If another window changed the same text in the meantime,
   * or queued the ticket, nothing is overwritten: the text is kept with the case, as `keptId`. `sent` is an edit of the same
   * window that may have arrived or not.
   */
  'tickets.edit': defineAct(
    words.extend({ caseId, was: shown, sent: shown.optional() }),
    shape.ticketDraft.extend({ keptId: activityId.nullable() }),
    ['cases'],
  ),
  /**
   * Gives the ticket the form of another kind, or the default for its team and source; typed text stays with the case.
   */
  'tickets.chooseKind': defineAct(
    one.extend({ kind: z.enum(TICKET_KINDS).nullable() }),
    shape.ticketDraft.extend({ actId }),
    ['cases'],
  ),
  'tickets.startOver': defineAct(one, shape.ticketDraft.extend({ actId: actId.nullable() }), ['cases']),
  /** Inserts kept text into the draft of the case's ticket. */
  'words.use': defineAct(z.object({ id: activityId }), z.object({ actId }), ['cases']),
  /** Text being typed into a form, by field; null if there is none. */
  'typed.get': defineRead(typedForm, z.object({ words: typedWords.nullable() }), []),
  /**
   * Saves it; null deletes it. `was` is what the window last knew to be saved: whatever another window saved since is
   * merged. `sent` is what the same window sent before, which may have arrived or not. Returns what is saved now.
   */
  'typed.keep': defineAct(
    typedForm.extend({
      words: typedWords.nullable(),
      was: typedWords.nullable(),
      sent: typedWords.nullable().optional(),
    }),
    z.object({ words: typedWords.nullable() }),
    [],
  ),
  'words.discard': defineAct(z.object({ id: activityId }), z.object({ actId }), ['cases']),
  'tickets.queue': defineAct(
    /** `job` identifies it, for progress and cancel. */
    z.object({ caseIds: z.array(caseId).min(1), job: z.string().optional() }),
    z.object({ queued: z.array(ticketId), actId }),
    ['cases', 'outbox'],
  ),
  'activity.undo': defineAct(
    /** With `asksForImport`, an import that is the latest act is refused, with its `actId` in the details. */
    z.object({ id: actId.optional(), asksForImport: z.boolean().default(false) }),
    /** Null if there was nothing to undo. */
    z.object({ undone: z.string().nullable(), actId: actId.nullable(), caseId: caseId.nullable() }),
    ['cases', 'outbox', 'settings', 'directory'],
  ),
} as const;
