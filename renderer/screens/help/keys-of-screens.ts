// Which keys work where, read from the catalogue: what a lead changed in the settings is shown as changed.
import { keysOf } from '../../../electron/core/domain/records.ts';
import { COMMANDS, keysFor } from '../../commands/catalogue.ts';
import { type Command, LISTS } from '../../commands/command.ts';
import { TEXT_KEYS } from '../../commands/text-keys.ts';
import { SCREEN_NAMES, type ScreenName } from '../../desk-ui.ts';

export interface KeyLine {
  readonly id: string;
  readonly title: string;
  readonly keys: string;
}

export interface KeyGroup {
  readonly name: string;
  /** The screens it is for; none if its keys work everywhere. */
  readonly screens: readonly ScreenName[];
  readonly lines: readonly KeyLine[];
}

export function keyGroups(): readonly KeyGroup[] {
  const own = keysOf(SCREEN_NAMES).map((screen) => ({
    name: SCREEN_NAMES[screen],
    screens: [screen],
    lines: linesOf(({ group, screens }) => group === 'Screen' && (screens?.includes(screen) ?? false)),
  }));
  return [
    { name: 'Everywhere', screens: [], lines: linesOf(({ group }) => group === 'Desk') },
    { name: 'Going somewhere', screens: [], lines: linesOf(({ group }) => group === 'Go') },
    { name: 'Queue and board: the list', screens: LISTS, lines: linesOf(({ group }) => group === 'List') },
    { name: 'Queue and board: the case', screens: LISTS, lines: linesOf(({ group }) => group === 'Case') },
    { name: 'In the text as received', screens: LISTS, lines: TEXT_KEYS },
    ...own.filter(({ lines }) => lines.length > 0),
  ];
}

function linesOf(belongs: (command: Command) => boolean): KeyLine[] {
  return COMMANDS.filter((command) => belongs(command) && !/^view-[2-9]$/.test(command.id)).map((command) => ({
    id: command.id,
    title: command.id === 'view-1' ? 'Views 1 to 9' : command.title,
    keys: keysFor(command)[0] ?? '',
  }));
}
