// The kind of a ticket, chosen by the lead: its draft is rewritten in the form of that kind.
import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { TICKET_KIND_NAMES } from '../../core/domain/ticket-kinds.ts';
import { addActivity, newActId } from '../../store/activity/activity.ts';
import { chooseTicketKind, findDraft, forgetDraft } from '../../store/cases/review.ts';
import { type AppContext, LEAD } from '../app-context.ts';
import { readDraft } from '../draft-ticket.ts';
import { keepWords } from '../kept-words.ts';
import { requireCase } from '../require-case.ts';

/**
 * Text that was typed is kept with the case; one undo restores it and the previous kind.
 * @throws AppError `refused` once there is a ticket
 */
export function chooseKind(
  ctx: AppContext,
  { id, kind }: ParsedInput<'tickets.chooseKind'>,
): Output<'tickets.chooseKind'> {
  const { store, now } = ctx;
  const one = requireCase(ctx, id);
  if (one.ticketId !== null) throw new AppError('refused', 'This case already has a ticket.');
  const actId = newActId();
  store.transaction((db) => {
    const before = findDraft(db, id);
    if (before !== null) keepWords(db, id, { kind: 'ticket', ...before }, now());
    forgetDraft(db, id);
    chooseTicketKind(db, id, kind);
    const name = kind === null ? 'that of its team' : TICKET_KIND_NAMES[kind];
    const undo = { kind: 'draft', before, form: one.ticketKind } as const;
    const summary = `Form of the ticket: ${name}`;
    addActivity(db, { at: now(), actor: LEAD, caseId: id, verb: 'choose-kind', summary, undo, actId });
  });
  return { ...readDraft(ctx, id), actId };
}
