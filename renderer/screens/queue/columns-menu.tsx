// Which columns the rows of the queue show besides time and text; remembered on this machine.

import { Menu } from '@mantine/core';
import { IconColumns } from '@tabler/icons-react';
import { memo } from 'react';
import { keysOf } from '../../../electron/core/domain/records.ts';

const COLUMNS = {
  tags: 'Tags',
  reference: 'Record number, in a wide list',
  status: 'Status',
  team: 'Team',
} as const;

/** The hidden ones, separated by spaces. */
export const ColumnsMenu = memo(function ColumnsMenu({
  hidden,
  onChange,
}: {
  hidden: string;
  onChange: (hidden: string) => void;
}) {
  const off = new Set(hidden.split(' ').filter((name) => name !== ''));
  return (
    <Menu
      closeOnItemClick={false}
      position="bottom-end"
      transitionProps={{ duration: 0 }}
      // It opens on its first item: a menu holds nothing but items.
      withInitialFocusPlaceholder={false}
    >
      <Menu.Target>
        <button type="button" className="button" aria-label="Columns" title="Which columns are shown">
          <IconColumns size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {keysOf(COLUMNS).map((name) => (
          <Menu.CheckboxItem
            key={name}
            checked={!off.has(name)}
            onChange={() => {
              if (!off.delete(name)) off.add(name);
              onChange([...off].join(' '));
            }}
          >
            {COLUMNS[name]}
          </Menu.CheckboxItem>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
});
