// The handlers of an open case: ETA, pauses, priority, comments on its ticket, release notices.
import { actOnClock, commentOnTicket, previewComment, requestMore } from '../../actions/follow-up/follow-up.ts';
import { noteRelease, reviewRelease } from '../../actions/follow-up/release-notices.ts';
import { requireCase } from '../../actions/require-case.ts';
import type { Handlers } from '../../contract/calls.ts';
import type { FOLLOW_UP_CALLS } from '../../contract/follow-up-calls.ts';
import { markSeen } from '../../store/replies/comments.ts';
import type { Desk } from './desk.ts';

export function followUpHandlers({ ctx, sync }: Desk): Handlers<keyof typeof FOLLOW_UP_CALLS> {
  const { store, now } = ctx;
  return {
    'follow-up.act': (input) => actOnClock(ctx, input),
    'follow-up.requestMore': (input) => requestMore(ctx, input),
    'follow-up.preview': (input) => previewComment(ctx, input),
    'follow-up.comment': (input) => {
      const done = commentOnTicket(ctx, input);
      sync.wake();
      return done;
    },
    'follow-up.seen': ({ id }) => {
      const { ticketId } = requireCase(ctx, id);
      return { seen: ticketId === null ? 0 : store.transaction((db) => markSeen(db, ticketId, now()).length) };
    },
    'release.note': (input) => {
      const noted = noteRelease(ctx, input);
      sync.wake();
      return noted;
    },
    'release.review': (input) => reviewRelease(ctx, input),
  };
}
