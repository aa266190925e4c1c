// What was queued may be taken back until it leaves; the message says when that is and offers no undo for longer.
import type { Output } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
import { toast } from './toast.tsx';

/** A longer delay is no reason to cover the window: what waits can be undone from the list of what can be. */
const LONGEST_SHOWN_MS = 30_000;

/** `message` says what was queued, as a sentence. */
export function sayQueued(message: string, undo: () => void): void {
  const sync = queryClient.getQueryData<Output<'outbox.list'>>(['outbox.list', { most: 0 }])?.sync;
  const delay = sync?.sendingDelayMs ?? 0;
  if (sync?.signedIn === false) toast(`${message} It waits here until you sign in to GitHub.`, undo);
  else if (sync?.online === false) toast(`${message} It waits here for the network.`, undo);
  else if (delay === 0) toast(`${message} It leaves at once.`);
  else toast(`${message} It leaves in ${delay / 1_000} seconds.`, undo, Math.min(delay, LONGEST_SHOWN_MS));
}
