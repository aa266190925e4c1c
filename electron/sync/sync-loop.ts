// When to send: when something was queued, and now and then. One run at a time in this process, one process at a time
// for a home. May die at any instant without harm.

import { ENTRY_KINDS } from '../core/words/outbox.ts';
import type { Connections } from './connections.ts';
import { drainOutbox } from './drain-outbox.ts';
import { createRemoteChanges } from './github/changes.ts';
import { createGitHubClient } from './github/client.ts';
import { describeGitHubError } from './github/errors.ts';
import { reachGitHub } from './github/reach.ts';
import type { OutboxPort } from './outbox-port.ts';
import { type PullPort, pullChanges } from './pull-changes.ts';
import { createSendingFetch } from './sending-fetch.ts';
import { createSlackClient } from './slack/client.ts';
import type { ZenHubPace } from './zenhub/ask.ts';
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
  state(): SyncConnection;
}

export interface SyncConnection {
  /** Null while nothing was tried. */
  readonly online: boolean | null;
  readonly lastSyncAt: number | null;
  /** Why nothing can leave, in words; null when it can. */
  readonly trouble: string | null;
  /** Repositories with tickets of ours that the token may not read. */
  readonly unreadable: string[];
}

const EVERYTHING = { kinds: ENTRY_KINDS, looking: true, except: [] } as const;
const BEAT_MS = 5_000;
/** What teams say is asked for this often by itself; at once when the lead asks. */
const PULL_MS = 60_000;
/** No more often than this, while many entries go. */
const TELL_MS = 1_000;
/** Having heard from GitHub is good for so long. */
const TRUST_MS = 60_000;
const PORTAL =
  'This network answers in place of GitHub; it may ask to sign in first. Open any page in a browser, and sending goes on by itself.';
/** So that several tickets queued in a row, or an undo right after, meet the outbox before it drains. */
const POKE_DELAY_MS = 3_000;

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { outbox, connections, now, takeLock } = options;
  const sending = createSendingFetch(options.fetch);
  let online: boolean | null = null;
  let lastSyncAt: number | null = null;
  let heardAt: number | null = null;
  let trouble: string | null = null;
  let unreadable: readonly string[] = [];
  const pace: ZenHubPace = { freeFrom: 0 };
  let running: Promise<number> | null = null;
  let pulledAt: number | null = null;
  let waitUntil: number | null = null;
  let toldAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  /** Many entries take minutes: the window hears of them while they go. */
  function tellNowAndThen(): void {
    if (Math.abs(now() - toldAt) < TELL_MS) return;
    toldAt = now();
    options.sent();
  }

  async function run(pullNow: boolean): Promise<number> {
    const { github, zenhub, slack = null } = connections();
    if (github === null) return 0; // not signed in: everything waits, and the screen says so
    const lock = takeLock();
    if (lock === null) return 0; // another window of this desk is sending
    try {
      const recovered = outbox.recover();
      if (outbox.nextDue(now(), EVERYTHING) !== null && !(await mayLeave(github))) {
        options.sent();
        return 0;
      }
      const result = await drainOutbox({
        outbox,
        sending,
        github: createGitHubClient(github, sending.fetch, now),
        zenhub: zenhub === null ? null : createZenHubClient(zenhub, sending.fetch, now, pace),
        slack: slack === null ? null : createSlackClient(slack, sending.fetch, now),
        now,
        chance: Math.random,
        tried: tellNowAndThen,
        report: options.report,
        shouldStop: () => stopped,
      });
      waitUntil = result.waitUntil;
      if (result.online !== null) online = result.online;
      if (result.online === true) heardAt = lastSyncAt = now();
      if (result.online !== null || recovered > 0) options.sent();
      const isFree = outbox.limitOf('github', now()) === null;
      const isDue = pullNow || pulledAt === null || Math.abs(now() - pulledAt) >= PULL_MS;
      if (result.online !== false && isFree && isDue) {
        pulledAt = now();
        if (await pull(github)) options.sent();
      }
      return result.sent;
    } finally {
      lock.release();
    }
  }

  /** False when something else than GitHub answers in its place; a network that is silent is found out by sending. */
  async function mayLeave(github: NonNullable<Connections['github']>): Promise<boolean> {
    if (online === true && heardAt !== null && Math.abs(now() - heardAt) < TRUST_MS) return true;
    const isAway = (await reachGitHub(github, sending.fetch)) === 'away';
    trouble = isAway ? PORTAL : null;
    if (isAway) online = false;
    return !isAway;
  }

  /** True when something of ours changed there. A network that is gone is no bug: the next beat tries again. */
  async function pull(github: NonNullable<Connections['github']>): Promise<boolean> {
    try {
      const pulled = await pullChanges(options.pull, createRemoteChanges(github, sending.fetch, now));
      unreadable = pulled.unreadable;
      trouble = null;
      return pulled.news > 0;
    } catch (error) {
      const outcome = describeGitHubError(error, now());
      if (outcome.kind === 'later' && outcome.limited === true)
        outbox.noteLimit('github', outcome.retryAt ?? now() + PULL_MS);
      else if (outcome.kind === 'later' && !outcome.offline) trouble = outcome.reason;
      else if (outcome.kind === 'ambiguous' || outcome.kind === 'later') online = false;
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
    state: () => ({ online, lastSyncAt, trouble, unreadable: [...unreadable] }),
  };
}
