// Runs a command once what it is meant for is there: the list that was asked for, and the chosen case. Keys after it wait as well.
import type { DeskUi } from '../desk-ui.ts';
import { holdKeys, whenThere } from '../state/held-keys.ts';
import { readCase } from '../state/read-case.ts';
import { settle } from '../state/use-later.ts';
import { type Command, hasRows, isMeant, LISTS } from './command.ts';

/** Moves among the rows of the list, or acts on one. */
const isOfRows = ({ group, when }: Command) => group === 'List' || group === 'Case' || when === hasRows;

/** @param latest the window's state, then and when what was waited for is there */
export function runCommand(command: Command, latest: () => DeskUi): void {
  const { screen, list } = latest();
  // The rows are still those of the list before: what is meant is in the one to come.
  if (LISTS.includes(screen) && list.isBehind && isOfRows(command)) {
    holdKeys(whenThere(() => !latest().list.isBehind || null).then(() => runCommand(command, latest)));
    return;
  }
  const act = () => {
    if (command.needs === 'pane') settle();
    if (!isMeant(command, latest())) return;
    // What is asked about a case means that case to the end, whatever comes in above it meanwhile.
    if (command.group === 'Case') latest().list.hold();
    command.run(latest());
  };
  // A screen with rows of its own needs no case.
  const id = command.needs !== undefined && LISTS.includes(screen) ? list.selected?.id : undefined;
  const reading = id === undefined ? null : readCase(id);
  if (reading === null) act();
  else holdKeys(reading.then(act));
}
