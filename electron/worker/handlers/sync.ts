// The handlers of the sync's calls.

import type { AppContext } from '../../actions/app-context.ts';
import { answerEntry, dropEntry, editEntry, holdEntry } from '../../actions/outbox/entry-acts.ts';
import { joinOpenTicket } from '../../actions/outbox/join-open-ticket.ts';
import { listOutbox } from '../../actions/outbox/outbox-entries.ts';
import { followTicket } from '../../actions/outbox/relocate-ticket.ts';
import { retryAll, retryEntry } from '../../actions/outbox/retry-entries.ts';
import { createDeviceSignIn } from '../../actions/services/device-sign-in.ts';
import { describeServices, signIn, signOut } from '../../actions/services/services.ts';
import {
  checkDirectory,
  dropTeam,
  exportDirectory,
  importDirectory,
  saveTeam,
} from '../../actions/settings/directory.ts';
import { changeTicket } from '../../actions/tickets/change-ticket.ts';
import { type Line, listBoards, listChoices, makeLabel, makeLabels } from '../../actions/tickets/choices.ts';
import { chooseValues } from '../../actions/tickets/choose-values.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { SYNC_CALLS } from '../../contract/sync-calls.ts';
import { countOutbox } from '../../store/outbox/outbox.ts';
import { listTeams } from '../../store/tickets/directory.ts';
import type { Connections } from '../../sync/connections.ts';
import type { SyncLoop } from '../../sync/sync-loop.ts';

export interface SyncDesk {
  readonly ctx: AppContext;
  readonly sync: SyncLoop;
  readonly line: Line;
  /** What the desk was started with, before anyone signed in. */
  readonly started: () => Connections;
  readonly practice: boolean;
}

export function syncHandlers({ ctx, sync, line, started, practice }: SyncDesk): Handlers<keyof typeof SYNC_CALLS> {
  const { store } = ctx;
  const device = createDeviceSignIn(ctx, line.fetch);
  /** Something may leave now that could not before. */
  const woken = <T>(done: T): T => {
    sync.wake();
    return done;
  };
  const notInPractice = () => {
    if (practice) throw new AppError('refused', 'Practice is always signed in to its own stand-ins.');
  };
  return {
    'outbox.list': (input) => listOutbox(ctx, input, sync.state()),
    'outbox.retry': ({ id }) => {
      retryEntry(ctx, id);
      return woken({});
    },
    'outbox.retryAll': () => woken(retryAll(ctx)),
    'outbox.join': ({ id }) => woken(joinOpenTicket(ctx, id)),
    'outbox.hold': ({ id }) => {
      holdEntry(ctx, id);
      return {};
    },
    'outbox.drop': ({ id }) => {
      dropEntry(ctx, id);
      return woken({});
    },
    'outbox.answer': (input) => {
      answerEntry(ctx, input);
      return woken({});
    },
    'outbox.edit': (input) => woken(editEntry(ctx, input)),
    'outbox.choose': (input) => {
      chooseValues(ctx, input);
      return woken({});
    },
    'outbox.makeLabels': async ({ id }) => woken(await makeLabels(ctx, line, id)),
    'sync.now': async ({ byItself }) => ({
      sent: await (byItself ? sync.resume() : sync.once()),
      ...countOutbox(store.db),
    }),
    'tickets.change': (input) => woken(changeTicket(ctx, input)),
    'tickets.follow': (input) => woken(followTicket(ctx, input)),
    'tickets.choices': (input) => listChoices(ctx, line, input),
    'services.get': () => describeServices(ctx, started()),
    'services.signIn': (input) => {
      notInPractice();
      return signIn(ctx, input, line.fetch);
    },
    'services.askDevice': (input) => {
      notInPractice();
      return device.ask(input);
    },
    'services.finishDevice': async () => woken(await device.finish()),
    'services.signOut': (input) => signOut(ctx, input),
    'boards.list': (input) => listBoards(ctx, line, input),
    'directory.save': (input) => saveTeam(ctx, input),
    'directory.drop': (input) => dropTeam(ctx, input),
    'directory.import': (input) => importDirectory(ctx, input),
    'directory.check': () => checkDirectory(ctx, line),
    'directory.makeLabel': (input) => makeLabel(line, input),
    'directory.export': () => exportDirectory(ctx),
    'directory.list': () => ({ teams: listTeams(store.db) }),
  };
}
