// The store's side of the team loop: each function one transaction.
import { teamEvent } from '../../core/team/changes.ts';
import { checkpointSeldom, type Db } from '../../store/db.ts';
import {
  claimsToRelease,
  dropClaim,
  eventsArrived,
  hasEvent,
  hasMarks,
  sendAgain,
  waitingEvents,
} from '../../store/team/team.ts';
import type { TeamPort } from '../../team/team-port.ts';
import type { AppContext } from '../app-context.ts';
import { claimGranted, claimRefused, claimsWanted, explainWaiting } from './claims.ts';
import { hearEvents, NOTHING_HEARD } from './hear.ts';
import { keepMembership, readCursor, readMembership, writeClockOffset, writeCursor } from './membership.ts';
import { tellTeam } from './tell.ts';

/** The log is permanent, but a server may be restored from a backup: own events are kept this long. */
const KEPT_MS = 14 * 24 * 3_600_000;

/** What follows every write of a desk in a team; calls `told` after a commit that has something to publish. */
export function followWrites({ store, now }: AppContext, told: () => void): void {
  store.beforeCommit((db) => {
    if (!hasMarks(db)) return null;
    const member = readMembership(db);
    if (member === null) return null;
    explainWaiting(db);
    tellTeam(db, member, now());
    return told;
  });
}

export function createTeamPort({ store, now, announce }: AppContext): TeamPort {
  const inTeam = <T>(work: (db: Db, member: NonNullable<ReturnType<typeof readMembership>>) => T, otherwise: T): T =>
    store.transaction((db) => {
      const member = readMembership(db);
      return member === null ? otherwise : work(db, member);
    });
  return {
    membership: () => readMembership(store.db),
    keepMembership: (member) => store.transaction((db) => keepMembership(db, member)),
    cursor: () => readCursor(store.db),
    noteClock: (offset) => store.transaction((db) => writeClockOffset(db, offset)),
    tell: () => hasMarks(store.db) && inTeam((db, member) => tellTeam(db, member, now()) > 0, false),
    isKnown: (id) => hasEvent(store.db, id),
    hear(events, cursor) {
      const { isNew, lost } = inTeam((db, member) => {
        const heard = hearEvents(db, member, events, now());
        writeCursor(db, cursor);
        return heard;
      }, NOTHING_HEARD);
      for (const one of lost) announce({ event: 'overruled', ...one });
      return isNew;
    },
    filling: (is) => checkpointSeldom(store.db, is),
    waiting: (most) => waitingEvents(store.db, most).map(({ payload }) => teamEvent.parse(JSON.parse(payload))),
    arrived: (ids) => store.transaction((db) => eventsArrived(db, ids, now(), now() - KEPT_MS)),
    startOver: () =>
      store.transaction((db) => {
        writeCursor(db, { position: 0, event: null });
        sendAgain(db);
      }),
    wantedClaims: () => store.transaction(claimsWanted),
    grant: (entry) => store.transaction((db) => claimGranted(db, entry)),
    refuse: (entry, holder) => store.transaction((db) => claimRefused(db, entry, holder, now())),
    claimsToRelease: () => claimsToRelease(store.db),
    released: (entry) => store.transaction((db) => dropClaim(db, entry)),
  };
}
