// Choosing a team: type a few letters, arrows, Enter.
import { Modal } from '@mantine/core';
import { useState } from 'react';
import type { Team } from '../../electron/contract/shapes.ts';
import { useDeskUi } from '../desk-ui.ts';
import './pick-team.css';

export function PickTeam() {
  const ui = useDeskUi();
  const action = ui.dialog?.kind === 'team' ? ui.dialog.action : null;
  const close = () => ui.ask(null);
  return (
    <Modal
      opened={action !== null}
      onClose={close}
      title={action === 'assign' ? 'Assign a team' : 'Escalate to a team'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {action !== null && (
        <TeamList
          teams={action === 'escalate' ? ui.teams.filter((team) => team.inScope) : ui.teams}
          onPick={(team) => {
            close();
            ui.act(action, team.label);
          }}
        />
      )}
    </Modal>
  );
}

function TeamList({ teams, onPick }: { teams: readonly Team[]; onPick: (team: Team) => void }) {
  const [filter, setFilter] = useState('');
  const [at, setAt] = useState(0);
  const words = filter.toLowerCase();
  const shown = teams.filter((team) =>
    `${team.name} ${team.label} ${team.covers.join(' ')}`.toLowerCase().includes(words),
  );
  const current = shown[Math.min(at, shown.length - 1)];
  return (
    <div className="pick-team">
      <input
        data-autofocus
        role="combobox"
        aria-label="Team"
        aria-expanded="true"
        aria-controls="team-options"
        aria-activedescendant={current && optionId(current)}
        placeholder="Name, label or what it covers"
        value={filter}
        onChange={(event) => {
          setFilter(event.target.value);
          setAt(0);
        }}
        onKeyDown={(event) => {
          if (event.key === 'ArrowDown') setAt(Math.min(at + 1, shown.length - 1));
          else if (event.key === 'ArrowUp') setAt(Math.max(at - 1, 0));
          else if (event.key === 'Enter' && current !== undefined) onPick(current);
          else return;
          event.preventDefault();
        }}
      />
      <div role="listbox" id="team-options" aria-label="Teams">
        {shown.map((team) => (
          <div
            key={team.label}
            role="option"
            id={optionId(team)}
            aria-selected={team === current}
            onClick={() => onPick(team)}
          >
            <b>{team.name}</b>
            <span>{team.covers.join(', ')}</span>
            <code>{team.label}</code>
          </div>
        ))}
      </div>
      {shown.length === 0 && <p className="meta">No team by that name. Teams are in the directory.</p>}
    </div>
  );
}

function optionId(team: Team): string {
  return `team-${team.label.replace(/\W+/g, '-')}`;
}
