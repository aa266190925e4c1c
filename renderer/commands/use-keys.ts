// Binds the catalogue to the keyboard. Keys do nothing while a dialog is open or the desk does not respond, and plain
// letters do nothing while someone types.
import { useLayoutEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import { getConnection } from '../bridge/connection.ts';
import type { DeskUi } from '../desk-ui.ts';
import { holdKeys, whenThere } from '../state/held-keys.ts';
import { begunKey, showBegun } from './begun-sequence.ts';
import { COMMANDS, keysFor, onKeysChanged } from './catalogue.ts';
import { type Command, isMeant } from './command.ts';
import { runCommand } from './run-command.ts';

/** A sequence waits for its next key, however slow the desk or the fingers are. */
const NO_END = 2 ** 31 - 1;

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

/** The screen, its list or the pane beside it is being read: a key may be meant for what is to come. */
const isToCome = () =>
  document.querySelector('main[aria-busy=true], main > [aria-busy=true], #cases[aria-busy=true]') !== null;

export function useKeys(ui: DeskUi): void {
  const current = useRef(ui);
  current.current = ui;
  // From the first frame of the desk: a key pressed as soon as it is seen is not lost.
  useLayoutEffect(() => {
    const run = (command: Command) => runCommand(command, () => current.current);
    const runLater = (find: () => Command | undefined) => {
      const isThere = () => !isToCome() || null;
      const runFound = () => {
        const command = find();
        if (command !== undefined) run(command);
      };
      holdKeys(whenThere(isThere).then(runFound));
    };
    // A dialog that a key closes is gone by the time the key comes here: it was meant for the dialog all the same.
    let wasOver = false;
    const look = ({ key, target, ctrlKey, metaKey, altKey }: KeyboardEvent) => {
      wasOver = current.current.dialog !== null || current.current.paletteOpen;
      // Pressed once more, the first key of a sequence begins it anew.
      if (firsts.has(key) && !(`${key} ${key}` in bindings)) bind();
      const isFirst = firsts.has(key) && !(`${begunKey()} ${key}` in bindings);
      showBegun(isFirst && !wasOver && !isTyping(target) && !ctrlKey && !metaKey && !altKey ? key : null);
    };
    window.addEventListener('keydown', look, true);
    let unbind = () => {};
    let bindings: Record<string, (event: KeyboardEvent) => void> = {};
    let firsts: ReadonlySet<string> = new Set();
    const bind = () => {
      unbind();
      showBegun(null);
      bindings = {};
      for (const [keys, commands] of commandsByKey()) {
        bindings[keys] = (event) => {
          const now = current.current;
          if (event.defaultPrevented || isPressed(event)) return;
          if (wasOver || now.dialog !== null || now.paletteOpen || getConnection() !== 'answers') return;
          const isTyped = isTyping(event.target);
          const find = () => commands.find((one) => isMeant(one, current.current) && (!isTyped || one.whileTyping));
          const command = find();
          if (command !== undefined) run(command);
          else if (isTyped || !commands.some(({ screens }) => screens?.includes(now.screen) ?? true)) return;
          else if (isToCome()) runLater(find);
          // The end of a sequence is no key of its own.
          else if (!keys.includes(' ')) return;
          event.preventDefault();
        };
      }
      firsts = new Set(
        Object.keys(bindings).flatMap((keys) => (keys.includes(' ') ? keys.split(' ').slice(0, 1) : [])),
      );
      unbind = tinykeys(window, bindings, { timeout: NO_END });
    };
    bind();
    // What else is done with the window forgets a sequence that was begun.
    window.addEventListener('pointerdown', bind, true);
    window.addEventListener('blur', bind);
    const forget = onKeysChanged(bind);
    return () => {
      window.removeEventListener('pointerdown', bind, true);
      window.removeEventListener('blur', bind);
      window.removeEventListener('keydown', look, true);
      forget();
      unbind();
    };
  }, []);
}
