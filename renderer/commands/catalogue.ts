// All commands, and the keys they answer to: their own, or those the lead gave them.
import { CASE_COMMANDS } from './case-commands.ts';
import type { Command } from './command.ts';
import { DESK_COMMANDS } from './desk-commands.ts';
import { GO_COMMANDS, LIST_COMMANDS } from './list-commands.ts';

export const COMMANDS: readonly Command[] = [...GO_COMMANDS, ...LIST_COMMANDS, ...CASE_COMMANDS, ...DESK_COMMANDS];

let own: Readonly<Record<string, readonly string[]>> = {};
const listeners = new Set<() => void>();

/** Gives commands other keys; a command that is not named keeps its own. */
export function setOwnKeys(keys: Readonly<Record<string, readonly string[]>>): void {
  if (JSON.stringify(keys) === JSON.stringify(own)) return; // binding anew would forget a "g" just pressed
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

/** The command that would answer to a key already; keys are the same whatever their letter case. */
export function takenBy(keys: string, except: string): Command | undefined {
  const wanted = keys.toLowerCase();
  return COMMANDS.find(
    (command) => command.id !== except && keysFor(command).some((one) => one.toLowerCase() === wanted),
  );
}
