// Queued entries can be undone until they leave; the toast says when that is and offers undo for exactly that long.
import type { Output } from '../../electron/contract/calls.ts';
import { AppError } from '../../electron/contract/errors.ts';
import type { CaseId } from '../../electron/core/domain/ids.ts';
import { queryClient } from '../bridge/queries.ts';
import { closeError, toast, toastError, toastErrorWith } from './toast.tsx';
import { exactTime } from './words.ts';

/** A longer delay is no reason to cover the window: pending entries can be undone from the undo list. */
const LONGEST_SHOWN_MS = 30_000;

let refused: string | null = null;

/** `message` says what was queued, as a sentence; `entries` is how many. */
export function toastQueued(message: string, undo: () => void, entries = 1): void {
  const sync = queryClient.getQueryData<Output<'outbox.list'>>(['outbox.list', { most: 0 }])?.sync;
  const delay = sync?.sendingDelayMs ?? 0;
  const [wait, leave] = entries === 1 ? ['It waits', 'It leaves'] : ['They wait', 'They leave'];
  if (sync?.signedIn === false) toast(`${message} ${wait} here until you sign in to GitHub.`, undo);
  else if (sync?.online === false) toast(`${message} ${wait} here for the network.`, undo);
  else if (sync?.limitedUntil != null)
    toast(`${message} ${wait} here for GitHub, until ${exactTime(sync.limitedUntil)}.`, undo);
  else if (delay === 0) toast(`${message} ${leave} at once.`);
  else {
    const forMs = Math.min(delay, LONGEST_SHOWN_MS);
    toast(`${message} ${leave} in ${delay / 1_000} seconds.`, undo, { forMs, isUntilSent: true });
  }
}

/** None was queued; `queue` takes the cases that could be. */
export function toastNotQueued(error: Error, queue: (ready: readonly CaseId[]) => void): void {
  const ready = readyOf(error);
  refused = error.message;
  if (ready.length === 0) toastError(error);
  else toastErrorWith(error, `Queue the other ${ready.length}`, () => queue(ready));
}

/** After an undo, what was refused before it may be possible. */
export function closeRefusal(): void {
  if (refused !== null) closeError(refused);
  refused = null;
}

/** The cases that could be queued where others of the list could not. */
function readyOf(error: Error): readonly CaseId[] {
  const ready = error instanceof AppError ? error.details.ready : undefined;
  return Array.isArray(ready) ? ready : [];
}
