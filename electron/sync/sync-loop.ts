// Decides when to sync: when something was queued, and periodically. One run at a time in this process, one process at
// a time per home. May be killed at any instant without harm.
import { allGitHubs, type Connections } from './connections.ts';
import { createSyncRun, type RunRequest, type SyncRunOptions, type SyncState } from './sync-run.ts';

export interface SyncLoopOptions extends Omit<SyncRunOptions, 'shouldStop'> {
  readonly connections: () => Connections;
  /** Makes this the only process that sends for the home; null when another one is. */
  readonly takeLock: () => { release(): void } | null;
}

export interface SyncLoop {
  start(): void;
  /** Something was queued: do not wait for the next tick. */
  wake(): void;
  /** Runs once now for everything pending; resolves to how many entries arrived. */
  once(): Promise<number>;
  /** The network changed: runs once now for everything that may be sent automatically. */
  resume(): Promise<number>;
  stop(): Promise<void>;
  state(): SyncConnection;
}

export interface SyncConnection extends SyncState {
  readonly signedIn: boolean;
}

const TICK_MS = 5_000;
/** So that several tickets queued in a row, or an undo right after, reach the outbox before it drains. */
const WAKE_DELAY_MS = 3_000;

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { connections, now, takeLock } = options;
  let running: Promise<number> | null = null;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;
  const syncRun = createSyncRun({ ...options, shouldStop: () => stopped });

  async function runLocked(request: RunRequest): Promise<number> {
    const connected = connections();
    if (allGitHubs(connected).length === 0) return 0; // not signed in: everything waits, and the screen says so
    const lock = takeLock();
    if (lock === null) return 0; // another window of this desk is sending
    try {
      return await syncRun.run(connected, request);
    } finally {
      lock.release();
    }
  }

  function runOrJoin(request: RunRequest): Promise<number> {
    running ??= runLocked(request).finally(() => {
      running = null;
    });
    return running;
  }

  /** A request by a person is not served by a run that began before it: that run may have passed what was meant. */
  async function runAfresh(request: RunRequest): Promise<number> {
    while (running !== null) await running.catch(() => 0);
    return runOrJoin(request);
  }

  function tickIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      runOrJoin({ pullNow: false, hasty: false })
        .catch(options.report)
        .finally(() => {
          if (!stopped) tickIn(untilNextTick());
        });
    }, delay);
  }

  /** The next tick comes early when the content rate limits hold something back until then. */
  function untilNextTick(): number {
    const waitUntil = syncRun.waitUntil();
    return waitUntil === null ? TICK_MS : Math.max(0, Math.min(TICK_MS, waitUntil - now()));
  }

  return {
    start() {
      started = true;
      tickIn(0);
    },
    wake() {
      if (started && !stopped) tickIn(WAKE_DELAY_MS);
    },
    once: () => runAfresh({ pullNow: true, hasty: true }),
    resume: () => runAfresh({ pullNow: true, hasty: false }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => 0);
    },
    state: () => ({ signedIn: allGitHubs(connections()).length > 0, ...syncRun.state() }),
  };
}
