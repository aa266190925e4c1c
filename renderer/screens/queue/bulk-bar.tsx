// While cases are marked: how many there are, and what can be done with all of them, in place of the views. An act that
// has no room as a button is in the menu at the end.
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const ACTS = [
  ['escalate-suggested', 'To suggested teams'],
  ['escalate', 'Escalate'],
  ['reassign', 'Reassign'],
  ['respond', 'Respond'],
  ['out-of-scope', 'Out of scope'],
  ['tag', 'Tag'],
  ['queue-ticket', 'Queue tickets'],
] as const;

export function BulkBar() {
  const ui = useDeskUi();
  const { marked, clearMarks } = ui.list;
  return (
    <div className="bar views bulk" role="toolbar" aria-label="Marked cases">
      <b>{plural(marked.size, 'case')} marked</b>
      <button type="button" className="button quiet" data-act="none" onClick={clearMarks}>
        Mark none <Kbd keys={keysOf('close')} />
      </button>
      {ACTS.map(([id, label]) => (
        <button
          key={id}
          type="button"
          className="button"
          data-act={id}
          title={commandOf(id)?.title}
          onClick={() => commandOf(id)?.run(ui)}
        >
          {label} <Kbd keys={keysOf(id)} />
        </button>
      ))}
      <Menu position="bottom-end" transitionProps={{ duration: 0 }}>
        <Menu.Target>
          <button type="button" className="button" data-act="more" title="Every act for the marked cases">
            <IconDots size={15} aria-hidden /> More
          </button>
        </Menu.Target>
        <Menu.Dropdown>
          {ACTS.map(([id, label]) => (
            <Menu.Item key={id} rightSection={<Kbd keys={keysOf(id)} />} onClick={() => commandOf(id)?.run(ui)}>
              {label}
            </Menu.Item>
          ))}
          <Menu.Item rightSection={<Kbd keys={keysOf('close')} />} onClick={clearMarks}>
            Mark none
          </Menu.Item>
        </Menu.Dropdown>
      </Menu>
    </div>
  );
}
