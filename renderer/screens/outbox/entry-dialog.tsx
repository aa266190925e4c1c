// Edits the text of a pending entry. It is checked for PII as when it was queued.
import { useState } from 'react';
import type { OutboxEntry } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function EntryDialog() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="entry" title="What will be sent" size="xl">
      {dialog?.kind === 'entry' && <EntryForm entry={dialog.entry} />}
    </DeskDialog>
  );
}

function EntryForm({ entry: { id, words } }: { entry: OutboxEntry }) {
  const ui = useDeskUi();
  const [title, setTitle] = useState(words?.title ?? '');
  const [body, setBody] = useState(words?.body ?? '');
  const edit = useAct('outbox.edit', ({ actId }) => {
    ui.ask(null);
    toast('Saved; it will be sent with the new text.', () => ui.undo(actId));
  });
  const hasTitle = words?.title != null;
  return (
    <form
      className="form"
      onSubmit={(event) => {
        event.preventDefault();
        edit.mutate({ id, body, ...(hasTitle && { title }) }, { onError: toastError });
      }}
    >
      {hasTitle && (
        <label>
          Title
          <input data-autofocus value={title} maxLength={256} onChange={(event) => setTitle(event.target.value)} />
        </label>
      )}
      <label>
        {hasTitle ? 'Description' : 'Text'}
        <textarea
          data-autofocus={hasTitle ? undefined : true}
          rows={hasTitle ? 16 : 7}
          value={body}
          onChange={(event) => setBody(event.target.value)}
        />
      </label>
      <button type="submit" className="button primary" disabled={body.trim() === '' || edit.isPending}>
        Keep the change
      </button>
    </form>
  );
}
