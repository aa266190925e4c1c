// Keeps the backend of the open desk running: starts it, starts it again after a crash, and closes it, together with the
// stand-ins of a practice home.
import type { DeskEvent } from '../contract/calls.ts';
import { TAGS } from '../contract/define-call.ts';
import type { DeskOrder } from './open-desk.ts';
import type { Unlocking } from './unlock.ts';
import type { WorkerClient, WorkerListeners } from './worker-client.ts';

export interface SupervisorOptions {
  readonly start: (order: DeskOrder, listeners: WorkerListeners) => Promise<WorkerClient>;
  /** Starts the stand-ins for a practice home. */
  readonly startPractice: (order: DeskOrder) => Promise<() => Promise<void>>;
  readonly announce: (event: DeskEvent) => void;
}

export interface Supervisor {
  /** The running backend; null while there is none, also while it is started again. */
  backend(): WorkerClient | null;
  /** Whether it runs, or is about to again after a crash. */
  isUp(): boolean;
  /**
   * @param unlocked what the first start has to report; a start after a crash does not
   * @throws AppError when the desk cannot be opened
   */
  start(order: DeskOrder, unlocked: Unlocking | null): Promise<void>;
  /** From here on no call reaches the store; running calls finish first. Does nothing if it is closed. */
  stop(): Promise<void>;
}

/** A backend that stops more often than this is left stopped, so that someone looks for the cause. */
const RESTARTS = 3;
const RESTARTS_WITHIN_MS = 10 * 60_000;

const STARTED_AGAIN: DeskEvent = {
  event: 'notify',
  title: 'The backend was started again',
  body: 'It had stopped. Nothing you saved is lost, but check the last thing you did: it may not have been saved.',
  caseId: null,
};
const LEFT_STOPPED: DeskEvent = {
  event: 'notify',
  title: 'The backend stopped',
  body: 'It stopped more than once. Nothing you saved is lost. Open the desk again; if a file you imported caused this, leave it out.',
  caseId: null,
};

export function createSupervisor({ start, startPractice, announce }: SupervisorOptions): Supervisor {
  let backend: WorkerClient | null = null;
  let stopPractice: (() => Promise<void>) | null = null;
  let stopping: Promise<void> = Promise.resolve();
  let restarting: Promise<void> | null = null;
  let crashes: readonly number[] = [];

  /** @param first what the first start has to report in addition */
  const startThread = (order: DeskOrder, first = order) =>
    start(first, {
      onEvent: announce,
      onCrash: () => {
        restarting = restart(order).finally(() => {
          restarting = null;
        });
      },
    });

  function mayRestart(now: number): boolean {
    crashes = [...crashes.filter((at) => at > now - RESTARTS_WITHIN_MS), now];
    return crashes.length <= RESTARTS;
  }

  /** The store is intact however the thread ends, so it is reopened at once, and the lead is told. */
  async function restart(order: DeskOrder): Promise<void> {
    backend = null;
    if (mayRestart(Date.now())) backend = await startThread(order).catch(() => null);
    announce({ event: 'changed', touches: [...TAGS] });
    announce(backend === null ? LEFT_STOPPED : STARTED_AGAIN);
  }

  async function stopOnce(): Promise<void> {
    // What is about to run would otherwise be open after it was closed.
    if (restarting !== null) await restarting;
    const [running, practice] = [backend, stopPractice];
    backend = null;
    stopPractice = null;
    await running?.close();
    await practice?.();
  }

  return {
    backend: () => backend,
    isUp: () => backend !== null || restarting !== null,
    async start(order, unlocked) {
      const stop = order.mode === 'practice' ? await startPractice(order) : null;
      try {
        backend = await startThread(order, { ...order, unlocked });
      } catch (error) {
        await stop?.();
        throw error;
      }
      stopPractice = stop;
    },
    stop() {
      stopping = Promise.all([stopping, stopOnce()]).then(() => {});
      return stopping;
    },
  };
}
