// The menu of the chosen case, or of the marked ones: the same commands, by pointer or by the menu key.
import { Menu } from '@mantine/core';
import { useDeskUi } from '../desk-ui.ts';
import { Kbd } from '../parts/kbd.tsx';
import { plural } from '../parts/words.ts';
import { CASE_COMMANDS } from './case-commands.ts';
import { keysOf } from './catalogue.ts';

export function ContextMenu() {
  const ui = useDeskUi();
  const { dialog } = ui;
  if (dialog?.kind !== 'menu') return null;
  const close = () => {
    ui.ask(null);
    document.getElementById('cases')?.focus();
  };
  const { marked, selected } = ui.list;
  return (
    <Menu opened onClose={close} position="bottom-start" width={290} trapFocus returnFocus={false} withinPortal>
      <Menu.Target>
        <button
          type="button"
          className="menu-anchor"
          style={{ left: dialog.x, top: dialog.y }}
          aria-label="Menu of the case"
        />
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Label>{marked.size > 0 ? plural(marked.size, 'marked case') : selected?.reference}</Menu.Label>
        {CASE_COMMANDS.filter(({ id, when }) => id !== 'menu' && (when?.(ui) ?? true)).map(({ id, title, run }) => (
          <Menu.Item
            key={id}
            rightSection={<Kbd keys={keysOf(id)} />}
            onClick={() => {
              ui.ask(null);
              run(ui);
            }}
          >
            {title}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
