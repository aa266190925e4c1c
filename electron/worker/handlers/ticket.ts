// The handlers that decide a case and write its ticket, and the one that undoes them.
import { editDraft, previewForm, putIntoDraft, readDraft, startDraftOver } from '../../actions/draft-ticket.ts';
import { discardWords } from '../../actions/kept-words.ts';
import { queueTickets } from '../../actions/queue-ticket.ts';
import { readForms, restoreForm, saveForm } from '../../actions/ticket-forms.ts';
import { triageCases } from '../../actions/triage-cases.ts';
import { undo } from '../../actions/undo.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { FORM_CALLS } from '../../contract/form-calls.ts';
import type { TICKET_CALLS } from '../../contract/ticket-calls.ts';
import type { Desk } from './desk.ts';

export function ticketHandlers({ office, sync }: Desk): Handlers<keyof typeof TICKET_CALLS | keyof typeof FORM_CALLS> {
  return {
    'triage.act': (input) => triageCases(office, input),
    'tickets.draft': ({ id }) => readDraft(office, id),
    'tickets.edit': (input) => editDraft(office, input),
    'tickets.startOver': ({ id }) => startDraftOver(office, id),
    'forms.list': () => readForms(office),
    'forms.save': (input) => saveForm(office, input),
    'forms.restore': (input) => restoreForm(office, input),
    'forms.preview': (input) => previewForm(office, input),
    'words.use': (input) => putIntoDraft(office, input),
    'words.discard': (input) => discardWords(office, input),
    'tickets.queue': async (input) => {
      const queued = await queueTickets(office, input);
      sync.poke();
      return queued;
    },
    'activity.undo': ({ id }) => undo(office, id),
  };
}
