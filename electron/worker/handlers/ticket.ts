// The handlers that decide a case and write its ticket, and the one that undoes both.

import { triageCases } from '../../actions/cases/triage-cases.ts';
import { keepTyped, readTyped } from '../../actions/cases/typed-words.ts';
import { editDraft, putIntoDraft, readDraft, startDraftOver } from '../../actions/draft-ticket.ts';
import { discardWords } from '../../actions/kept-words.ts';
import { chooseKind } from '../../actions/tickets/choose-kind.ts';
import { queueTickets } from '../../actions/tickets/queue-ticket.ts';
import { undo } from '../../actions/undo/undo.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { TICKET_CALLS } from '../../contract/ticket-calls.ts';
import type { Desk } from './desk.ts';

export function ticketHandlers({ ctx, sync }: Desk): Handlers<keyof typeof TICKET_CALLS> {
  return {
    'triage.act': (input) => triageCases(ctx, input),
    'tickets.draft': ({ id }) => readDraft(ctx, id),
    'tickets.edit': (input) => editDraft(ctx, input),
    'tickets.chooseKind': (input) => chooseKind(ctx, input),
    'tickets.startOver': ({ id }) => startDraftOver(ctx, id),
    'words.use': (input) => putIntoDraft(ctx, input),
    'typed.get': (input) => readTyped(ctx, input),
    'typed.keep': (input) => keepTyped(ctx, input),
    'words.discard': (input) => discardWords(ctx, input),
    'tickets.queue': async (input) => {
      const queued = await queueTickets(ctx, input);
      sync.wake();
      return queued;
    },
    'activity.undo': (asked) => undo(ctx, asked),
  };
}
