// Who is in the team, what the others look at, and what is to be done about the team's database: asked for once a
// minute, and when another desk says that it looks at something else.
import { listMembers, type Member } from './members.ts';
import type { Membership } from './membership.ts';
import { adviceOn } from './schema.ts';
import type { Look, TeamLog } from './team-log.ts';

export interface Others {
  readonly looks: readonly Look[];
  readonly members: readonly Member[];
  readonly advice: string | null;
}

export interface Presence {
  /** Tells the others what this desk is viewing; later if there is no connection now. */
  look(what: string, log: TeamLog | null): void;
  /** A connection was made: what is to be done about the database? */
  begin(log: TeamLog): Promise<void>;
  /** Asks for everything, and says what this desk views if `isSeen`; does nothing within a minute of the last time. */
  keep(log: TeamLog, member: Membership, isSeen: boolean): Promise<void>;
  /** Somebody came or went: it is asked for anew at the next `keep`. */
  expire(): void;
  /** Asks only for what the others look at. */
  lookAround(log: TeamLog): Promise<void>;
  /** As last heard. */
  others(): Others;
}

/** A little less than a minute, so that every tick of the loop asks again. */
const KEPT_MS = 58_000;

export interface PresenceOptions {
  /** The SQL files that a database is to have run. */
  readonly sqlFolder: string;
  /** Called when what is known of the others changed. */
  readonly stirred: () => void;
}

export function createPresence({ sqlFolder, stirred }: PresenceOptions): Presence {
  let looking = '';
  let others: Others = { looks: [], members: [], advice: null };
  /** Of the clock that only goes on. */
  let askedAt = Number.NEGATIVE_INFINITY;

  function note(heard: Partial<Others>): void {
    const before = JSON.stringify(others);
    others = { ...others, ...heard };
    if (JSON.stringify(others) !== before) stirred();
  }

  async function lookAround(log: TeamLog): Promise<void> {
    note({ looks: await log.looks().catch(() => []) });
  }

  return {
    look(what, log) {
      if (looking === what) return;
      looking = what;
      log?.show(what).catch(() => {}); // the next round reports it again
    },
    async begin(log) {
      others = { ...others, advice: await adviceOn(log.client, sqlFolder) };
      askedAt = Number.NEGATIVE_INFINITY;
    },
    async keep(log, member, isSeen) {
      if (performance.now() - askedAt < KEPT_MS) return;
      const members = await listMembers(log.client, member);
      const advice = others.advice === null ? null : await adviceOn(log.client, sqlFolder);
      note({ members, advice });
      if (isSeen && looking !== '') await log.show(looking);
      await lookAround(log);
      askedAt = performance.now();
    },
    expire() {
      askedAt = Number.NEGATIVE_INFINITY;
    },
    lookAround,
    others: () => others,
  };
}
