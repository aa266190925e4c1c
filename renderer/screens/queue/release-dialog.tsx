// A release notice: noted as it came in, or sent to the call center.
import { useState } from 'react';
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { useKeptText } from '../../state/kept-text.ts';

export function ReleaseDialog() {
  return (
    <DeskDialog kind="release" title="Release notice">
      <ReleaseForm />
    </DeskDialog>
  );
}

function ReleaseForm() {
  const ui = useDeskUi();
  const [direction, setDirection] = useState<'in' | 'out'>('in');
  const [title, setTitle] = useKeptText('release title');
  const [body, setBody] = useKeptText('release body');
  const note = useAct('release.note', ({ id }) => {
    ui.ask(null);
    ui.openCase(id);
    toast(direction === 'in' ? 'Noted; the review has 72 business hours.' : 'Queued for the call center.');
  });
  const isReady = title.trim() !== '' && body.trim() !== '';
  return (
    <form
      className="form release"
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate({ direction, title, body }, { onError: toastError });
      }}
    >
      <fieldset>
        <legend>Which way</legend>
        <label>
          <input type="radio" name="direction" checked={direction === 'in'} onChange={() => setDirection('in')} /> It
          came in: review it
        </label>
        <label>
          <input type="radio" name="direction" checked={direction === 'out'} onChange={() => setDirection('out')} /> It
          goes out: a ticket for every member of the call center
        </label>
      </fieldset>
      <label>
        What is released
        <input
          autoFocus
          data-autofocus
          value={title}
          maxLength={200}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <label>
        What changes, when, and for whom
        <textarea rows={6} value={body} onChange={(event) => setBody(event.target.value)} />
      </label>
      <button type="submit" className="button primary" disabled={!isReady || note.isPending}>
        {direction === 'in' ? 'Note it' : 'Queue the notice'}
      </button>
    </form>
  );
}
