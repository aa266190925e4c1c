// Choosing a tool team from the directory.
import { Modal } from '@mantine/core';
import { useDeskUi } from '../desk-ui.ts';
import { PickList } from './pick-list.tsx';

export function PickTeam() {
  const ui = useDeskUi();
  const action = ui.dialog?.kind === 'team' ? ui.dialog.action : null;
  const close = () => ui.ask(null);
  const teams = action === 'escalate' ? ui.teams.filter((team) => team.inScope) : ui.teams;
  return (
    <Modal
      opened={action !== null}
      onClose={close}
      title={action === 'assign' ? 'Assign a team' : 'Escalate to a team'}
      closeButtonProps={{ 'aria-label': 'Close' }}
    >
      {action !== null && (
        <PickList
          label="Team"
          placeholder="Name, label or what it covers"
          nothing="No team by that name. Teams are in the directory."
          choices={teams.map(({ label, name, covers }) => ({
            id: label,
            title: name,
            hint: covers.join(', '),
            code: label,
          }))}
          onPick={({ id }) => {
            close();
            ui.act(action, id);
          }}
        />
      )}
    </Modal>
  );
}
