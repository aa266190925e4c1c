// The handlers of all open tickets.
import { listOpenTickets, markFixed } from '../../actions/tickets/open-tickets.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { DESK_TICKETS_CALLS } from '../../contract/desk-tickets-calls.ts';
import type { Desk } from './desk.ts';

export function deskTicketHandlers({ ctx }: Desk): Handlers<keyof typeof DESK_TICKETS_CALLS> {
  return {
    'tickets.list': () => listOpenTickets(ctx),
    'tickets.fixed': (input) => markFixed(ctx, input),
  };
}
