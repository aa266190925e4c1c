// The one ticket of a trend before it is sent: its text, its table as GitHub renders it, and the team. Nothing is
// stored or sent until it is queued, and that can be undone until it is sent.

import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { DeskDialog } from '../../components/dialog.tsx';
import { submitByKey } from '../../components/form-keys.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

export function TrendDraft() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="trend-ticket" title="One ticket for the trend" size="72rem">
      {dialog?.kind === 'trend-ticket' && <OfTeam id={dialog.id} />}
    </DeskDialog>
  );
}

function OfTeam({ id }: { id: string }) {
  const ui = useDeskUi();
  const [team, setTeam] = useState<string | undefined>(undefined);
  const { data: draft, error, isPending } = useCall('trends.draft', { id, ...(team !== undefined && { team }) });
  return (
    <div className="trend-draft form" aria-busy={isPending}>
      <label>
        Team
        <Choose
          value={team ?? draft?.team ?? ''}
          choices={ui.teams.filter((one) => one.inScope).map(({ label, name }) => [label, name])}
          onPick={setTeam}
        />
      </label>
      {error !== null && <p className="problem">{error.message}</p>}
      {draft !== undefined && <Words key={draft.team} id={id} first={draft} />}
    </div>
  );
}

function Words({ id, first }: { id: string; first: Output<'trends.draft'> }) {
  const ui = useDeskUi();
  // As it was when it was opened: cases that arrive later must not change what is being read.
  const [{ team, caseIds }] = useState(first);
  const [title, setTitle] = useState(first.title);
  const [body, setBody] = useState(first.body);
  const queue = useAct('trends.ticket', ({ cases, actId }) => {
    ui.ask(null);
    toastQueued(`One ticket queued for ${plural(cases, 'case')}.`, () => ui.undo(actId));
  });
  return (
    <form
      className="form"
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        queue.mutate({ id, team, words: { title, body, caseIds } }, { onError: toastError });
      }}
    >
      <label>
        Title
        <input
          autoFocus
          data-autofocus
          value={title}
          maxLength={256}
          onChange={(event) => setTitle(event.target.value)}
        />
      </label>
      <div className="halves">
        <label>
          Body
          <textarea rows={16} value={body} onChange={(event) => setBody(event.target.value)} />
        </label>
        <section aria-label="As GitHub will show it" tabIndex={0}>
          <h3 className="visually-hidden">Preview</h3>
          <Markdown text={body} />
        </section>
      </div>
      <span className="row-actions foot-of-dialog">
        <button type="submit" className="button primary" disabled={queue.isPending || title.trim() === ''}>
          Queue it for {plural(caseIds.length, 'case')} <Kbd keys="$mod+Enter" />
        </button>
        <span className="hint">It is checked like every ticket, and can be undone until it is sent.</span>
      </span>
    </form>
  );
}
