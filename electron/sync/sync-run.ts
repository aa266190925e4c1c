// One run of the sync: makes sure that GitHub is reachable and the desk is up to date, sends what is due, then pulls.
// What a run learns is kept for the next one.
import { ENTRY_KINDS, SERVICES } from '../core/domain/outbox.ts';
import { allGitHubs, type Connections } from './connections.ts';
import { type DrainResult, drainOutbox } from './drain-outbox.ts';
import { createGitHubClients, remoteChangesByHost } from './github/by-host.ts';
import { createGitHubAvailability } from './github-availability.ts';
import { createSheetCells } from './google/set-cells.ts';
import type { OutboxPort } from './outbox-port.ts';
import { pullChanges } from './pull-changes.ts';
import type { PullPort } from './pull-port.ts';
import type { SendTools } from './send-entry.ts';
import { createSendingFetch } from './sending-fetch.ts';
import { createSlackClient } from './slack/client.ts';
import { createTeamsClient } from './teams/client.ts';
import type { ZenHubPace } from './zenhub/ask.ts';
import { createZenHubClient } from './zenhub/client.ts';

export interface SyncRunOptions {
  readonly outbox: OutboxPort;
  readonly pull: PullPort;
  readonly fetch: typeof fetch;
  readonly now: () => number;
  /** Called when something changed, and now and then while many entries are sent. */
  readonly sent: () => void;
  readonly report: (error: unknown) => void;
  /** Checked between entries. */
  readonly shouldStop: () => boolean;
}

export interface RunRequest {
  /** A person asks: failed services are probed at once, and GitHub is pulled even if it was a moment ago. */
  readonly pullNow: boolean;
  /** The sending delay is skipped. */
  readonly hasty: boolean;
}

export interface SyncRun {
  /** @returns how many entries arrived */
  run(connected: Connections, request: RunRequest): Promise<number>;
  /** When the content rate limits allow more, UTC ms; null when they hold nothing back. */
  waitUntil(): number | null;
  state(): SyncState;
}

export interface SyncState {
  /** Null until something was tried. */
  readonly online: boolean | null;
  readonly lastSyncAt: number | null;
  /** Repositories with our tickets that the token may not read. */
  readonly unreadable: string[];
}

const EVERYTHING = { kinds: ENTRY_KINDS, looking: true, except: [], hasty: true } as const;
/** How often comments are pulled automatically. */
const PULL_MS = 60_000;
/** The window is told at most this often while many entries are sent, which takes minutes. */
const TELL_MS = 1_000;
/**
 * Nothing is sent unless the desk has pulled within this time: after every start, a night offline, a restored backup.
 * What another copy of this store has sent in the meantime shows by its markers.
 */
const UP_TO_DATE_MS = 10 * 60_000;

export function createSyncRun(options: SyncRunOptions): SyncRun {
  const { outbox, now } = options;
  const sending = createSendingFetch(options.fetch);
  const gitHub = createGitHubAvailability(outbox, sending.fetch, now);
  const zenHubPace: ZenHubPace = { freeFrom: 0 };
  let unreadable: readonly string[] = [];
  let pullStartedAt: number | null = null;
  let pullCompletedAt: number | null = null;
  let waitUntil: number | null = null;
  let toldAt = 0;

  const isWithin = (at: number | null, ms: number) => at !== null && Math.abs(now() - at) < ms;
  const isDue = (hasty: boolean) => outbox.nextDue(now(), { ...EVERYTHING, hasty }) !== null;

  function tellNowAndThen(): void {
    if (isWithin(toldAt, TELL_MS)) return;
    toldAt = now();
    options.sent();
  }

  async function run(connected: Connections, { pullNow, hasty }: RunRequest): Promise<number> {
    const recovered = outbox.recover();
    if (pullNow) probeFailedServices(outbox, now());
    if (isDue(hasty) && !(await maySend(connected))) {
      options.sent();
      return 0;
    }
    const drained = await drain(connected, hasty);
    if (drained.online !== null || recovered > 0) options.sent();
    if (drained.online !== false && (pullNow || drained.broke || !isWithin(pullStartedAt, PULL_MS)))
      if (gitHub.mayCall() && (await pull(connected))) options.sent();
    return drained.sent;
  }

  /** False when nothing may be sent: GitHub cannot be reached, or could not be pulled recently. */
  async function maySend(connected: Connections): Promise<boolean> {
    if (gitHub.mayCall() && !(await gitHub.isReachable(allGitHubs(connected)))) return false;
    if (!isWithin(pullCompletedAt, UP_TO_DATE_MS) && gitHub.mayCall()) await pull(connected);
    return isWithin(pullCompletedAt, UP_TO_DATE_MS);
  }

  async function drain(connected: Connections, hasty: boolean): Promise<DrainResult> {
    const drained = await drainOutbox({
      ...clientsOf(connected),
      outbox,
      sending,
      now,
      hasty,
      chance: Math.random,
      tried: tellNowAndThen,
      report: options.report,
      shouldStop: options.shouldStop,
    });
    waitUntil = drained.waitUntil;
    if (drained.online === true) gitHub.answered();
    if (drained.online === false) gitHub.lost();
    return drained;
  }

  /** True when something of ours changed there. A lost network is not a bug: the next tick retries. */
  async function pull(connected: Connections): Promise<boolean> {
    pullStartedAt = now();
    try {
      const pulled = await pullChanges(options.pull, remoteChangesByHost(connected, sending.fetch, now));
      unreadable = pulled.unreadable;
      pullCompletedAt = now();
      gitHub.answered();
      gitHub.pulled(() => isDue(true));
      return pulled.news > 0;
    } catch (error) {
      if (!gitHub.pullFailed(error)) options.report(error);
      return false;
    }
  }

  function clientsOf(connected: Connections): SendTools {
    const { zenhub, slack = null, teams = null, sheet = null } = connected;
    return {
      github: createGitHubClients(connected, sending.fetch, now),
      zenhub: zenhub === null ? null : createZenHubClient(zenhub, sending.fetch, now, zenHubPace),
      slack: slack === null ? null : createSlackClient(slack, sending.fetch, now),
      teams: teams === null ? null : createTeamsClient(teams, sending.fetch, now),
      sheet: sheet === null ? null : createSheetCells(sheet, sending.fetch, now),
    };
  }

  return {
    run,
    waitUntil: () => waitUntil,
    state: () => ({ online: gitHub.online(), lastSyncAt: gitHub.answeredAt(), unreadable: [...unreadable] }),
  };
}

/** Failed services are probed now rather than when their time has come. */
function probeFailedServices(outbox: OutboxPort, now: number): void {
  for (const service of SERVICES) {
    const circuit = outbox.circuitOf(service);
    if (circuit.retryAt !== null) outbox.keepCircuit(service, { ...circuit, retryAt: now });
  }
}
