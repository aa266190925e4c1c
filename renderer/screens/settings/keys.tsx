// Keyboard shortcuts: assign another key to a command, or restore its default.
import { useState } from 'react';
import { useCall } from '../../bridge/queries.ts';
import { COMMANDS, keysFor, takenBy } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

const MODIFIERS: ReadonlySet<string> = new Set(['Shift', 'Control', 'Alt', 'Meta']);
/** After "g" a second key is expected, as in "g q". */
const LEADER = 'g';

function pressed(event: React.KeyboardEvent): string {
  const mod = event.ctrlKey || event.metaKey ? '$mod+' : '';
  const shift = event.shiftKey && event.key.length === 1 && /[a-z]/i.test(event.key) ? 'Shift+' : '';
  const key = event.key.length === 1 && /[a-z]/i.test(event.key) && shift !== '' ? event.key.toUpperCase() : event.key;
  return `${mod}${shift}${key}`;
}

export function Keys() {
  const ui = useDeskUi();
  const own = useCall('window.get', {}).data?.keys ?? {};
  const [changing, setChanging] = useState<{ id: string; first: string | null } | null>(null);

  function take(id: string, keys: string): void {
    setChanging(null);
    const other = takenBy(keys, id);
    if (other !== undefined) toastError(new Error(`That key is taken by "${other.title}". Change that one first.`));
    else ui.saveKeys({ ...own, [id]: [keys] });
  }

  return (
    <section className="card" id="keys" aria-labelledby="keys-title">
      <header>
        <h2 id="keys-title">Keyboard shortcuts</h2>
        <span>press “Change”, then the new key; g and a second key make a pair</span>
      </header>
      <ul className="keys-list">
        {COMMANDS.map((command) => (
          <li key={command.id}>
            <span>{command.title}</span>
            <span className="keys-of">
              {changing?.id === command.id ? (
                (changing.first ?? 'press a key')
              ) : (
                <Kbd keys={keysFor(command)[0] ?? ''} />
              )}
              <span className="visually-hidden">{keysFor(command)[0]}</span>
            </span>
            <button
              type="button"
              className="button quiet"
              aria-label={`Change the key of ${command.title}`}
              data-called={command.title}
              onClick={() => setChanging({ id: command.id, first: null })}
              onBlur={() => setChanging(null)}
              onKeyDown={(event) => {
                if (changing?.id !== command.id || MODIFIERS.has(event.key)) return;
                event.preventDefault();
                event.stopPropagation();
                if (event.key === 'Escape' || event.key === 'Tab') setChanging(null);
                else if (changing.first === null && event.key === LEADER)
                  setChanging({ id: command.id, first: LEADER });
                else take(command.id, changing.first === null ? pressed(event) : `${changing.first} ${pressed(event)}`);
              }}
            >
              Change
            </button>
            {own[command.id] !== undefined && (
              <button
                type="button"
                className="button quiet"
                aria-label={`Give ${command.title} its own key back`}
                onClick={() => {
                  const { [command.id]: _, ...rest } = own;
                  ui.saveKeys(rest);
                }}
              >
                Own key
              </button>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
