// Saves what the list shows under a name.
import { useState } from 'react';
import { DeskDialog } from '../../components/dialog.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function SaveViewDialog() {
  return (
    <DeskDialog kind="save-view" title="Save this view">
      <ViewName />
    </DeskDialog>
  );
}

function ViewName() {
  const ui = useDeskUi();
  const [name, setName] = useState('');
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        if (name.trim() === '') return;
        ui.ask(null);
        ui.saveViews(
          [...ui.views, { id: crypto.randomUUID(), name: name.trim(), ...ui.list.query }],
          `View ${name.trim()} saved.`,
        );
      }}
    >
      <label>
        Name of the view
        <input autoFocus data-autofocus value={name} maxLength={60} onChange={(event) => setName(event.target.value)} />
      </label>
      <button type="submit" className="button primary" disabled={name.trim() === ''}>
        Save view
      </button>
    </form>
  );
}
