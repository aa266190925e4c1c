// A release notice: noted as it came in, or sent to the call center.
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { TypedNote } from '../../components/typed-note.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { useTypedWords } from '../../state/typed-words.ts';

export function ReleaseDialog() {
  return (
    <DeskDialog kind="release" title="Release notice">
      <ReleaseForm />
    </DeskDialog>
  );
}

function ReleaseForm() {
  const ui = useDeskUi();
  const typed = useTypedWords('release', '', { direction: 'in', title: '', body: '' });
  const { title, body } = typed.words;
  const direction = typed.words.direction === 'out' ? 'out' : 'in';
  const note = useAct('release.note', ({ id }) => {
    typed.clear();
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
          <input
            type="radio"
            name="direction"
            checked={direction === 'in'}
            onChange={() => typed.type({ direction: 'in' })}
          />{' '}
          It came in: review it
        </label>
        <label>
          <input
            type="radio"
            name="direction"
            checked={direction === 'out'}
            onChange={() => typed.type({ direction: 'out' })}
          />{' '}
          It goes out: a ticket for every member of the call center
        </label>
      </fieldset>
      <label>
        What is released
        <input
          autoFocus
          data-autofocus
          value={title}
          maxLength={200}
          onChange={(event) => typed.type({ title: event.target.value })}
        />
      </label>
      <label>
        What changes, when, and for whom
        <textarea rows={6} value={body} onChange={(event) => typed.type({ body: event.target.value })} />
      </label>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={!isReady || note.isPending}>
          {direction === 'in' ? 'Note it' : 'Queue the notice'}
        </button>
        <TypedNote typed={typed} />
      </span>
    </form>
  );
}
