// Assigns a case to another team member, with a note for them.

import { useState } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { TypedNote } from '../../components/typed-note.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { useTypedWords } from '../../state/typed-words.ts';

export function HandOver() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="hand-over" title="Hand the case over">
      {dialog?.kind === 'hand-over' && <Form id={dialog.caseId} />}
    </DeskDialog>
  );
}

function Form({ id }: { id: CaseId }) {
  const ui = useDeskUi();
  const others = useCall('team.case', { id }).data?.others ?? [];
  const [chosen, setChosen] = useState('');
  const typed = useTypedWords('hand-over', id, { note: '' });
  const { note } = typed.words;
  const to = chosen === '' ? (others[0]?.id ?? '') : chosen;
  const handOver = useAct('team.handOver', ({ actId }) => {
    typed.clear();
    ui.ask(null);
    toast(`Handed over to ${others.find((one) => one.id === to)?.name ?? 'them'}.`, () => ui.undo(actId));
  });
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        handOver.mutate({ caseIds: [id], to, note }, { onError: toastError });
      }}
    >
      <label>
        To
        <Choose
          autoFocus
          data-autofocus
          value={to}
          choices={others.map((one) => [one.id, one.name])}
          onPick={setChosen}
        />
      </label>
      <label>
        Note for them
        <textarea
          rows={3}
          maxLength={1_000}
          value={note}
          onChange={(event) => typed.type({ note: event.target.value })}
        />
      </label>
      <p className="hint">The team sees the note. It goes to no ticket.</p>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={to === '' || handOver.isPending}>
          Hand over
        </button>
        <TypedNote typed={typed} />
      </span>
    </form>
  );
}
