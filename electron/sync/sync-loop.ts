// When to send: when something was queued, and now and then. One run at a time in this process, one process at a time
// for a home. May die at any instant without harm.
import type { Connections } from './connections.ts';
import { drainOutbox, type OutboxPort } from './drain-outbox.ts';
import { createRemoteChanges } from './github/changes.ts';
import { createGitHubClient } from './github/client.ts';
import { describeGitHubError } from './github/errors.ts';
import { type PullPort, pullChanges } from './pull-changes.ts';
import { createSendingFetch } from './sending-fetch.ts';
import { createSlackClient } from './slack/client.ts';
import { createZenHubClient } from './zenhub/client.ts';

export interface SyncLoopOptions {
  readonly outbox: OutboxPort;
  readonly pull: PullPort;
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Makes this the only process that sends for the home; null when another one is. */
  readonly takeLock: () => { release(): void } | null;
  /** Called after a run that changed something. */
  readonly sent: () => void;
  readonly report: (error: unknown) => void;
}

export interface SyncLoop {
  start(): void;
  /** Something was queued: do not wait for the next beat. */
  poke(): void;
  /** One run now; resolves to how many entries arrived. */
  once(): Promise<number>;
  stop(): Promise<void>;
  state(): { online: boolean | null; lastSyncAt: number | null };
}

const BEAT_MS = 5_000;
/** What teams say is asked for this often by itself; at once when the lead asks. */
const PULL_MS = 60_000;
/** So that several tickets queued in a row, or an undo right after, meet the outbox before it drains. */
const POKE_DELAY_MS = 3_000;

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { outbox, connections, now, takeLock } = options;
  const sending = createSendingFetch(options.fetch);
  let online: boolean | null = null;
  let lastSyncAt: number | null = null;
  let running: Promise<number> | null = null;
  let pulledAt: number | null = null;
  let waitUntil: number | null = null;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  async function run(pullNow: boolean): Promise<number> {
    const { github, zenhub, slack = null } = connections();
    if (github === null) return 0; // not signed in: everything waits, and the screen says so
    const lock = takeLock();
    if (lock === null) return 0; // another window of this desk is sending
    try {
      const recovered = outbox.recover();
      const result = await drainOutbox({
        outbox,
        sending,
        github: createGitHubClient(github, sending.fetch, now),
        zenhub: zenhub === null ? null : createZenHubClient(zenhub, sending.fetch, now),
        slack: slack === null ? null : createSlackClient(slack, sending.fetch, now),
        now,
        report: options.report,
        shouldStop: () => stopped,
      });
      waitUntil = result.waitUntil;
      if (result.online !== null) online = result.online;
      if (result.online === true) lastSyncAt = now();
      if (result.online !== null || recovered > 0) options.sent();
      const isDue = pullNow || pulledAt === null || Math.abs(now() - pulledAt) >= PULL_MS;
      if (result.online !== false && isDue) {
        pulledAt = now();
        if (await pull(github)) options.sent();
      }
      return result.sent;
    } finally {
      lock.release();
    }
  }

  /** True when something of ours changed there. A network that is gone is no bug: the next beat tries again. */
  async function pull(github: NonNullable<Connections['github']>): Promise<boolean> {
    try {
      const news = await pullChanges(options.pull, createRemoteChanges(github, sending.fetch, now));
      return news > 0;
    } catch (error) {
      const { kind } = describeGitHubError(error, now());
      if (kind === 'ambiguous' || kind === 'later') online = false;
      else options.report(error);
      return false;
    }
  }

  function drain(pullNow: boolean): Promise<number> {
    running ??= run(pullNow).finally(() => {
      running = null;
    });
    return running;
  }

  function beatIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drain(false)
        .catch(options.report)
        .finally(() => {
          // Held back by the limits of content: the next beat comes when they let more leave.
          if (!stopped) beatIn(waitUntil === null ? BEAT_MS : Math.max(0, Math.min(BEAT_MS, waitUntil - now())));
        });
    }, delay);
  }

  return {
    start() {
      started = true;
      beatIn(0);
    },
    poke() {
      if (started && !stopped) beatIn(POKE_DELAY_MS);
    },
    once: () => drain(true),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => 0);
    },
    state: () => ({ online, lastSyncAt }),
  };
}
