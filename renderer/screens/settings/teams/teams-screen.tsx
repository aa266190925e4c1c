// Settings, tool teams: the directory as a list one searches, with the page of one team beside it.
import { useEffect, useRef, useState } from 'react';
import { flushSync } from 'react-dom';
import type { Team } from '../../../../electron/contract/schemas.ts';
import { placesOf } from '../../../../electron/core/domain/team-boards.ts';
import { keysOf } from '../../../commands/catalogue.ts';
import { focus } from '../../../commands/command.ts';
import { Kbd } from '../../../components/kbd.tsx';
import { SearchField } from '../../../components/search-field.tsx';
import { Splitter } from '../../../components/splitter.tsx';
import { useDeskUi } from '../../../desk-ui.ts';
import { rowId, useScreenList } from '../../../state/screen-list.ts';
import { BoardSwitch } from './board-switch.tsx';
import { fieldId } from './team-fields.tsx';
import { TeamForm } from './team-form.tsx';
import { NEW_TEAM } from './team-words.ts';
import './teams.css';

interface TeamsScreenProps {
  /** Of the team to show; null for the first. */
  readonly label: string | null;
  readonly show: (label: string | null) => void;
  readonly leave: () => void;
}

export function TeamsScreen({ label, show, leave }: TeamsScreenProps) {
  const { teams } = useDeskUi();
  const [words, setWords] = useState('');
  const [isAdding, setAdding] = useState(false);
  const rows = teams.filter((team) => says(team, words));
  const lastAt = useRef(0);
  const found = rows.findIndex((one) => one.label === label);
  // A team under a new label, or gone: what stands in its place is chosen.
  const at = found === -1 ? Math.max(0, Math.min(lastAt.current, rows.length - 1)) : found;
  const chosen = isAdding ? null : (rows[at] ?? null);
  useEffect(() => {
    lastAt.current = at;
    if (chosen !== null) document.getElementById(rowId(chosen.label))?.scrollIntoView({ block: 'nearest' });
  }, [at, chosen]);
  const isElsewhere = chosen !== null && chosen.label !== label;
  // biome-ignore lint/correctness/useExhaustiveDependencies: the address follows what is shown, whatever chose it
  useEffect(() => {
    if (isElsewhere) show(chosen.label);
  }, [isElsewhere, chosen]);
  function choose(next: string | null): void {
    setAdding(false);
    show(next);
  }
  function add(): void {
    flushSync(() => setAdding(true));
    focus(fieldId('name'));
  }
  useScreenList({
    move: (by) => choose(rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.label ?? null),
    open: () => focus(fieldId('name')),
    acts: { 'team-add': add, 'settings-index': leave },
  });
  return (
    <main className="room split teams-room">
      <section className="list" aria-label="Tool teams">
        <div className="bar">
          <h1>Tool teams</h1>
          <button type="button" className="button quiet" onClick={leave}>
            All settings <Kbd keys={keysOf('settings-index')} />
          </button>
          <button type="button" className="button" onClick={add}>
            Add a team <Kbd keys={keysOf('team-add')} />
          </button>
        </div>
        <div className="bar">
          <SearchField label="Search teams" words={words} onChange={setWords} />
        </div>
        <div
          className="team-rows"
          id="cases"
          role="listbox"
          tabIndex={0}
          aria-label="Tool teams"
          aria-activedescendant={chosen === null ? undefined : rowId(chosen.label)}
        >
          {rows.map((team) => (
            <TeamRow key={team.label} team={team} isChosen={team === chosen} onClick={() => choose(team.label)} />
          ))}
          {rows.length === 0 && (
            <div className="empty" role="option" aria-selected="false" aria-disabled="true">
              <h2>{teams.length === 0 ? 'No teams yet' : 'No team says that'}</h2>
              <p>
                {teams.length === 0
                  ? 'Add one, or import the directory of a colleague in the settings.'
                  : 'Searched are names, labels, people and what a team covers.'}
              </p>
            </div>
          )}
        </div>
      </section>
      <Splitter />
      <section className="team-page" tabIndex={-1} aria-label={isAdding ? 'New team' : (chosen?.name ?? 'No team')}>
        {(isAdding || chosen !== null) && (
          <>
            <header>
              <h2>{chosen?.name ?? 'New team'}</h2>
              {chosen !== null && <BoardSwitch team={chosen} />}
            </header>
            <TeamForm
              key={chosen === null ? 'new' : `of ${chosen.label}`}
              was={chosen?.label ?? null}
              team={chosen ?? NEW_TEAM}
              done={(next) => {
                choose(next ?? label);
                focus('cases');
              }}
            />
          </>
        )}
      </section>
    </main>
  );
}

function TeamRow({ team, isChosen, onClick }: { team: Team; isChosen: boolean; onClick: () => void }) {
  const { label, name, covers, inScope } = team;
  return (
    <div id={rowId(label)} className="team-row" role="option" aria-selected={isChosen} onClick={onClick}>
      <b>{name}</b>
      <span className="team-label">{label}</span>
      <span className="cut">{covers.join(', ')}</span>
      <span className="team-place">{inScope ? placesOf(team)[0] : 'out of scope'}</span>
    </div>
  );
}

function says(team: Team, words: string): boolean {
  const all = [team.name, team.label, team.productManager, team.slackChannel, team.repository]
    .concat(team.covers, team.assignees, team.extraLabels)
    .join(' ')
    .toLowerCase();
  return words
    .toLowerCase()
    .split(/\s+/)
    .every((word) => all.includes(word));
}
