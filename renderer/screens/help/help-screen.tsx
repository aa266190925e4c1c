// Help: a lead's day, the keys of each screen, and the glossary.
import { type ReactNode, useState } from 'react';
import { commandOf, keysFor, keysOf } from '../../commands/catalogue.ts';
import { TEXT_KEYS } from '../../commands/text-keys.ts';
import { IndexedPage } from '../../components/indexed-page.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { SCREEN_NAMES, useDeskUi } from '../../desk-ui.ts';
import { GLOSSARY } from './glossary.ts';
import { type KeyGroup, keyGroups } from './keys-of-screens.ts';
import { LEAD_DAY } from './lead-day.ts';
import './help.css';

export function HelpScreen() {
  const { cameFrom, go } = useDeskUi();
  const [words, setWords] = useState('');
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>Help</h1>
          <SearchField label="Search help" words={words} onChange={setWords} />
          <button type="button" className="button" onClick={() => go(cameFrom)}>
            Back to {SCREEN_NAMES[cameFrom]} <Kbd keys={keysOf('help')} />
          </button>
        </div>
        <IndexedPage
          label="Help"
          className="help"
          topics={[
            { name: 'Your day as lead', content: <LeadDay words={words} /> },
            { name: 'Keys', content: <Keys words={words} /> },
            { name: 'Glossary', content: <Glossary words={words} /> },
          ]}
        />
      </section>
    </main>
  );
}

function LeadDay({ words }: { words: string }) {
  const steps = LEAD_DAY.filter(({ title, text }) => says(words, title, text));
  return (
    <HelpCard title="Your day as lead" note="from the first export to the report">
      <ol className="lead-day">
        {steps.map(({ title, text, commands }) => (
          <li key={title}>
            <h3>{title}</h3>
            <p>{text}</p>
            <ul aria-label={`Keys: ${title}`}>
              {commands.map((id) => (
                <li key={id}>
                  <Key keys={lineOf(id).keys} /> {lineOf(id).title}
                </li>
              ))}
            </ul>
          </li>
        ))}
      </ol>
      {steps.length === 0 && <Nothing />}
    </HelpCard>
  );
}

function Keys({ words }: { words: string }) {
  const { cameFrom } = useDeskUi();
  const groups = keyGroups()
    .map((group) => ({ ...group, lines: group.lines.filter(({ title }) => says(words, title, group.name)) }))
    .filter(({ lines }) => lines.length > 0)
    .toSorted((a, b) => Number(b.screens.includes(cameFrom)) - Number(a.screens.includes(cameFrom)));
  return (
    <HelpCard title="Keys" note={`those of ${SCREEN_NAMES[cameFrom]} first; Settings give a command another key`}>
      <div className="key-groups">
        {groups.map((group) => (
          <KeysOf key={group.name} group={group} />
        ))}
      </div>
      {groups.length === 0 && <Nothing />}
    </HelpCard>
  );
}

function KeysOf({ group: { name, lines } }: { group: KeyGroup }) {
  return (
    <section>
      <h3>{name}</h3>
      <dl>
        {lines.map(({ id, title, keys }) => (
          <div key={id}>
            <dt>{title}</dt>
            <dd>
              <Key keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Glossary({ words }: { words: string }) {
  const terms = GLOSSARY.filter(([term, meaning]) => says(words, term, meaning));
  return (
    <HelpCard title="Glossary" note="one word for one thing">
      <dl className="glossary">
        {terms.map(([term, meaning]) => (
          <div key={term}>
            <dt>{term}</dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
      {terms.length === 0 && <Nothing />}
    </HelpCard>
  );
}

function HelpCard({ title, note, children }: { title: string; note: string; children: ReactNode }) {
  return (
    <section className="card" aria-label={title}>
      <header>
        <h2>{title}</h2>
        <span>{note}</span>
      </header>
      {children}
    </section>
  );
}

function Key({ keys }: { keys: string }) {
  return (
    <>
      <Kbd keys={keys} />
      <span className="visually-hidden">{keys}</span>
    </>
  );
}

function Nothing() {
  return <p className="hint">No results.</p>;
}

function lineOf(id: string): { title: string; keys: string } {
  const command = commandOf(id);
  if (command !== undefined) return { title: command.title, keys: keysFor(command)[0] ?? '' };
  return TEXT_KEYS.find((line) => line.id === id) ?? { title: id, keys: '' };
}

function says(words: string, ...texts: readonly string[]): boolean {
  const all = texts.join(' ').toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
