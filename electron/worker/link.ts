// The host's end of the back office's thread: the same dispatch, over messages.
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

export interface OfficeLink {
  readonly dispatch: Dispatch;
  close(): Promise<void>;
}

/** Memory for the thread in MB; without a limit its running out would take the whole app along. */
const MEMORY_MB = 2048;
const gone: Reply<unknown> = {
  ok: false,
  error: {
    kind: 'internal',
    message: 'The back office stopped. Close the desk and open it again; nothing saved is lost.',
    details: {},
  },
};

/** Starts the thread and resolves when the desk is open. @throws AppError when it cannot be opened. */
export function startOffice(
  threadFile: URL | string,
  order: DeskOrder,
  onEvent: (event: DeskEvent) => void,
): Promise<OfficeLink> {
  const worker = new Worker(threadFile, { workerData: order, resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB } });
  const waiting = new Map<number, (reply: Reply<unknown>) => void>();
  let nextId = 1;
  let alive = true;

  const link: OfficeLink = {
    dispatch: (name, input) =>
      new Promise((resolve) => {
        if (!alive) return resolve(gone);
        const id = nextId++;
        waiting.set(id, resolve);
        worker.postMessage({ kind: 'call', id, name, input } satisfies ToThread);
      }),
    close: () =>
      new Promise((resolve) => {
        if (!alive) return resolve();
        worker.once('exit', () => resolve());
        worker.postMessage({ kind: 'close' } satisfies ToThread);
      }),
  };

  return new Promise((resolve, reject) => {
    worker.on('message', (message: FromThread) => {
      if (message.kind === 'ready') resolve(link);
      else if (message.kind === 'event') onEvent(message.event);
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
      alive = false;
      for (const settle of waiting.values()) settle(gone);
      waiting.clear();
      reject(new AppError('internal', 'The desk could not be opened.'));
    });
  });
}
