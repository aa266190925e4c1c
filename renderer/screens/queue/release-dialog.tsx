// A release notice: recorded as received, or sent to the call center.
import { useRef } from 'react';
import { RELEASE_SCOPES, SCOPE_NAMES, WEEKS_AHEAD } from '../../../electron/core/domain/release-scope.ts';
import { useAct } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { Kbd } from '../../components/kbd.tsx';
import { toastRefused } from '../../components/refused-words.ts';
import { toast } from '../../components/toast.tsx';
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
  const typed = useTypedWords('release', '', {
    direction: 'in',
    title: '',
    body: '',
    scope: 'feature',
    goesLiveOn: '',
  });
  const { title, body, goesLiveOn } = typed.words;
  const direction = typed.words.direction === 'out' ? 'out' : 'in';
  const heading = useRef<HTMLInputElement>(null);
  const notice = useRef<HTMLTextAreaElement>(null);
  const scope = RELEASE_SCOPES.find((one) => one === typed.words.scope) ?? 'feature';
  const note = useAct('release.note', ({ id, late, activityId }) => {
    typed.clear();
    ui.ask(null);
    ui.openCase(id);
    const done = direction === 'in' ? 'Noted; the review has 3 business days.' : 'Queued for the call center.';
    toast(`${done} ${late ?? ''}`.trim(), () => ui.undo(activityId));
  });
  const isReady = title.trim() !== '' && body.trim() !== '' && !note.isPending;
  return (
    <form
      className="form release"
      onKeyDown={(event) => {
        if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || !isReady) return;
        event.preventDefault();
        event.currentTarget.requestSubmit();
      }}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(
          { direction, title, body, scope, goesLiveOn: goesLiveOn || null },
          { onError: (error) => toastRefused(error, (place) => (place === 'the title' ? heading : notice).current) },
        );
      }}
    >
      <fieldset>
        <legend>Direction</legend>
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
          ref={heading}
          autoFocus
          data-autofocus
          value={title}
          maxLength={200}
          onChange={(event) => typed.type({ title: event.target.value })}
        />
      </label>
      <label>
        Kind
        <select value={scope} onChange={(event) => typed.type({ scope: event.target.value })}>
          {RELEASE_SCOPES.map((one) => (
            <option key={one} value={one}>
              {SCOPE_NAMES[one]}, filed {WEEKS_AHEAD[one]} weeks ahead
            </option>
          ))}
        </select>
      </label>
      <label>
        Goes live on
        <input type="date" value={goesLiveOn} onChange={(event) => typed.type({ goesLiveOn: event.target.value })} />
      </label>
      <label>
        What changes, and for whom
        <textarea ref={notice} rows={6} value={body} onChange={(event) => typed.type({ body: event.target.value })} />
      </label>
      <span className="row-actions">
        <button type="submit" className="button primary" disabled={!isReady}>
          {direction === 'in' ? 'Note it' : 'Queue the notice'} <Kbd keys="$mod+Enter" />
        </button>
        <TypedNote typed={typed} />
      </span>
    </form>
  );
}
