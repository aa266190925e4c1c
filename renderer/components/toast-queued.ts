// Queued entries can be undone until they leave; the toast says when that is and offers undo for exactly that long.
import type { Output } from '../../electron/contract/calls.ts';
import { queryClient } from '../bridge/queries.ts';
import { toast } from './toast.tsx';
import { exactTime } from './words.ts';

/** A longer delay is no reason to cover the window: pending entries can be undone from the undo list. */
const LONGEST_SHOWN_MS = 30_000;

/** `message` says what was queued, as a sentence. */
export function toastQueued(message: string, undo: () => void): void {
  const sync = queryClient.getQueryData<Output<'outbox.list'>>(['outbox.list', { most: 0 }])?.sync;
  const delay = sync?.sendingDelayMs ?? 0;
  if (sync?.signedIn === false) toast(`${message} It waits here until you sign in to GitHub.`, undo);
  else if (sync?.online === false) toast(`${message} It waits here for the network.`, undo);
  else if (sync?.limitedUntil != null)
    toast(`${message} It waits here for GitHub, until ${exactTime(sync.limitedUntil)}.`, undo);
  else if (delay === 0) toast(`${message} Leaves at once.`);
  else toast(`${message} Leaves in ${delay / 1_000} seconds.`, undo, { forMs: Math.min(delay, LONGEST_SHOWN_MS) });
}
