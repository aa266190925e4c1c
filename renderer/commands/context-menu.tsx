// The menu of the chosen case, or of the marked ones: the same commands, by pointer or menu key.

import { useEffect, useLayoutEffect, useRef } from 'react';
import { caseName } from '../../electron/core/domain/case-name.ts';
import { Kbd } from '../components/kbd.tsx';
import { plural } from '../components/words.ts';
import { useDeskUi } from '../desk-ui.ts';
import { commandOf, keysOf } from './catalogue.ts';
import { isMeant } from './command.ts';
import './context-menu.css';
import { focusedIn } from '../components/focused-in.ts';

const EDGE = 8;

/** What is done with a case, in groups: decide, describe, look at, hand on. Answers to questions stand at the questions. */
const GROUPS: readonly (readonly string[])[] = [
  ['escalate-suggested', 'escalate', 'assign', 'reassign', 'respond', 'out-of-scope', 'ask-tier-2'],
  ['tag', 'merge', 'time', 'snooze', 'note', 'privacy-incident'],
  ['queue-ticket', 'change-ticket', 'follow-up', 'compose', 'fields', 'activity'],
  ['copy', 'copy-link', 'print-case'],
];

export function ContextMenu() {
  const { dialog } = useDeskUi();
  return dialog?.kind === 'menu' ? <OpenMenu x={dialog.x} y={dialog.y} /> : null;
}

function OpenMenu({ x, y }: { x: number; y: number }) {
  const ui = useDeskUi();
  const menu = useRef<HTMLDivElement>(null);
  const close = () => {
    ui.ask(null);
    document.getElementById('cases')?.focus();
  };
  const items = () => [...(menu.current?.querySelectorAll<HTMLElement>('[role=menuitem]') ?? [])];
  // biome-ignore lint/correctness/useExhaustiveDependencies: once, when it opens
  useEffect(() => {
    items()[0]?.focus();
    const away = (event: PointerEvent) => {
      if (event.target instanceof Node && !menu.current?.contains(event.target)) close();
    };
    window.addEventListener('pointerdown', away);
    return () => window.removeEventListener('pointerdown', away);
  }, []);
  // Where it was requested, but within the window.
  useLayoutEffect(() => {
    const element = menu.current;
    if (element === null) return;
    const { width, height } = element.getBoundingClientRect();
    element.style.left = `${Math.max(EDGE, Math.min(x, innerWidth - width - EDGE))}px`;
    element.style.top = `${Math.max(EDGE, Math.min(y, innerHeight - height - EDGE))}px`;
  }, [x, y]);

  function onKeyDown(event: React.KeyboardEvent): void {
    const all = items();
    const at = focusedIn(all);
    if (event.key === 'Escape' || event.key === 'Tab') close();
    else if (event.key === 'ArrowDown') all[(at + 1) % all.length]?.focus();
    else if (event.key === 'ArrowUp') all[(at - 1 + all.length) % all.length]?.focus();
    else if (event.key === 'Home') all[0]?.focus();
    else if (event.key === 'End') all.at(-1)?.focus();
    else return;
    event.preventDefault();
    event.stopPropagation();
  }

  const { marked, selected } = ui.list;
  const who = marked.size > 0 ? plural(marked.size, 'marked case') : caseName(selected?.reference ?? '');
  return (
    <aside aria-label="Menu of the case">
      <div ref={menu} className="context-menu" role="menu" aria-label={who} onKeyDown={onKeyDown}>
        {GROUPS.map((ids) => (
          <div key={ids.join(' ')} role="group">
            {ids
              .flatMap((id) => commandOf(id) ?? [])
              .filter((command) => isMeant(command, ui))
              .map(({ id, title, run }) => (
                <button
                  key={id}
                  type="button"
                  role="menuitem"
                  tabIndex={-1}
                  onClick={() => {
                    close();
                    run(ui);
                  }}
                >
                  {title} <Kbd keys={keysOf(id)} />
                </button>
              ))}
          </div>
        ))}
      </div>
    </aside>
  );
}
