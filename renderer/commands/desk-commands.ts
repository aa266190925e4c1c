// Commands for the desk as a whole.
import { call } from '../bridge/bridge.ts';
import { queryClient } from '../bridge/queries.ts';
import { signalOf } from '../components/signal.ts';
import { toast, undoByToast } from '../components/toast.tsx';
import type { DeskUi } from '../desk-ui.ts';
import { printCase, printList } from '../print/print-list.ts';
import { afterActs, lastWasRefused } from '../state/after-acts.ts';
import { holdKeys } from '../state/held-keys.ts';
import { lockDesk } from '../state/lock.ts';
import { type Command, isList, withCase } from './command.ts';

async function toggleFirstSteps(ui: DeskUi): Promise<void> {
  const { isHidden } = await call('first.get', {});
  await call('first.hide', { isHidden: !isHidden });
  if (isHidden && !ui.practice) ui.go('day');
  if (!isHidden) toast('The first steps are hidden.', () => holdKeys(toggleFirstSteps(ui)));
}

async function mendConnection(ui: DeskUi): Promise<void> {
  const asked = { most: 0 };
  const { sync } = await queryClient.ensureQueryData({
    queryKey: ['outbox.list', asked],
    queryFn: () => call('outbox.list', asked),
  });
  const { mend } = signalOf(sync);
  if (mend) mend.run(ui);
  else toast('Nothing needs fixing.');
}

const AFTER_REFUSAL = 'What you tried last was refused, so there is nothing of it to undo. Undo an act before it?';

export const DESK_COMMANDS: readonly Command[] = [
  { id: 'log', title: 'Log a case in one line', group: 'Desk', keys: ['l'], run: (ui) => ui.ask({ kind: 'log' }) },
  {
    id: 'undo',
    title: 'Undo',
    group: 'Desk',
    keys: ['u'],
    run: (ui) =>
      afterActs(() => {
        if (undoByToast()) return;
        if (lastWasRefused()) ui.ask({ kind: 'undo', why: AFTER_REFUSAL });
        else ui.undo();
      }),
  },
  {
    id: 'undo-stack',
    title: 'What can be undone',
    group: 'Desk',
    keys: ['Shift+U'],
    run: (ui) => ui.ask({ kind: 'undo' }),
  },
  { id: 'import', title: 'Import an export file', group: 'Desk', keys: ['i'], run: (ui) => ui.ask({ kind: 'import' }) },
  {
    id: 'release',
    title: 'Note or send a release notice',
    group: 'Desk',
    keys: ['g r'],
    run: (ui) => ui.ask({ kind: 'release' }),
  },
  {
    id: 'export-csv',
    title: 'Export the marked cases, or all of the list, as CSV',
    group: 'Desk',
    keys: ['g e'],
    when: isList,
    run: (ui) => ui.exportCsv(),
  },
  {
    id: 'print',
    title: 'Print what is listed, scrubbed',
    also: 'paper PDF',
    group: 'Desk',
    keys: ['$mod+p'],
    whileTyping: true,
    run: (ui) => void printList(ui),
  },
  {
    id: 'print-case',
    title: 'Print the case, scrubbed',
    also: 'paper PDF',
    group: 'Desk',
    keys: ['$mod+Shift+P'],
    whileTyping: true,
    when: withCase,
    run: (ui) => void printCase(ui),
  },
  {
    id: 'mend',
    title: 'Fix the connection: do what the status bar offers',
    group: 'Desk',
    keys: ['g m'],
    run: (ui) => holdKeys(mendConnection(ui)),
  },
  { id: 'lock', title: 'Lock the desk', group: 'Desk', keys: ['Shift+L'], run: lockDesk },
  { id: 'sync', title: 'Send what waits now', group: 'Desk', keys: ['g s'], run: (ui) => ui.syncNow() },
  {
    id: 'advance-hour',
    title: 'Practice: one hour later',
    group: 'Desk',
    keys: ['g h'],
    when: (ui) => ui.practice,
    run: (ui) => ui.advanceClock(60),
  },
  {
    id: 'advance-day',
    title: 'Practice: one day later',
    group: 'Desk',
    keys: ['g t'],
    when: (ui) => ui.practice,
    run: (ui) => ui.advanceClock(24 * 60),
  },
  {
    id: 'help',
    title: 'Help: your day as lead, keys, glossary; or back',
    also: 'shortcuts glossary manual',
    group: 'Desk',
    keys: ['?', 'Shift+?'],
    run: (ui) => ui.go(ui.screen === 'help' ? ui.cameFrom : 'help'),
  },
  {
    id: 'first-steps',
    title: 'Show or hide the first steps',
    group: 'Desk',
    keys: ['g f'],
    run: (ui) => holdKeys(toggleFirstSteps(ui)),
  },
  {
    id: 'scheme',
    title: 'Switch between light and dark',
    also: 'theme colors',
    group: 'Desk',
    keys: ['g l'],
    run: (ui) => ui.toggleScheme(),
  },
  {
    id: 'contrast',
    title: 'Turn high contrast on or off',
    also: 'theme colors',
    group: 'Desk',
    keys: ['g c'],
    run: (ui) => ui.toggleContrast(),
  },
];
