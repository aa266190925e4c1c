// Picks a tool team from the directory; the desk's suggestion comes first, with the reason.
import type { CaseRow, Team } from '../../electron/contract/schemas.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { DeskDialog } from './dialog.tsx';
import { PickList } from './pick-list.tsx';

export function PickTeam() {
  const ui = useDeskUi();
  const action = ui.dialog?.kind === 'team' ? ui.dialog.action : 'escalate';
  const teams = action === 'escalate' ? ui.teams.filter((team) => team.inScope) : ui.teams;
  const count = ui.list.targets.length;
  const who = count > 1 ? ` ${count} cases` : '';
  return (
    <DeskDialog
      kind="team"
      title={action === 'assign' ? `Assign a team${who && ` to${who}`}` : `Escalate${who} to a team`}
    >
      {ui.list.selected !== null && (
        <Teams
          id={ui.list.selected.id}
          teams={teams}
          onPick={(label) => {
            ui.ask(null);
            ui.act(action, label);
          }}
        />
      )}
    </DeskDialog>
  );
}

function Teams({ id, teams, onPick }: { id: CaseRow['id']; teams: readonly Team[]; onPick: (label: string) => void }) {
  const detail = useCall('cases.get', { id });
  // The suggested team comes first: that of this case, not of the one before.
  const isAwaited = detail.isPending || detail.isPlaceholderData;
  const suggestion = detail.data?.suggestion;
  const choices = teams
    .map(({ label, name, covers }) => ({
      id: label,
      title: name,
      hint: label === suggestion?.team ? `suggested; ${suggestion.because}` : covers.join(', '),
      code: label,
    }))
    .sort((a, b) => Number(b.id === suggestion?.team) - Number(a.id === suggestion?.team));
  return (
    <>
      {suggestion?.outOfScope && <p className="meta of-scope">Probably out of scope: {suggestion.because}</p>}
      <PickList
        label="Team"
        isAwaited={isAwaited}
        placeholder="Name, label or what it covers"
        nothing="No team by that name. Teams are in the directory."
        choices={choices}
        onPick={(choice) => onPick(choice.id)}
      />
    </>
  );
}
