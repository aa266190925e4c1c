// Decides when to sync with the team: when something was done here, when the database announces a change elsewhere, and
// once a minute in case either was missed. Offline, it retries at growing intervals; work continues meanwhile.
import { explain, isOffline, isShutOut } from './explain.ts';
import { isSameLog, keepInStep, type Told } from './keep-in-step.ts';
import type { Membership } from './membership.ts';
import { createPresence, type Others, type PresenceOptions } from './presence.ts';
import { KeyChanged, openTeamLog, type TeamLog } from './team-log.ts';
import type { TeamPort } from './team-port.ts';

export interface TeamLoopOptions extends PresenceOptions {
  readonly port: TeamPort;
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
  others(): Others;
  stop(): Promise<void>;
}

const TICK_MS = 60_000;
const FIRST_RETRY_MS = 2_000;
const LONGEST_RETRY_MS = 60_000;

export function createTeamLoop(options: TeamLoopOptions): TeamLoop {
  const { port, now, takeLock, changed, stirred, report } = options;
  const presence = createPresence(options);
  const rounds = oneAtATime(round, () => !stopped);
  let log: TeamLog | null = null;
  let lock: { release(): void } | null = null;
  let line: TeamLine = 'alone';
  let retryMs = FIRST_RETRY_MS;
  let timer: NodeJS.Timeout | undefined;
  let started = false;
  let stopped = false;

  function say(next: TeamLine): void {
    if (line === next) return;
    line = next;
    stirred();
  }

  /** @returns null when another window of this desk talks to the team */
  async function connect(member: Membership): Promise<TeamLog | null> {
    lock ??= takeLock();
    if (lock === null) return null;
    if (line !== 'offline') say('connecting');
    const opened = await openTeamLog(member, (position) => report(new Error(`event ${position} cannot be read`)));
    try {
      const asked = now();
      const time = await opened.time();
      port.noteClock(time - (asked + now()) / 2);
      if (!(await isSameLog(port, opened))) port.startOver();
      await presence.begin(opened);
      await opened.listen((what) => hear(opened, what), lost);
      return opened;
    } catch (error) {
      await opened.close();
      throw error;
    }
  }

  /** The database announces that something of the team changed. */
  function hear(at: TeamLog, what: string): void {
    if (what === 'presence') return void presence.lookAround(at);
    if (what === 'members') presence.expire();
    tickIn(0);
  }

  /** The connection broke. */
  function lost(): void {
    log = null;
    if (!stopped) tickIn(FIRST_RETRY_MS);
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
      await presence.keep(log, member, started);
      say('connected');
    } catch (error) {
      const renewed = await giveUp(error, member);
      if (renewed === null) throw error;
      port.keepMembership(renewed);
      await round();
    }
  }

  /** Hangs up after a failure. @returns the membership with the team's new keys, if nothing else was wrong */
  async function giveUp(error: unknown, member: Membership): Promise<Membership | null> {
    const fresh = error instanceof KeyChanged && log !== null ? await log.newKeys() : null;
    await hangUp();
    return fresh === null || fresh.keyVersion === member.keyVersion ? null : { ...member, ...fresh };
  }

  function tickIn(delay: number): void {
    if (!started || stopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      timer = undefined;
      // A wake during a round has already scheduled the next one, which must not be postponed.
      const next = (ms: number) => timer ?? tickIn(ms);
      rounds.run().then(
        () => next(TICK_MS),
        (error) => next(retryAfter(error)),
      );
    }, delay);
  }

  /** Shows or reports what went wrong. @returns in how many ms to try again, longer each time */
  function retryAfter(error: unknown): number {
    if (isShutOut(error)) say('shut-out');
    else if (isOffline(error)) say('offline');
    else report(error);
    const delay = retryMs;
    retryMs = Math.min(retryMs * 2, LONGEST_RETRY_MS);
    return delay;
  }

  return {
    start() {
      started = true;
      tickIn(0);
    },
    wake: () => tickIn(0),
    async once() {
      try {
        await rounds.run();
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
      await rounds.settled();
      await hangUp();
      tickIn(0);
    },
    line: () => line,
    look: (what) => presence.look(what, log),
    others: () => (log === null ? { ...presence.others(), looks: [] } : presence.others()),
    async stop() {
      stopped = true;
      clearTimeout(timer);
      await rounds.settled();
      await hangUp();
      lock?.release();
    },
  };
}

/** Runs this one at a time; a request during a run gets another run after it, while `mayGoOn`. */
function oneAtATime(work: () => Promise<void>, mayGoOn: () => boolean) {
  let running: Promise<void> | null = null;
  let isAskedAgain = false;

  async function untilDone(): Promise<void> {
    do {
      isAskedAgain = false;
      await work();
    } while (isAskedAgain && mayGoOn());
  }

  return {
    run(): Promise<void> {
      if (running !== null) {
        isAskedAgain = true;
        return running;
      }
      running = untilDone().finally(() => {
        running = null;
      });
      return running;
    },
    /** Resolves when nothing runs, however it ended. */
    async settled(): Promise<void> {
      await running?.catch(() => {});
    },
  };
}
