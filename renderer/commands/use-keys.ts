// Binds the catalogue to the keyboard. Keys do nothing while a dialog is open or the desk does not respond, and plain
// letters do nothing while someone types.
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { getConnection } from '../bridge/connection.ts';
import type { DeskUi } from '../desk-ui.ts';
import { holdKeys, whenThere } from '../state/held-keys.ts';
import { readCase } from '../state/read-case.ts';
import { settle } from '../state/use-later.ts';
import { COMMANDS, keysFor, onKeysChanged } from './catalogue.ts';
import { type Command, hasRows, isMeant, LISTS } from './command.ts';

/** Moves among the rows of the list, or acts on one. */
const isOfRows = ({ group, when }: Command) => group === 'List' || group === 'Case' || when === hasRows;

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return (
    target instanceof HTMLElement &&
    (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT|OPTION)$/.test(target.tagName))
  );
}

/** A focused button keeps its own Enter. */
function isPressed(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    !event.ctrlKey &&
    !event.metaKey &&
    event.target instanceof Element &&
    event.target.closest('button, a, [role=button]') !== null
  );
}

/**
 * The commands of each key; screens may use one key for different things. Sequences come before single keys: "g r" must
 * not also be "r". The first that can run takes the key.
 */
function commandsByKey(): [keys: string, commands: Command[]][] {
  const byKey = new Map<string, Command[]>();
  for (const command of COMMANDS)
    for (const keys of keysFor(command)) byKey.set(keys, [...(byKey.get(keys) ?? []), command]);
  return [...byKey].sort(([a], [b]) => b.split(' ').length - a.split(' ').length);
}

export function useKeys(ui: DeskUi): void {
  const current = useRef(ui);
  current.current = ui;
  useEffect(() => {
    const act = (command: Command) => {
      if (command.needs === 'pane') settle();
      if (isMeant(command, current.current)) command.run(current.current);
    };
    /** A screen with rows of its own needs no case. */
    const run = (command: Command) => {
      const { screen, list } = current.current;
      // The rows are still those of the list before: what is meant is in the one to come.
      if (LISTS.includes(screen) && list.isBehind && isOfRows(command)) {
        holdKeys(whenThere(() => !current.current.list.isBehind || null).then(() => run(command)));
        return;
      }
      const id = command.needs !== undefined && LISTS.includes(screen) ? list.selected?.id : undefined;
      const reading = id === undefined ? null : readCase(id);
      if (reading === null) act(command);
      else holdKeys(reading.then(() => act(command)));
    };
    // A dialog that a key closes is gone by the time the key comes here: it was meant for the dialog all the same.
    let wasOver = false;
    const look = () => {
      wasOver = current.current.dialog !== null || current.current.paletteOpen;
    };
    window.addEventListener('keydown', look, true);
    let unbind = () => {};
    const bind = () => {
      unbind();
      const bindings: Record<string, (event: KeyboardEvent) => void> = {};
      for (const [keys, commands] of commandsByKey()) {
        bindings[keys] = (event) => {
          const now = current.current;
          if (event.defaultPrevented || isPressed(event)) return;
          if (wasOver || now.dialog !== null || now.paletteOpen || getConnection() !== 'answers') return;
          const isTyped = isTyping(event.target);
          const command = commands.find((one) => isMeant(one, now) && (!isTyped || one.whileTyping === true));
          if (command === undefined) return;
          event.preventDefault();
          run(command);
        };
      }
      unbind = tinykeys(window, bindings);
    };
    bind();
    const forget = onKeysChanged(bind);
    return () => {
      window.removeEventListener('keydown', look, true);
      forget();
      unbind();
    };
  }, []);
}
