// Records that details were handed over by encrypted mail: when and to whom, never what (those go by secure mail only).

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { EASTERN } from '../../core/domain/time.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { knownLogins } from '../../store/tickets/directory.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { piiCheckContext } from '../draft-ticket.ts';
import { requireScrubbed } from '../egress.ts';
import { requireCase } from '../require-case.ts';

const WHEN = new Intl.DateTimeFormat('en-US', {
  dateStyle: 'medium',
  timeStyle: 'short',
  timeZone: EASTERN,
});

/**
 * Someone from the directory, or a role ("the Product Manager of Medications").
 * @throws AppError `invalid` for a time in the future, `refused` when the recipient is written in a way that is
 * personal
 */
export function noteHandedOver(
  ctx: AppContext,
  { id, to, at = ctx.now() }: ParsedInput<'details.handedOver'>,
): Output<'details.handedOver'> {
  const { store, now } = ctx;
  if (at > now()) throw new AppError('invalid', 'This time is in the future. Record it once the mail has been sent.');
  const actId = newActId();
  store.transaction((db) => {
    const one = requireCase(ctx, id);
    const isKnown = knownLogins(db).includes(to);
    const whom = isKnown ? to : requireScrubbed(to, piiCheckContext(db, one), 'whom it went to');
    const summary = `Details handed over by encrypted mail to ${whom}, ${WHEN.format(at)} ET`;
    const undo = { kind: 'note' } as const;
    addActivity(db, { at: now(), actor: LEAD, caseId: id, verb: 'handed-over', summary, fact: { at }, undo, actId });
  });
  return { actId };
}
