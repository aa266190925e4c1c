// Ticket forms customized by a team, stored as a setting; a team without one uses the default form.

import type { Output, ParsedInput } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import { defaultForm } from '../../core/compose/default-forms.ts';
import type { ActId } from '../../core/domain/ids.ts';
import { recordOf } from '../../core/domain/records.ts';
import { TICKET_KIND_NAMES, TICKET_KINDS } from '../../core/domain/ticket-kinds.ts';
import type { AppContext } from '../app-context.ts';
import { saveSetting } from '../settings.ts';
import { FORMS_SETTING, problemWith, readOwnForms } from '../team-forms.ts';

export function readForms({ store }: AppContext): Output<'forms.list'> {
  const defaultsFor = (audience: 'veteran' | 'staff') =>
    recordOf(TICKET_KINDS, (kind) => defaultForm(kind, { audience }));
  return { defaults: { veteran: defaultsFor('veteran'), staff: defaultsFor('staff') }, own: readOwnForms(store.db) };
}

/** @throws AppError `invalid` saying what the form lacks, may not name, or contains about a person */
export function saveForm(ctx: AppContext, input: ParsedInput<'forms.save'>): { actId: ActId } {
  const problem = problemWith(ctx.store.db, input.kind, input.form);
  if (problem !== null) throw new AppError('invalid', problem);
  const summary = `Changed the form "${TICKET_KIND_NAMES[input.kind]}" of ${input.team}`;
  return saveSetting(ctx, FORMS_SETTING, [...others(ctx, input), input], summary);
}

export function restoreForm(ctx: AppContext, input: ParsedInput<'forms.restore'>): { actId: ActId } {
  const summary = `${input.team} uses the default form "${TICKET_KIND_NAMES[input.kind]}" again`;
  return saveSetting(ctx, FORMS_SETTING, others(ctx, input), summary);
}

function others({ store }: AppContext, { team, kind }: ParsedInput<'forms.restore'>) {
  return readOwnForms(store.db).filter((one) => one.team !== team || one.kind !== kind);
}
