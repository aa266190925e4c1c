// All commands and their keys: the defaults, or the lead's own.
import { CASE_COMMANDS } from './case-commands.ts';
import type { Command } from './command.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import { GO_COMMANDS, LIST_COMMANDS } from './list-commands.ts';
import { SCREEN_COMMANDS } from './screen-commands.ts';

export const COMMANDS: readonly Command[] = [
  ...GO_COMMANDS,
  ...LIST_COMMANDS,
  ...CASE_COMMANDS,
  ...SCREEN_COMMANDS,
  ...DESK_COMMANDS,
];

let own: Readonly<Record<string, readonly string[]>> = {};
const listeners = new Set<() => void>();

/** Assigns other keys to commands; a command that is not listed keeps its default. */
export function setOwnKeys(keys: Readonly<Record<string, readonly string[]>>): void {
  if (JSON.stringify(keys) === JSON.stringify(own)) return; // rebinding would forget a "g" that was just pressed
  own = keys;
  for (const each of listeners) each();
}

export function onKeysChanged(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

export function keysFor(command: Command): readonly string[] {
  return own[command.id] ?? command.keys;
}

/** The key of a command, for a button that does the same. */
export function keysOf(id: string): string {
  const command = commandOf(id);
  return command === undefined ? '' : (keysFor(command)[0] ?? '');
}

export function commandOf(id: string): Command | undefined {
  return COMMANDS.find((command) => command.id === id);
}

/** The command that already uses a key where another one works; keys ignore case. */
export function takenBy(keys: string, except: string): Command | undefined {
  const wanted = keys.toLowerCase();
  const asking = commandOf(except);
  return COMMANDS.find(
    (command) =>
      command.id !== except &&
      (asking === undefined || meet(command, asking)) &&
      keysFor(command).some((one) => one.toLowerCase() === wanted),
  );
}

/** Whether two commands work on a common screen. */
function meet(a: Command, b: Command): boolean {
  return a.screens === undefined || b.screens === undefined || a.screens.some((screen) => b.screens?.includes(screen));
}
