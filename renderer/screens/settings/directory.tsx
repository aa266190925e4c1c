// The directory of tool teams as a whole: compared with GitHub, saved as a file, replaced from one. Each team has a page of its
// own.
import { call } from '../../bridge/bridge.ts';
import { useAct } from '../../bridge/queries.ts';
import { PickFile } from '../../components/pick-file.tsx';
import { saveFile } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function Directory({ open }: { open: () => void }) {
  const ui = useDeskUi();
  const takeIn = useAct('directory.import', ({ actId }) => toast('Directory imported.', () => ui.undo(actId)));
  const check = useAct('directory.check');
  const checkNow = () => void check.mutate({}, { onError: toastError });
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
      <p className="teams-named">
        {ui.teams.map(({ label, name, inScope }) => (
          <span key={label} className="team">
            {inScope ? name : `${name}, out of scope`}
          </span>
        ))}
      </p>
      <div className="row-actions">
        <button type="button" className="button primary" onClick={open}>
          Open the teams
        </button>
        <button type="button" className="button" disabled={check.isPending} onClick={checkNow}>
          Check against GitHub
        </button>
        <button type="button" className="button" onClick={saveNow}>
          Export
        </button>
        <PickFile
          label="Directory of a colleague"
          accept=".json,application/json"
          onPick={async ([file]) => takeIn.mutate({ text: (await file?.text()) ?? '' }, { onError: toastError })}
        >
          Import
        </PickFile>
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
