// The host's end of the backend's thread: the same dispatch, over messages.
import { Worker } from 'node:worker_threads';
import type { DeskEvent } from '../contract/calls.ts';
import type { Dispatch } from '../contract/dispatch.ts';
import { AppError, type Reply } from '../contract/errors.ts';
import type { DeskOrder } from './open-desk.ts';

export type ToThread =
  | { readonly kind: 'call'; readonly id: number; readonly name: string; readonly input: unknown }
  | { readonly kind: 'close' };
export type FromThread =
  | { readonly kind: 'ready' }
  | { readonly kind: 'reply'; readonly id: number; readonly reply: Reply<unknown> }
  | { readonly kind: 'event'; readonly event: DeskEvent };

export interface WorkerListeners {
  readonly onEvent: (event: DeskEvent) => void;
  /** The thread ended on its own after the desk was open. */
  readonly onCrash: () => void;
}

export interface WorkerClient {
  readonly dispatch: Dispatch;
  close(): Promise<void>;
}

/** Memory for the thread in MB; without a limit, running out would take the whole app down. */
const MEMORY_MB = 2048;
/** What is made and forgotten at once needs little room; without a limit it takes some tens of MB for good. */
const YOUNG_MB = 9;
const gone: Reply<unknown> = {
  ok: false,
  error: {
    kind: 'internal',
    message: 'The backend stopped before this was done. Nothing you saved is lost. Check it, then try again.',
    details: {},
  },
};

/** Starts the thread and resolves when the desk is open. @throws AppError when it cannot be opened. */
export function startWorker(
  threadFile: URL | string,
  order: DeskOrder,
  { onEvent, onCrash }: WorkerListeners,
): Promise<WorkerClient> {
  const resourceLimits = { maxOldGenerationSizeMb: MEMORY_MB, maxYoungGenerationSizeMb: YOUNG_MB };
  const worker = new Worker(threadFile, { workerData: order, resourceLimits });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let nextId = 1;
  let state: 'opening' | 'open' | 'closing' | 'gone' = 'opening';

  const link: WorkerClient = {
    dispatch: (name, input) =>
      new Promise((resolve) => {
        if (state === 'gone') return resolve(gone);
        const id = nextId++;
        waiting.set(id, resolve);
        worker.postMessage({ kind: 'call', id, name, input } satisfies ToThread);
      }),
    close: () =>
      new Promise((resolve) => {
        if (state === 'gone') return resolve();
        state = 'closing';
        worker.once('exit', () => resolve());
        worker.postMessage({ kind: 'close' } satisfies ToThread);
      }),
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') {
        state = 'open';
        resolve(link);
      } else if (message.kind === 'event') onEvent(message.event);
      else {
        waiting.get(message.id)?.(message.reply);
        waiting.delete(message.id);
      }
    });
    worker.on('error', (error: Error & { kind?: AppError['kind'] }) => {
      // A thread's error arrives as a copy; the kind of an AppError survives as a plain property.
      reject(
        error.kind === undefined
          ? new AppError('internal', 'The desk could not be opened.')
          : new AppError(error.kind, error.message),
      );
    });
    worker.on('exit', () => {
      const crashed = state === 'open';
      state = 'gone';
      for (const settle of waiting.values()) settle(gone);
      waiting.clear();
      if (crashed) onCrash();
      reject(new AppError('internal', 'The desk could not be opened.'));
    });
  });
}
