// A release notice: recorded as received, or sent to the call center.
import { Radio } from '@mantine/core';
import { useRef } from 'react';
import { RELEASE_SCOPES, SCOPE_NAMES, WEEKS_AHEAD } from '../../../electron/core/domain/release-scope.ts';
import { useAct } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { DayField } from '../../components/day-field.tsx';
import { DeskDialog } from '../../components/dialog.tsx';
import { submitByKey } from '../../components/form-keys.ts';
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
  const note = useAct('release.note', ({ id, late, actId }) => {
    typed.clear();
    ui.ask(null);
    ui.openCase(id);
    const done = direction === 'in' ? 'Noted; the review has 3 business days.' : 'Queued for the call center.';
    toast(`${done} ${late ?? ''}`.trim(), () => ui.undo(actId));
  });
  const isReady = title.trim() !== '' && body.trim() !== '' && !note.isPending;
  return (
    <form
      className="form release"
      onKeyDown={submitByKey}
      onSubmit={(event) => {
        event.preventDefault();
        note.mutate(
          { direction, title, body, scope, goesLiveOn: goesLiveOn || null },
          { onError: (error) => toastRefused(error, (place) => (place === 'the title' ? heading : notice).current) },
        );
      }}
    >
      <Radio.Group
        label="Direction"
        value={direction}
        onChange={(next) => typed.type({ direction: next === 'out' ? 'out' : 'in' })}
      >
        <div className="radios">
          <Radio size="xs" value="in" label="It came in: review it" />
          <Radio size="xs" value="out" label="It goes out: a ticket for every member of the call center" />
        </div>
      </Radio.Group>
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
        <Choose
          value={scope}
          choices={RELEASE_SCOPES.map((one) => [one, `${SCOPE_NAMES[one]}, filed ${WEEKS_AHEAD[one]} weeks ahead`])}
          onPick={(picked) => typed.type({ scope: picked })}
        />
      </label>
      <DayField label="Goes live on" isOptional value={goesLiveOn} onPick={(day) => typed.type({ goesLiveOn: day })} />
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
