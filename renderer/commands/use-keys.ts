// Binds the catalogue to the keyboard. Plain letters do nothing while somebody types or a dialog is open.
import { useEffect, useRef } from 'react';
import { tinykeys } from 'tinykeys';
import type { DeskUi } from '../desk-ui.ts';
import { COMMANDS, keysFor, onKeysChanged } from './catalogue.ts';

function isTyping(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement && target.type === 'checkbox') return false;
  return (
    target instanceof HTMLElement && (target.isContentEditable || /^(?:INPUT|TEXTAREA|SELECT)$/.test(target.tagName))
  );
}

/** A button in focus keeps its own Enter. */
function isPressed(event: KeyboardEvent): boolean {
  return (
    event.key === 'Enter' &&
    !event.ctrlKey &&
    !event.metaKey &&
    event.target instanceof Element &&
    event.target.closest('button, a, [role=button]') !== null
  );
}

/** Sequences before single keys: "g r" must not also be "r". The one that runs first takes the key. */
function longestFirst() {
  return COMMANDS.flatMap((command) => keysFor(command).map((keys) => ({ command, keys }))).sort(
    (a, b) => b.keys.split(' ').length - a.keys.split(' ').length,
  );
}

export function useKeys(ui: DeskUi): void {
  const current = useRef(ui);
  current.current = ui;
  useEffect(() => {
    let unbind = () => {};
    const bind = () => {
      unbind();
      const bindings: Record<string, (event: KeyboardEvent) => void> = {};
      for (const { command, keys } of longestFirst()) {
        bindings[keys] = (event) => {
          const now = current.current;
          if (event.defaultPrevented || isPressed(event)) return;
          if (now.dialog !== null || now.paletteOpen) return;
          if (isTyping(event.target) && command.whileTyping !== true) return;
          if (command.when !== undefined && !command.when(now)) return;
          event.preventDefault();
          command.run(now);
        };
      }
      unbind = tinykeys(window, bindings);
    };
    bind();
    const forget = onKeysChanged(bind);
    return () => {
      forget();
      unbind();
    };
  }, []);
}
