// The directory of tool teams: who owns what, where their tickets go, and whether GitHub has everything it names.
import { useState } from 'react';
import type { Team } from '../../../electron/contract/schemas.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct } from '../../bridge/queries.ts';
import { saveFile } from '../../components/save-file.ts';
import { Table } from '../../components/table.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { TeamBoardsCell } from './team-boards-cell.tsx';
import { TeamForm } from './team-form.tsx';

const NEW: Team = {
  label: '',
  name: '',
  repository: 'department-of-veterans-affairs/va.gov-team',
  extraLabels: [],
  assignees: [],
  productManager: '',
  slackChannel: '',
  zenhub: null,
  project: null,
  covers: [],
  inScope: true,
  audience: 'veteran',
};

export function Directory() {
  const ui = useDeskUi();
  const [edited, edit] = useState<{ readonly was: string | null; readonly team: Team } | null>(null);
  const takeIn = useAct('directory.import', ({ activityId }) =>
    toast('Directory imported.', () => ui.undo(activityId)),
  );
  const check = useAct('directory.check');
  const checkNow = () => check.mutate({}, { onError: toastError });
  const makeLabel = useAct('directory.makeLabel', checkNow);
  async function saveNow(): Promise<void> {
    try {
      const { name, json } = await call('directory.export', {});
      saveFile(name, 'json', json);
    } catch (error) {
      toastError(error);
    }
  }
  const found = check.data?.problems;
  return (
    <section className="card" id="directory" aria-labelledby="directory-title">
      <header>
        <h2 id="directory-title">Directory of tool teams</h2>
        <span>{plural(ui.teams.length, 'team')}; suggestions and tickets follow it</span>
      </header>
      <div className="scroll">
        <Table heads={['Team', 'Label', 'Covers', 'Assignees', 'Boards']}>
          {ui.teams.map((team) => (
            <tr key={team.label}>
              <th scope="row">
                {team.name}
                {!team.inScope && <span className="hint"> out of scope</span>}
              </th>
              <td>{team.label}</td>
              <td>{team.covers.join(', ')}</td>
              <td>{team.assignees.join(', ')}</td>
              <td>
                <TeamBoardsCell team={team} />
              </td>
              <td>
                <button
                  type="button"
                  className="button quiet"
                  aria-label={`Change ${team.name}`}
                  onClick={() => edit({ was: team.label, team })}
                >
                  Change
                </button>
              </td>
            </tr>
          ))}
        </Table>
      </div>
      {edited !== null && <TeamForm key={edited.was} was={edited.was} team={edited.team} done={() => edit(null)} />}
      <div className="row-actions">
        <button type="button" className="button" onClick={() => edit({ was: null, team: NEW })}>
          Add a team
        </button>
        <button type="button" className="button" disabled={check.isPending} onClick={checkNow}>
          Check against GitHub
        </button>
        <button type="button" className="button" onClick={saveNow}>
          Export
        </button>
        <label className="button">
          Import
          <input
            type="file"
            accept=".json,application/json"
            className="visually-hidden"
            onChange={async (event) => {
              const file = event.target.files?.[0];
              if (file !== undefined) takeIn.mutate({ text: await file.text() }, { onError: toastError });
              event.target.value = '';
            }}
          />
        </label>
      </div>
      {found !== undefined && (
        <div role="status">
          {found.length === 0 ? (
            <p className="hint">GitHub has every repository, label and assignee of the directory.</p>
          ) : (
            <ul className="found">
              {found.map(({ team, problem, label }) => (
                <li key={`${team} ${problem}`}>
                  <b>{team}</b>: {problem}
                  {label !== null && (
                    <button
                      type="button"
                      className="button"
                      disabled={makeLabel.isPending}
                      onClick={() =>
                        makeLabel.mutate({ repository: label.repository, label: label.name }, { onError: toastError })
                      }
                    >
                      Create the label
                    </button>
                  )}
                </li>
              ))}
            </ul>
          )}
        </div>
      )}
    </section>
  );
}
