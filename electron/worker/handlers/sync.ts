// The handlers of the post room's calls.
import { changeTicket } from '../../actions/change-ticket.ts';
import { type Line, listBoards, listChoices, makeLabel, makeLabels } from '../../actions/choices.ts';
import { chooseValues } from '../../actions/choose-values.ts';
import { createDeviceSignIn } from '../../actions/device-sign-in.ts';
import { checkDirectory, dropTeam, exportDirectory, importDirectory, saveTeam } from '../../actions/directory.ts';
import { answerEntry, dropEntry, editEntry, holdEntry } from '../../actions/entry-acts.ts';
import type { Office } from '../../actions/office.ts';
import { listOutbox } from '../../actions/outbox-entries.ts';
import { followTicket } from '../../actions/relocate-ticket.ts';
import { joinSameRecord, retryAll, retryEntry } from '../../actions/retry-entries.ts';
import { describeServices, signIn, signOut } from '../../actions/services.ts';
import type { Handlers } from '../../contract/calls.ts';
import { AppError } from '../../contract/errors.ts';
import type { SYNC_CALLS } from '../../contract/sync-calls.ts';
import { listTeams } from '../../store/directory.ts';
import { countOutbox } from '../../store/outbox.ts';
import type { Connections } from '../../sync/connections.ts';
import type { SyncLoop } from '../../sync/sync-loop.ts';

export interface PostRoom {
  readonly office: Office;
  readonly sync: SyncLoop;
  readonly line: Line;
  /** What the desk was started with, before anybody signed in. */
  readonly started: () => Connections;
  readonly practice: boolean;
}

export function syncHandlers({ office, sync, line, started, practice }: PostRoom): Handlers<keyof typeof SYNC_CALLS> {
  const { store } = office;
  const device = createDeviceSignIn(office, line.fetch);
  /** Something may leave now that could not before. */
  const poked = <T>(done: T): T => {
    sync.poke();
    return done;
  };
  const notInPractice = () => {
    if (practice) throw new AppError('refused', 'Practice is signed in to its own stand-ins.');
  };
  return {
    'outbox.list': (input) => listOutbox(office, input, sync.state()),
    'outbox.retry': ({ id }) => {
      retryEntry(office, id);
      return poked({});
    },
    'outbox.retryAll': () => poked(retryAll(office)),
    'outbox.join': ({ id }) => {
      joinSameRecord(office, id);
      return poked({});
    },
    'outbox.hold': ({ id }) => {
      holdEntry(office, id);
      return {};
    },
    'outbox.drop': ({ id }) => {
      dropEntry(office, id);
      return poked({});
    },
    'outbox.answer': (input) => {
      answerEntry(office, input);
      return poked({});
    },
    'outbox.edit': (input) => poked(editEntry(office, input)),
    'outbox.choose': (input) => {
      chooseValues(office, input);
      return poked({});
    },
    'outbox.makeLabels': async ({ id }) => poked(await makeLabels(office, line, id)),
    'sync.now': async ({ byItself }) => ({
      sent: await (byItself ? sync.resume() : sync.once()),
      ...countOutbox(store.db),
    }),
    'tickets.change': (input) => poked(changeTicket(office, input)),
    'tickets.follow': (input) => poked(followTicket(office, input)),
    'tickets.choices': (input) => listChoices(office, line, input),
    'services.get': () => describeServices(office, started()),
    'services.signIn': (input) => {
      notInPractice();
      return signIn(office, input, line.fetch);
    },
    'services.askDevice': (input) => {
      notInPractice();
      return device.ask(input);
    },
    'services.finishDevice': async () => poked(await device.finish()),
    'services.signOut': (input) => signOut(office, input),
    'boards.list': (input) => listBoards(office, line, input),
    'directory.save': (input) => saveTeam(office, input),
    'directory.drop': (input) => dropTeam(office, input),
    'directory.import': (input) => importDirectory(office, input),
    'directory.check': () => checkDirectory(office, line),
    'directory.makeLabel': (input) => makeLabel(line, input),
    'directory.export': () => exportDirectory(office),
    'directory.list': () => ({ teams: listTeams(store.db) }),
  };
}
