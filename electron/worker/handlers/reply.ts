// The handlers of ticket conversations, and of all open tickets.

import { markThread, readReplies, readThread } from '../../actions/follow-up/read-replies.ts';
import { listOpenTickets, markFixed } from '../../actions/tickets/open-tickets.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { DESK_TICKETS_CALLS } from '../../contract/desk-tickets-calls.ts';
import type { REPLY_CALLS } from '../../contract/reply-calls.ts';
import type { Desk } from './desk.ts';

export function replyHandlers({ ctx }: Desk): Handlers<keyof typeof REPLY_CALLS | keyof typeof DESK_TICKETS_CALLS> {
  return {
    'replies.list': (input) => readReplies(ctx, input),
    'replies.thread': (input) => readThread(ctx, input),
    'tickets.list': () => listOpenTickets(ctx),
    'tickets.fixed': (input) => markFixed(ctx, input),
    'replies.done': (input) => markThread(ctx, input),
  };
}
