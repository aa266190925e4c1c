// The sheet of all keys.
import { DeskDialog } from '../components/dialog.tsx';
import { Kbd } from '../components/kbd.tsx';
import { COMMANDS, keysFor } from './catalogue.ts';
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
  return (
    <DeskDialog kind="help" title="Keys">
      <Sheet />
    </DeskDialog>
  );
}

function Sheet() {
  return (
    <div className="help">
      {(['Go', 'List', 'Case', 'Screen', 'Desk'] as const).map((group) => (
        <section key={group}>
          <h3>{group === 'Screen' ? 'Day, trends, replies, tickets, outbox' : group}</h3>
          <dl>
            {COMMANDS.filter((command) => command.group === group && !/^view-[2-9]$/.test(command.id)).map(
              (command) => (
                <Line
                  key={command.id}
                  title={command.id === 'view-1' ? 'Views 1 to 9' : command.title}
                  keys={keysFor(command)[0] ?? ''}
                />
              ),
            )}
            {group === 'Desk' && MORE.map(({ keys, title }) => <Line key={keys} title={title} keys={keys} />)}
          </dl>
        </section>
      ))}
    </div>
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
