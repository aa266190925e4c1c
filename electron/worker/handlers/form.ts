// The handlers of ticket forms.
import { previewForm } from '../../actions/draft-ticket.ts';
import { readForms, restoreForm, saveForm } from '../../actions/tickets/ticket-forms.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { FORM_CALLS } from '../../contract/form-calls.ts';
import type { Desk } from './desk.ts';

export function formHandlers({ ctx }: Desk): Handlers<keyof typeof FORM_CALLS> {
  return {
    'forms.list': () => readForms(ctx),
    'forms.save': (input) => saveForm(ctx, input),
    'forms.restore': (input) => restoreForm(ctx, input),
    'forms.preview': (input) => previewForm(ctx, input),
  };
}
