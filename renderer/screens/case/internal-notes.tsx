// Internal notes on a case, as typed: they stay here, except those that mention a team member with an @. Copies are
// scrubbed.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { namesSomebody } from '../../../electron/core/domain/mentions.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { submitByKey, useWayBack } from '../../components/form-keys.ts';
import { Kbd } from '../../components/kbd.tsx';
import { copyText } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { TypedNote } from '../../components/typed-note.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';
import { useTypedWords } from '../../state/typed-words.ts';
import { RESTS_MS } from '../../state/use-rest.ts';

export function InternalNotes({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const typed = useTypedWords('note', one.id, { text: '' }, { waitMs: RESTS_MS });
  const words = typed.words.text;
  const isInTeam = (useCall('team.get', {}).data?.line ?? 'alone') !== 'alone';
  const isTold = isInTeam && namesSomebody(words);
  const add = useAct('notes.add', ({ actId }) => {
    typed.clear();
    toast(isTold ? 'Noted. Whom it names sees it on My day.' : 'Noted. It stays on this desk.', () => ui.undo(actId));
  });
  const copy = useAct('notes.copy', ({ text, masked }) => {
    const said = masked ? 'Copied; personal information in it was masked.' : 'Copied.';
    copyText(text).then(() => toast(said), toastError);
  });
  const { leave, ...wayBack } = useWayBack();
  const save = () => {
    // What is typed meanwhile is not of this note any more.
    if (words.trim() !== '') holdKeys(add.mutateAsync({ id: one.id, text: words }).then(leave, toastError));
  };
  return (
    <section className="card" aria-label="Internal notes">
      <header>
        <h3>Internal notes</h3>
        <span>
          {isInTeam ? 'as typed; one that names a @member goes to the team' : 'as typed; they stay on this desk'}
        </span>
      </header>
      <ol className="comments">
        {one.notes.map(({ actId, at, by, text }) => (
          <li key={actId}>
            <p className="meta">
              {by !== null && <b>{by} </b>}
              {exactTime(at)}
            </p>
            <p className="note-text">{text}</p>
            <span className="row-actions">
              <button
                type="button"
                className="button quiet"
                onClick={() => copy.mutate({ caseId: one.id, actId }, { onError: toastError })}
              >
                Copy, scrubbed
              </button>
              {by === null && (
                <button type="button" className="button quiet" onClick={() => ui.undo(actId)}>
                  Take off
                </button>
              )}
            </span>
          </li>
        ))}
      </ol>
      <form
        className="form"
        {...wayBack}
        onKeyDown={submitByKey}
        onSubmit={(event) => {
          event.preventDefault();
          save();
        }}
      >
        <label>
          <span>
            Note for the desk <Kbd keys={keysOf('note')} />
          </span>
          <textarea
            id="internal-note"
            rows={2}
            maxLength={20_000}
            value={words}
            onChange={(event) => typed.type({ text: event.target.value })}
          />
        </label>
        <span className="row-actions">
          <button type="submit" className="button" disabled={words.trim() === '' || add.isPending}>
            Note <Kbd keys="$mod+Enter" />
          </button>
          <TypedNote typed={typed} />
        </span>
      </form>
    </section>
  );
}
