// Choosing a tool team from the directory; the one the desk suggests stands first, with the reason.
import { Modal } from '@mantine/core';
import type { CaseRow, Team } from '../../electron/contract/shapes.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { PickList } from './pick-list.tsx';

export function PickTeam() {
  const ui = useDeskUi();
  const action = ui.dialog?.kind === 'team' ? ui.dialog.action : null;
  const teams = action === 'escalate' ? ui.teams.filter((team) => team.inScope) : ui.teams;
  return (
    <Modal
      opened={action !== null}
      onClose={() => ui.ask(null)}
      title={action === 'assign' ? 'Assign a team' : 'Escalate to a team'}
      closeButtonProps={{ 'aria-label': 'Close' }}
      size="lg"
    >
      {action !== null && ui.selected !== null && (
        <Teams
          id={ui.selected.id}
          teams={teams}
          onPick={(label) => {
            ui.ask(null);
            ui.act(action, label);
          }}
        />
      )}
    </Modal>
  );
}

function Teams({ id, teams, onPick }: { id: CaseRow['id']; teams: readonly Team[]; onPick: (label: string) => void }) {
  const suggestion = useCall('cases.get', { id }).data?.suggestion;
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
      {suggestion?.outOfScope && <p className="meta">Probably out of scope: {suggestion.because}</p>}
      <PickList
        label="Team"
        placeholder="Name, label or what it covers"
        nothing="No team by that name. Teams are in the directory."
        choices={choices}
        onPick={(choice) => onPick(choice.id)}
      />
    </>
  );
}
