// The calls about ticket forms: the defaults, a team's own, and a preview on a real case.
import { z } from 'zod';
import { actId } from '../core/domain/ids.ts';
import { TICKET_KINDS } from '../core/domain/ticket-kinds.ts';
import { defineAct, defineRead } from './define-call.ts';
import { gateFinding } from './schemas.ts';

const kind = z.enum(TICKET_KINDS);
const form = z.object({
  title: z.string().trim().min(1, 'A form needs a title.').max(256),
  body: z.string().trim().min(1, 'A form needs a body.').max(20_000),
});
/** A team by its label, and a kind of its tickets. */
const place = z.object({ team: z.string(), kind });
export const ownForm = place.extend({ form });

export const FORM_CALLS = {
  'forms.list': defineRead(
    z.object({}),
    z.object({
      /** Whom the team serves. */
      defaults: z.object({ veteran: z.record(kind, form), staff: z.record(kind, form) }),
      own: z.array(ownForm),
    }),
    ['settings'],
  ),
  'forms.save': defineAct(ownForm, z.object({ actId }), ['settings', 'cases']),
  /** Back to the default form. */
  'forms.restore': defineAct(place, z.object({ actId }), ['settings', 'cases']),
  /** The form on the team's newest case; null if the desk has no cases. */
  'forms.preview': defineRead(
    ownForm,
    z.object({
      problem: z.string().nullable(),
      ticket: form.extend({ reference: z.string(), found: z.array(gateFinding) }).nullable(),
    }),
    [],
  ),
};
