// Decides when to sync with the team: when something was done here, when the database announces a change elsewhere, and
// once a minute in case either was missed. Offline, it retries at growing intervals; work continues meanwhile.
import { explain, isOffline, isShutOut } from './explain.ts';
import { isSameLog, keepInStep, type Told } from './keep-in-step.ts';
import { listMembers, type Member } from './members.ts';
import type { Membership } from './membership.ts';
import { adviceOn } from './schema.ts';
import { KeyChanged, type Look, openTeamLog, type TeamLog } from './team-log.ts';
import type { TeamPort } from './team-port.ts';

export interface TeamLoopOptions {
  readonly port: TeamPort;
  /** The SQL files that a database is to have run. */
  readonly sqlFolder: string;
  readonly now: () => number;
  /** Makes this the only process of the home that talks to the team; null when another one does. */
  readonly takeLock: () => { release(): void } | null;
  readonly changed: Pick<Told, 'heard' | 'decided'>;
  /** When the connection came or went, or somebody of the team did, or looks at something else. */
  readonly stirred: () => void;
  /** Called with errors that are bugs of the desk. */
  readonly report: (error: unknown) => void;
}

export type TeamLine = 'alone' | 'connecting' | 'connected' | 'offline' | 'shut-out';

export interface TeamLoop {
  start(): void;
  /** Something was done here that the team should know. */
  wake(): void;
  /** Runs one round now, over a connection of its own if there is none. @throws AppError `offline`, `refused` */
  once(): Promise<void>;
  /** The desk has joined a team, or left it. */
  restart(): Promise<void>;
  line(): TeamLine;
  /** Tells the others what this desk is viewing. */
  look(what: string): void;
  /** What others look at, who is in the team, and what is to be done about its database; as last heard. */
  others(): { readonly looks: readonly Look[]; readonly members: readonly Member[]; readonly advice: string | null };
  stop(): Promise<void>;
}

const TICK_MS = 60_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export function createTeamLoop({
  port,
  sqlFolder,
  now,
  takeLock,
  changed,
  stirred,
  report,
}: TeamLoopOptions): TeamLoop {
  let log: TeamLog | null = null;
  let lock: { release(): void } | null = null;
  let line: TeamLine = 'alone';
  let running: Promise<void> | null = null;
  let isAskedAgain = false;
  let looking = '';
  let looks: readonly Look[] = [];
  let members: readonly Member[] = [];
  let advice: string | null = null;
  let retryMs = FIRST_RETRY_MS;
  /** When this desk last said what it looks at and asked for the others; of the clock that only goes on. */
  let presentAt = Number.NEGATIVE_INFINITY;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  function say(next: TeamLine): void {
    if (line === next) return;
    line = next;
    stirred();
  }

  async function connect(member: Membership): Promise<TeamLog | null> {
    lock ??= takeLock();
    if (lock === null) return null; // another window of this desk does it
    if (line !== 'offline') say('connecting');
    const opened = await openTeamLog(member, (position) => report(new Error(`event ${position} cannot be read`)));
    try {
      const asked = now();
      const time = await opened.time();
      port.noteClock(time - (asked + now()) / 2);
      if (!(await isSameLog(port, opened))) port.startOver();
      advice = await adviceOn(opened.client, sqlFolder);
      presentAt = Number.NEGATIVE_INFINITY;
      await opened.listen(
        (what) => {
          if (what === 'presence') return void lookAround(opened);
          if (what === 'members') presentAt = Number.NEGATIVE_INFINITY;
          tickIn(0);
        },
        () => {
          log = null;
          if (!stopped) tickIn(FIRST_RETRY_MS);
        },
      );
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  async function lookAround(at: TeamLog): Promise<void> {
    const before = JSON.stringify(looks);
    looks = await at.looks().catch(() => []);
    if (JSON.stringify(looks) !== before) stirred();
  }

  async function keepPresent(at: TeamLog, member: Membership): Promise<void> {
    const before = JSON.stringify([members, advice]);
    members = await listMembers(at.client, member);
    if (advice !== null) advice = await adviceOn(at.client, sqlFolder);
    if (JSON.stringify([members, advice]) !== before) stirred();
    if (started && looking !== '') await at.show(looking);
    await lookAround(at);
    presentAt = performance.now();
  }

  async function hangUp(): Promise<void> {
    const was = log;
    log = null;
    await was?.close();
  }

  async function round(): Promise<void> {
    const member = port.membership();
    if (member === null) {
      await hangUp();
      say('alone');
      return;
    }
    try {
      log ??= await connect(member);
      if (log === null) return;
      await keepInStep(port, log, { ...changed, pause: () => new Promise((resume) => setImmediate(resume)) });
      retryMs = FIRST_RETRY_MS;
      if (performance.now() - presentAt >= TICK_MS - FIRST_RETRY_MS) await keepPresent(log, member);
      say('connected');
    } catch (error) {
      if (!(error instanceof KeyChanged) || log === null) {
        await hangUp();
        throw error;
      }
      const fresh = await log.newKeys();
      await hangUp();
      if (fresh.keyVersion === member.keyVersion) throw error;
      port.keepMembership({ ...member, ...fresh });
      await round();
    }
  }

  /** One at a time; a request during a round gets another round after it. */
  async function run(): Promise<void> {
    if (running !== null) {
      isAskedAgain = true;
      return running;
    }
    running = (async () => {
      do {
        isAskedAgain = false;
        await round();
      } while (isAskedAgain && !stopped);
    })().finally(() => {
      running = null;
    });
    return running;
  }

  function tickIn(delay: number): void {
    if (!started || stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      // A wake during a round has already scheduled the next one, which must not be postponed.
      const next = (ms: number) => timer ?? tickIn(ms);
      run().then(
        () => next(TICK_MS),
        (error: unknown) => {
          if (isShutOut(error)) say('shut-out');
          else if (isOffline(error)) say('offline');
          else report(error);
          next(retryMs);
          retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
        },
      );
    }, delay);
  }

  return {
    start() {
      started = true;
      tickIn(0);
    },
    wake: () => tickIn(0),
    async once() {
      try {
        await run();
      } catch (error) {
        throw explain(error, port.membership()?.address.host ?? 'the team');
      } finally {
        if (!started) {
          await hangUp();
          line = 'alone'; // whoever wants to know asks the database
        }
      }
    },
    async restart() {
      await running?.catch(() => {});
      await hangUp();
      tickIn(0);
    },
    line: () => line,
    look(what) {
      if (looking === what) return;
      looking = what;
      log?.show(what).catch(() => {}); // the next round reports it again
    },
    others: () => ({ looks: log === null ? [] : looks, members, advice }),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await running?.catch(() => {});
      await hangUp();
      lock?.release();
    },
  };
}
