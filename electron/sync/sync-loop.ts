// Decides when to send: when something was queued, and periodically. One run at a time in this process, one process at
// a time per home. May be killed at any instant without harm.

import { ENTRY_KINDS, SERVICES } from '../core/domain/outbox.ts';
import { afterFailure, CLOSED, healthOf, type ServiceFailure, stateOf } from './circuit-breaker.ts';
import { allGitHubs, type Connections } from './connections.ts';
import { drainOutbox } from './drain-outbox.ts';
import { createGitHubClients, remoteChangesByHost } from './github/by-host.ts';
import { describeGitHubError } from './github/errors.ts';
import type { GitHubConnection } from './github/octokit.ts';
import { reachGitHub } from './github/reach.ts';
import type { OutboxPort } from './outbox-port.ts';
import { type PullPort, pullChanges } from './pull-changes.ts';
import { createSendingFetch } from './sending-fetch.ts';
import { createSlackClient } from './slack/client.ts';
import { createTeamsClient } from './teams/client.ts';
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
  /** Something was queued: do not wait for the next tick. */
  wake(): void;
  /** Runs once now for everything pending; resolves to how many entries arrived. */
  once(): Promise<number>;
  /** The network changed: runs once now for everything that may be sent automatically. */
  resume(): Promise<number>;
  stop(): Promise<void>;
  state(): SyncConnection;
}

interface Wish {
  readonly pullNow: boolean;
  /** The sending delay is skipped. */
  readonly hasty: boolean;
}

export interface SyncConnection {
  readonly signedIn: boolean;
  /** Null until something was tried. */
  readonly online: boolean | null;
  readonly lastSyncAt: number | null;
  /** Repositories with our tickets that the token may not read. */
  readonly unreadable: string[];
}

const EVERYTHING = { kinds: ENTRY_KINDS, looking: true, except: [], hasty: true } as const;
const TICK_MS = 5_000;
/** How often comments are pulled automatically; a request by the lead pulls at once. */
const PULL_MS = 60_000;
/** At most this often while many entries are sent. */
const TELL_MS = 1_000;
/** How long a response from GitHub proves that it is reachable. */
const TRUST_MS = 60_000;
/**
 * Nothing is sent unless the desk has pulled within this time: after every start, a night offline, a restored backup.
 * What another copy of this store has sent in the meantime shows by its markers.
 */
const FRESH_MS = 10 * 60_000;
const DENIED = 'GitHub does not accept the token. Sign in again.';
const FAILING = 'GitHub is not responding as it should.';
const PORTAL =
  'This network responds instead of GitHub, and may require you to sign in first. Open any page in a browser, and sending continues automatically.';
/** So that several tickets queued in a row, or an undo right after, reach the outbox before it drains. */
const WAKE_DELAY_MS = 3_000;

export function createSyncLoop(options: SyncLoopOptions): SyncLoop {
  const { outbox, connections, now, takeLock } = options;
  const sending = createSendingFetch(options.fetch);
  let online: boolean | null = null;
  let lastSyncAt: number | null = null;
  let heardAt: number | null = null;
  let unreadable: readonly string[] = [];
  const pace: ZenHubPace = { freeFrom: 0 };
  let running: Promise<number> | null = null;
  let pulledAt: number | null = null;
  /** When a pull was last completed. */
  let pulledWholeAt: number | null = null;
  let waitUntil: number | null = null;
  let toldAt = 0;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  /** Many entries take minutes: the window is updated while they are sent. */
  function tellNowAndThen(): void {
    if (Math.abs(now() - toldAt) < TELL_MS) return;
    toldAt = now();
    options.sent();
  }

  async function run({ pullNow, hasty }: Wish): Promise<number> {
    const signedIn = connections();
    const { zenhub, slack = null, teams = null } = signedIn;
    if (allGitHubs(signedIn).length === 0) return 0; // not signed in: everything waits, and the screen says so
    const lock = takeLock();
    if (lock === null) return 0; // another window of this desk is sending
    try {
      const recovered = outbox.recover();
      if (pullNow) tryNow();
      if (outbox.nextDue(now(), { ...EVERYTHING, hasty }) !== null && !(await mayLeave(signedIn))) {
        options.sent();
        return 0;
      }
      const result = await drainOutbox({
        outbox,
        sending,
        github: createGitHubClients(signedIn, sending.fetch, now),
        zenhub: zenhub === null ? null : createZenHubClient(zenhub, sending.fetch, now, pace),
        slack: slack === null ? null : createSlackClient(slack, sending.fetch, now),
        teams: teams === null ? null : createTeamsClient(teams, sending.fetch, now),
        now,
        hasty,
        chance: Math.random,
        tried: tellNowAndThen,
        report: options.report,
        shouldStop: () => stopped,
      });
      waitUntil = result.waitUntil;
      if (result.online !== null) online = result.online;
      if (result.online === true) heardAt = lastSyncAt = now();
      if (result.online !== null || recovered > 0) options.sent();
      const isDue = pullNow || result.broke || pulledAt === null || Math.abs(now() - pulledAt) >= PULL_MS;
      if (result.online !== false && isDue && mayAsk() && (await pull(signedIn))) options.sent();
      return result.sent;
    } finally {
      lock.release();
    }
  }

  const fresh = (at: number | null, ms: number) => at !== null && Math.abs(now() - at) < ms;
  /** Whether GitHub may be called now. */
  const mayAsk = () =>
    outbox.limitOf('github', now()) === null && stateOf(outbox.circuitOf('github'), now()) !== 'open';

  /** A person asks: a failed service is probed now rather than when its time has come. */
  function tryNow(): void {
    for (const service of SERVICES) {
      const circuit = outbox.circuitOf(service);
      if (circuit.retryAt !== null) outbox.keepCircuit(service, { ...circuit, retryAt: now() });
    }
  }

  function fail(failure: ServiceFailure): void {
    outbox.keepCircuit('github', afterFailure('github', outbox.circuitOf('github'), failure, now()));
  }

  /** False when nothing may be sent: GitHub cannot be reached, or was not pulled recently. */
  async function mayLeave(signedIn: Connections): Promise<boolean> {
    if (mayAsk() && !(await areThere(signedIn))) return false;
    if (fresh(pulledWholeAt, FRESH_MS)) return true;
    if (!mayAsk()) return false;
    await pull(signedIn);
    return fresh(pulledWholeAt, FRESH_MS);
  }

  async function areThere(signedIn: Connections): Promise<boolean> {
    const isClosed = stateOf(outbox.circuitOf('github'), now()) === 'closed';
    if (isClosed && online === true && fresh(heardAt, TRUST_MS)) return true;
    for (const github of allGitHubs(signedIn)) if (!(await isThere(github))) return false;
    return true;
  }

  /** Checked with a harmless request. A silent network is noticed by the next request. */
  async function isThere(github: GitHubConnection): Promise<boolean> {
    const reach = await reachGitHub(github, sending.fetch);
    if (reach === 'away' || reach === 'failing') online = false;
    if (reach === 'away') fail({ kind: 'unreachable', reason: PORTAL });
    if (reach === 'failing') fail({ kind: 'unreachable', reason: FAILING });
    if (reach === 'denied') fail({ kind: 'sign-in', reason: DENIED });
    if (reach === 'there' && outbox.circuitOf('github').needsSignIn) outbox.keepCircuit('github', CLOSED);
    return reach === 'there' || reach === 'silent';
  }

  /** True when something of ours changed there. A lost network is not a bug: the next tick retries. */
  async function pull(signedIn: Connections): Promise<boolean> {
    pulledAt = now();
    try {
      const pulled = await pullChanges(options.pull, remoteChangesByHost(signedIn, sending.fetch, now));
      unreadable = pulled.unreadable;
      pulledWholeAt = heardAt = lastSyncAt = now();
      online = true;
      // While something is pending, it takes a write to close the circuit.
      const { retryAt, needsSignIn } = outbox.circuitOf('github');
      if (needsSignIn || (retryAt !== null && outbox.nextDue(now(), EVERYTHING) === null))
        outbox.keepCircuit('github', CLOSED);
      return pulled.news > 0;
    } catch (error) {
      const outcome = describeGitHubError(error, now());
      const health = healthOf(outcome);
      if (outcome.kind === 'retryable' && outcome.limited === true)
        outbox.noteLimit('github', outcome.retryAt ?? now() + PULL_MS);
      else if (health === 'answered') options.report(error);
      else if (health !== null) fail(health);
      if (outcome.kind === 'indeterminate' || (outcome.kind === 'retryable' && outcome.offline)) online = false;
      return false;
    }
  }

  function drain(wish: Wish): Promise<number> {
    running ??= run(wish).finally(() => {
      running = null;
    });
    return running;
  }

  /** A request by a person is not served by a run that began before it: that run may have passed what was meant. */
  async function afresh(wish: Wish): Promise<number> {
    while (running !== null) await running.catch(() => 0);
    return drain(wish);
  }

  function tickIn(delay: number): void {
    clearTimeout(timer);
    timer = setTimeout(() => {
      drain({ pullNow: false, hasty: false })
        .catch(options.report)
        .finally(() => {
          // Held back by the content rate limits: the next tick comes when they allow more.
          if (!stopped) tickIn(waitUntil === null ? TICK_MS : Math.max(0, Math.min(TICK_MS, waitUntil - now())));
        });
    }, delay);
  }

  return {
    start() {
      started = true;
      tickIn(0);
    },
    wake() {
      if (started && !stopped) tickIn(WAKE_DELAY_MS);
    },
    once: () => afresh({ pullNow: true, hasty: true }),
    resume: () => afresh({ pullNow: true, hasty: false }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => 0);
    },
    state: () => ({ signedIn: allGitHubs(connections()).length > 0, online, lastSyncAt, unreadable: [...unreadable] }),
  };
}
