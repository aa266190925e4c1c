// The handlers of ticket conversations.

import { markThread, readReplies, readThread } from '../../actions/follow-up/read-replies.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { REPLY_CALLS } from '../../contract/reply-calls.ts';
import type { Desk } from './desk.ts';

export function replyHandlers({ ctx }: Desk): Handlers<keyof typeof REPLY_CALLS> {
  return {
    'replies.list': (input) => readReplies(ctx, input),
    'replies.thread': (input) => readThread(ctx, input),
    'replies.done': (input) => markThread(ctx, input),
  };
}
