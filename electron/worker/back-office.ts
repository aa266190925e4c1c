// The back office: the store, the verbs and the sync loop of one open desk, as one object. Both hosts, the command line
// and the tests use this same one.

import { lookAtClocks, readTray } from '../actions/alerts.ts';
import { createCaseQueue } from '../actions/case-queue.ts';
import { decideFinding } from '../actions/decide-finding.ts';
import { dropDeskRule, makeRule, readRules } from '../actions/desk-rules.ts';
import { editDraft, putIntoDraft, readDraft, startDraftOver } from '../actions/draft-ticket.ts';
import { copyCase, exportCsv } from '../actions/exits.ts';
import { actOnClock, commentOnTicket, previewComment, requestMore } from '../actions/follow-up.ts';
import { importExportFile, previewExportFile } from '../actions/import-export-file.ts';
import { needsRegroup, REGROUP_JOB, regroup } from '../actions/join-problem.ts';
import { answerSame } from '../actions/join-same.ts';
import { discardWords } from '../actions/kept-words.ts';
import { countChoices, findByReference, idsBetween, listWindow, placeOf, readBoard } from '../actions/list-cases.ts';
import { loadSamples } from '../actions/load-samples.ts';
import { logCase, previewLog } from '../actions/log-case.ts';
import type { Office } from '../actions/office.ts';
import { createOutboxPort } from '../actions/outbox-port.ts';
import { mergeProblems, moveCases, tellKnown } from '../actions/problems.ts';
import { createPullPort } from '../actions/pull-port.ts';
import { queueTickets } from '../actions/queue-ticket.ts';
import { readCase, requireCase } from '../actions/read-cases.ts';
import { readDay } from '../actions/read-day.ts';
import { readRoutes, readTrend, readTrendRule, readTrends } from '../actions/read-trends.ts';
import { noteRelease, reviewRelease } from '../actions/release-notices.ts';
import { RESCRUB_JOB, rescrubOlder } from '../actions/rescrub.ts';
import { revisitSame } from '../actions/revisit-same.ts';
import { scrubPlain } from '../actions/scrub-case.ts';
import { connectionsOf } from '../actions/services.ts';
import { tagCases } from '../actions/tag-cases.ts';
import {
  answerFromTemplate,
  keepTemplate,
  previewTemplate,
  readTemplates,
  removeTemplate,
  seedTemplates,
} from '../actions/templates.ts';
import {
  previewPolicies,
  readTimeSettings,
  saveCalendars,
  saveFollowUp,
  savePolicies,
  saveSetting,
} from '../actions/time-settings.ts';
import { queueTrendTicket, readSheet } from '../actions/trend-ticket.ts';
import { triageCases } from '../actions/triage-cases.ts';
import { undo } from '../actions/undo.ts';
import { readUndoStack } from '../actions/undo-stack.ts';
import { readWindow, saveWindow } from '../actions/window-settings.ts';
import type { DeskEvent, Handlers, OfficeCallName } from '../contract/calls.ts';
import { createDispatch, type Dispatch, isDamage } from '../contract/dispatch.ts';
import { AppError } from '../contract/errors.ts';
import type { Team } from '../contract/shapes.ts';
import { createCalendar, DEFAULT_CALENDAR } from '../core/clock/calendar.ts';
import { describeBug, type Log } from '../host/log.ts';
import { createJobs } from '../jobs/jobs.ts';
import { markSeen } from '../store/comments.ts';
import { forgetDamage, listDamage } from '../store/damage.ts';
import { listRules } from '../store/desk-rules.ts';
import { listTeams, replaceTeams } from '../store/directory.ts';
import type { Store } from '../store/open.ts';
import { takeSyncLock } from '../store/sync-lock.ts';
import type { Connections } from '../sync/connections.ts';
import { createSendingFetch } from '../sync/sending-fetch.ts';
import { createSyncLoop } from '../sync/sync-loop.ts';
import { syncHandlers } from './sync-handlers.ts';

export interface BackOfficeOptions {
  readonly store: Store;
  /** The directory a new desk starts with. */
  readonly directory: readonly Team[];
  readonly practice: boolean;
  /** The texts of the sample exports of practice mode. */
  readonly samples: () => readonly string[];
  readonly connections: () => Connections;
  readonly fetch: typeof fetch;
  /** UTC milliseconds. */
  readonly now: () => number;
  /** Moves the clock on; only where it is not the real one. */
  readonly advance: ((ms: number) => void) | null;
  readonly syncLock: string;
  readonly log: Log;
  readonly announce: (event: DeskEvent) => void;
}

export interface BackOffice {
  readonly dispatch: Dispatch;
  /** Starts what the desk does by itself: sending, and scrubbing anew what an older scrubber has read. */
  start(): void;
  close(): Promise<void>;
}

/** The clocks are looked at this often; after sleep the first look tells what fell due meanwhile. */
const LOOK_MS = 20_000;
/** Not before the window has drawn its first screen. */
const FIRST_LOOK_MS = 1_500;

export function createBackOffice(options: BackOfficeOptions): BackOffice {
  const { store, now, log, announce } = options;
  if (listTeams(store.db).length === 0)
    store.transaction((db) => {
      replaceTeams(db, options.directory);
      seedTemplates(db, now());
    });
  const jobs = createJobs((job, done, total) => announce({ event: 'progress', job, done, total }));
  const queue = createCaseQueue(store, now);
  const office: Office = { store, queue, now, announce, jobs, calendar: createCalendar(DEFAULT_CALENDAR) };
  const line = {
    connections: () => connectionsOf(office, options.connections()),
    fetch: createSendingFetch(options.fetch).fetch,
  };
  const sync = createSyncLoop({
    outbox: createOutboxPort(office),
    pull: createPullPort(office),
    ...line,
    now,
    takeLock: () => takeSyncLock(options.syncLock),
    sent: () => announce({ event: 'changed', touches: ['outbox', 'cases'] }),
    report: (error) => log(describeBug('sync', error)),
  });

  /** One look at the clocks; what it queued is sent, and what it changed is shown. */
  function look(): void {
    try {
      if (!lookAtClocks(office)) return;
      announce({ event: 'changed', touches: ['cases', 'outbox'] });
      sync.poke();
    } catch (error) {
      log(describeBug('clocks', error));
    }
  }
  let watching: NodeJS.Timeout | undefined;
  let firstLook: NodeJS.Timeout | undefined;

  const handlers: Handlers<OfficeCallName> = {
    'cases.list': (input) => listWindow(office, input),
    'cases.counts': (input) => countChoices(office, input),
    'cases.place': (input) => placeOf(office, input),
    'cases.ids': (input) => idsBetween(office, input),
    'cases.find': (input) => findByReference(office, input),
    'cases.board': (input) => readBoard(office, input),
    'cases.tag': (input) => tagCases(office, input),
    'cases.readLog': (input) => previewLog(office, input),
    'cases.log': (input) => logCase(office, input),
    'templates.list': () => readTemplates(office),
    'templates.save': (input) => keepTemplate(office, input),
    'templates.drop': (input) => removeTemplate(office, input),
    'templates.fill': (input) => previewTemplate(office, input),
    'templates.use': (input) => answerFromTemplate(office, input),
    'activity.stack': () => readUndoStack(office),
    'window.get': () => readWindow(office),
    'window.save': (input) => saveWindow(office, input),
    'cases.get': ({ id }) => readCase(office, id),
    'intake.preview': (input) => previewExportFile(office, input),
    'intake.import': (input) => importExportFile(office, input),
    'intake.samples': () => {
      if (!options.practice) throw new AppError('refused', 'Sample cases belong to practice mode.');
      return loadSamples(office, options.samples());
    },
    'jobs.cancel': ({ job }) => {
      jobs.cancel(job);
      return {};
    },
    'scrub.text': ({ text }) => scrubPlain(text, listRules(store.db)),
    'findings.decide': (input) => decideFinding(office, input),
    'rules.list': () => readRules(office),
    'rules.make': (input) => makeRule(office, input),
    'rules.drop': (input) => dropDeskRule(office, input),
    'cases.rescrub': () => rescrubOlder(office),
    'cases.export': (input) => exportCsv(office, input),
    'cases.copy': (input) => copyCase(office, input),
    'follow-up.act': (input) => actOnClock(office, input),
    'follow-up.requestMore': (input) => requestMore(office, input),
    'follow-up.preview': (input) => previewComment(office, input),
    'follow-up.comment': (input) => {
      const done = commentOnTicket(office, input);
      sync.poke();
      return done;
    },
    'follow-up.seen': ({ id }) => {
      const { ticketId } = requireCase(office, id);
      return { seen: ticketId === null ? 0 : store.transaction((db) => markSeen(db, ticketId, now())) };
    },
    'release.note': (input) => {
      const noted = noteRelease(office, input);
      sync.poke();
      return noted;
    },
    'release.review': (input) => reviewRelease(office, input),
    'trends.list': async (input) => {
      // A desk of before problems were kept, asked from a terminal.
      if (needsRegroup(store.db)) await regroup(office);
      return readTrends(office, input);
    },
    'trends.get': (input) => readTrend(office, input),
    'trends.merge': (input) => mergeProblems(office, input),
    'trends.move': (input) => moveCases(office, input),
    'trends.known': (input) => tellKnown(office, input),
    'trends.sheet': (input) => readSheet(office, input),
    'trends.ticket': (input) => {
      const queued = queueTrendTicket(office, input);
      sync.poke();
      return queued;
    },
    'trendRule.get': () => readTrendRule(store.db),
    'trendRule.save': (input) => saveSetting(office, 'trends', input, 'Changed when a problem is a trend'),
    'trends.regroup': () => regroup(office),
    'route.list': () => readRoutes(office),
    'day.get': () => readDay(office),
    'damage.get': () => ({ notices: listDamage(store.db) }),
    'damage.read': () => {
      store.transaction(forgetDamage);
      return {};
    },
    'alerts.get': () => readTray(office),
    'policies.get': () => readTimeSettings(office),
    'policies.preview': (input) => previewPolicies(office, input),
    'policies.save': (input) => savePolicies(office, input),
    'calendars.save': (input) => saveCalendars(office, input),
    'followUp.save': (input) => saveFollowUp(office, input),
    'practice.advance': ({ minutes }) => {
      if (options.advance === null) throw new AppError('refused', 'Only the clock of practice mode can be moved.');
      options.advance(minutes * 60_000);
      look();
      return { now: now() };
    },
    'triage.act': (input) => triageCases(office, input),
    'tickets.draft': ({ id }) => readDraft(office, id),
    'tickets.edit': (input) => editDraft(office, input),
    'tickets.startOver': ({ id }) => startDraftOver(office, id),
    'words.use': (input) => putIntoDraft(office, input),
    'words.discard': (input) => discardWords(office, input),
    'tickets.queue': async (input) => {
      const queued = await queueTickets(office, input);
      sync.poke();
      return queued;
    },
    'cases.answerSame': (input) => answerSame(office, input),
    'activity.undo': ({ id }) => undo(office, id),
    ...syncHandlers({ office, sync, line, started: options.connections, practice: options.practice }),
  };

  return {
    dispatch: createDispatch(handlers, announce, (call, error) => {
      if (isDamage(error)) store.suspect();
      log(describeBug(call, error));
    }),
    start() {
      sync.start();
      firstLook = setTimeout(look, FIRST_LOOK_MS);
      watching = setInterval(look, LOOK_MS);
      if (needsRegroup(store.db)) regroup(office).catch((error: unknown) => log(describeBug('regroup', error)));
      revisitSame(office).catch((error: unknown) => log(describeBug('revisitSame', error)));
      rescrubOlder(office).then(
        ({ changed }) => changed.length > 0 && announce({ event: 'changed', touches: ['cases'] }),
        (error: unknown) => log(describeBug('rescrub', error)),
      );
    },
    async close() {
      clearTimeout(firstLook);
      clearInterval(watching);
      jobs.cancel(RESCRUB_JOB);
      jobs.cancel(REGROUP_JOB);
      await sync.stop();
      store.close();
    },
  };
}
