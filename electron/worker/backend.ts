// The backend: the store, the actions and the sync loop of one open desk, as one object. Both hosts, the command line
// and the tests use it.

import type { AppContext } from '../actions/app-context.ts';
import { createCaseQueue } from '../actions/cases/case-queue.ts';
import { lookAtClocks } from '../actions/follow-up/alerts.ts';
import { revisitSame } from '../actions/intake/revisit-same.ts';
import { lookAtFolder } from '../actions/intake/watched-folder.ts';
import { lookAtLiveSources } from '../actions/live-sources/poll.ts';
import { sheetToWrite } from '../actions/live-sources/sheet-connection.ts';
import { createOutboxPort } from '../actions/outbox/outbox-port.ts';
import { createPullPort } from '../actions/outbox/pull-port.ts';
import { needsRegroup, regroup } from '../actions/problems/join-problem.ts';
import { READ_HERE } from '../actions/read-incoming.ts';
import { draftReports } from '../actions/reports/drafts.ts';
import { rescrubOlder } from '../actions/review/rescrub.ts';
import { connectionsOf, rememberLogin } from '../actions/services/services.ts';
import { createTeamPort, followWrites } from '../actions/team/port.ts';
import { seedTemplates } from '../actions/tickets/templates.ts';
import type { DeskEvent } from '../contract/calls.ts';
import { createDispatch, type Dispatch, isDamage } from '../contract/dispatch.ts';
import { AppError } from '../contract/errors.ts';
import type { Team } from '../contract/schemas.ts';
import { createCalendar, DEFAULT_CALENDAR } from '../core/clock/calendar.ts';
import { describeBug, type Log } from '../host/log.ts';
import { createJobs } from '../jobs/jobs.ts';
import { createQuiet } from '../jobs/quiet.ts';
import { takeSyncLock } from '../store/file/sync-lock.ts';
import type { Store } from '../store/opening/open.ts';
import { listTeams, replaceTeams } from '../store/tickets/directory.ts';
import type { Connections } from '../sync/connections.ts';
import { createSendingFetch } from '../sync/sending-fetch.ts';
import { createSyncLoop } from '../sync/sync-loop.ts';
import { createTeamLoop } from '../team/team-loop.ts';
import { createBackground } from './background.ts';
import { createDailyBackup } from './backups.ts';
import { FILES } from './files.ts';
import { allHandlers } from './handlers/all.ts';
import type { Desk } from './handlers/desk.ts';
import { createRetention } from './retention.ts';
import { createWatch } from './watch.ts';

export interface BackendOptions {
  readonly store: Store;
  /** The directory of a new desk. */
  readonly directory: readonly Team[];
  readonly practice: boolean;
  /** The texts of the sample exports of practice mode. */
  readonly samples: () => readonly string[];
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Advances the clock; only if it is not the real one. */
  readonly advance: ((ms: number) => void) | null;
  readonly syncLock: string;
  /** The folder of the SQL files that set up a team's database. */
  readonly teamSql: string;
  /** The store's file and key, and how snapshots of it are made. */
  readonly snapshots: {
    readonly file: string;
    readonly key: string;
    readonly take: AppContext['snapshot'];
    /** Removes cases from every snapshot. */
    readonly purge: (caseIds: readonly string[]) => Promise<unknown>;
  };
  /** Starts the threads that read the cases of a long import; without it they are read in this thread. */
  readonly startReaders?: AppContext['startReaders'] | undefined;
  readonly log: Log;
  readonly announce: (event: DeskEvent) => void;
}

export interface Backend {
  readonly dispatch: Dispatch;
  /** Starts the desk's automatic work: sending, and rescrubbing what an older scrubber has read. */
  start(): void;
  close(): Promise<void>;
}

/** How often the clocks are checked; the first check after sleep reports what was due in the meantime. */
const LOOK_MS = 20_000;
/** How often the desk checks for today's snapshot; startup is not slowed by it. */
const SNAPSHOT_LOOK_MS = 120_000;

export function createBackend(options: BackendOptions): Backend {
  const { store, now, log, announce } = options;
  if (listTeams(store.db).length === 0)
    store.transaction((db) => {
      replaceTeams(db, options.directory);
      seedTemplates(db, now());
    });
  rememberLogin(store.db);
  const jobs = createJobs((job, done, total) => announce({ event: 'progress', job, done, total }));
  const queue = createCaseQueue(store, now);
  const snapshot = options.snapshots.take;
  const quiet = createQuiet();
  const ctx: AppContext = {
    ...{ store, queue, now, announce, jobs, snapshot },
    isInUse: quiet.isInUse,
    files: FILES,
    startReaders: options.startReaders ?? (() => READ_HERE),
    calendar: createCalendar(DEFAULT_CALENDAR),
  };
  /** For what the desk does on its own. */
  const behind: AppContext = { ...ctx, jobs: jobs.resting(quiet.rest) };
  const line = {
    connections: () => ({ ...connectionsOf(ctx, options.connections()), sheet: sheetToWrite(ctx) }),
    fetch: createSendingFetch(options.fetch).fetch,
  };
  const sync = createSyncLoop({
    outbox: createOutboxPort(ctx),
    pull: createPullPort(ctx),
    ...line,
    now,
    takeLock: () => takeSyncLock(options.syncLock),
    sent: () => announce({ event: 'changed', touches: ['outbox', 'cases'] }),
    report: (error) => log(describeBug('sync', error)),
  });

  const team = createTeamLoop({
    port: createTeamPort(ctx),
    sqlFolder: options.teamSql,
    now,
    takeLock: () => takeSyncLock(`${options.syncLock}-team`),
    changed: {
      heard: () => announce({ event: 'changed', touches: ['cases', 'outbox', 'team', 'settings', 'directory'] }),
      decided() {
        sync.wake();
        announce({ event: 'changed', touches: ['cases', 'outbox', 'team'] });
      },
    },
    stirred: () => announce({ event: 'changed', touches: ['team'] }),
    report: (error) => log(describeBug('team', error)),
  });
  followWrites(ctx, () => team.wake());

  /** Checks the clocks once; sends what that queued, and shows what it changed. */
  function look(): void {
    try {
      if (!lookAtClocks(ctx)) return;
      announce({ event: 'changed', touches: ['cases', 'outbox'] });
      sync.wake();
    } catch (error) {
      log(describeBug('clocks', error));
    }
  }
  const tellLive = (error: unknown) => log(describeBug('live-sources', error));
  const watches = [
    createWatch(ctx, lookAtFolder, (error) => log(describeBug('folder', error))),
    createWatch(ctx, () => lookAtLiveSources(ctx, line, tellLive), tellLive),
  ];
  const background = createBackground(log);
  const daily = createDailyBackup(
    options.snapshots.file,
    () => snapshot('daily'),
    now,
    (error) => {
      if (!(error instanceof AppError)) log(describeBug('snapshot', error));
      const body = error instanceof AppError ? error.message : 'Something went wrong inside the desk.';
      announce({ event: 'notify', title: 'Today’s snapshot was not made', body, caseId: null });
    },
  );
  const retention = createRetention(ctx, options.snapshots.purge, (error) => {
    if (!(error instanceof AppError)) log(describeBug('retention', error));
    else announce({ event: 'notify', title: 'A snapshot was not purged', body: error.message, caseId: null });
  });
  let backingUp: NodeJS.Timeout | undefined;
  let watching: NodeJS.Timeout | undefined;
  let isClosing = false;

  const desk: Desk = {
    ctx,
    sync,
    practice: options.practice,
    samples: options.samples,
    advance: options.advance,
    look,
  };
  const handlers = allHandlers({
    ...{ desk, line, team, teamSql: options.teamSql, snapshots: options.snapshots, started: options.connections },
  });

  const dispatch = createDispatch(handlers, announce, (call, error) => {
    if (isDamage(error)) store.suspect();
    log(describeBug(call, error));
  });

  /** Not before the window has drawn its first screen: with many cases, even finding out what to do takes long. */
  async function beginOwnWork(): Promise<void> {
    await quiet.begin();
    if (isClosing) return;
    look();
    if (needsRegroup(store.db)) background.run('regroup', regroup(behind));
    background.run('drafts', draftReports(behind));
    background.run(
      'rescrub',
      rescrubOlder(behind).then(({ changed }) => {
        if (changed.length > 0) announce({ event: 'changed', touches: ['cases'] });
      }),
    );
  }

  return {
    dispatch(name, input) {
      quiet.asked();
      return dispatch(name, input);
    },
    start() {
      sync.start();
      team.start();
      watching = setInterval(() => {
        look();
        for (const watch of watches) watch.look();
      }, LOOK_MS);
      backingUp = setInterval(() => {
        daily.look();
        retention.look();
        background.run('drafts', draftReports(behind));
      }, SNAPSHOT_LOOK_MS);
      background.run('revisitSame', revisitSame(ctx));
      background.run('own work', beginOwnWork());
    },
    async close() {
      isClosing = true;
      quiet.end();
      clearInterval(watching);
      clearInterval(backingUp);
      await jobs.stop();
      await background.settled();
      await team.stop();
      await daily.settled();
      await retention.settled();
      for (const watch of watches) await watch.settled();
      await sync.stop();
      store.close();
    },
  };
}
