// The sheet of all keys.
import { Modal } from '@mantine/core';
import { useDeskUi } from '../desk-ui.ts';
import { Kbd } from '../parts/kbd.tsx';
import { COMMANDS } from './catalogue.ts';
import './help.css';

const MORE: readonly { readonly keys: string; readonly title: string }[] = [
  { keys: '$mod+K', title: 'Find any command or case' },
  { keys: 'n', title: 'In a text: next finding' },
  { keys: 'x', title: 'On a finding: clear it, or take that back' },
  { keys: 'Shift+X', title: 'On a finding: never mask these words again' },
  { keys: 'm', title: 'In a text: mark the selection as personal' },
  { keys: 'Shift+M', title: 'In a text: always mask the selected words' },
];

export function Help() {
  const ui = useDeskUi();
  return (
    <Modal
      opened={ui.dialog?.kind === 'help'}
      onClose={() => ui.ask(null)}
      title="Keys"
      size="lg"
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      <div className="help">
        {(['Go', 'Case', 'Desk'] as const).map((group) => (
          <section key={group}>
            <h3>{group}</h3>
            <dl>
              {COMMANDS.filter((command) => command.group === group).map(({ id, title, keys }) => (
                <Line key={id} title={title} keys={keys[0] ?? ''} />
              ))}
              {group === 'Desk' && MORE.map(({ keys, title }) => <Line key={keys} title={title} keys={keys} />)}
            </dl>
          </section>
        ))}
      </div>
    </Modal>
  );
}

function Line({ title, keys }: { title: string; keys: string }) {
  return (
    <div>
      <dt>{title}</dt>
      <dd>
        <Kbd keys={keys} />
        <span className="visually-hidden">{keys}</span>
      </dd>
    </div>
  );
}
