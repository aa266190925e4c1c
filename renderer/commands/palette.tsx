// Ctrl/Cmd+K: every command and every case on screen, by a few letters.
import { Spotlight, type SpotlightActionData } from '@mantine/spotlight';
import { IconSearch } from '@tabler/icons-react';
import { useDeskUi } from '../desk-ui.ts';
import { Kbd } from '../parts/kbd.tsx';
import { COMMANDS } from './catalogue.ts';

const MOST_CASES = 200;

export function Palette() {
  const ui = useDeskUi();
  const commands: SpotlightActionData[] = COMMANDS.filter((command) => command.when?.(ui) ?? true).map((command) => ({
    id: command.id,
    label: command.title,
    rightSection: <Kbd keys={command.keys[0] ?? ''} />,
    onClick: () => command.run(ui),
  }));
  const cases: SpotlightActionData[] = ui.cases.slice(0, MOST_CASES).map((row) => ({
    id: row.id,
    label: row.title,
    description: row.reference,
    onClick: () => {
      if (ui.room === 'queue' || ui.room === 'board') ui.select(row.id);
      else ui.openCase(row.id);
    },
  }));
  return (
    <Spotlight
      actions={[
        { group: 'Commands', actions: commands },
        { group: 'Cases', actions: cases },
      ]}
      attributes={{ content: { 'aria-label': 'Commands and cases' } }}
      onSpotlightOpen={() => ui.setPaletteOpen(true)}
      onSpotlightClose={() => ui.setPaletteOpen(false)}
      limit={12}
      highlightQuery
      scrollable
      maxHeight={420}
      nothingFound="Nothing by that name"
      shortcut={['mod + K']}
      searchProps={{
        leftSection: <IconSearch size={16} aria-hidden />,
        placeholder: 'Find a command or a case',
        'aria-label': 'Find a command or a case',
      }}
    />
  );
}
