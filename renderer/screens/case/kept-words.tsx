// Text typed for the case's tickets and not sent: to be read, used again or discarded.
import type { KeptWords as Kept } from '../../../electron/contract/activity-schemas.ts';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const FOR: Readonly<Record<Kept['kind'], string>> = {
  ticket: 'for the ticket',
  comment: 'for a comment',
  change: 'for a change of the ticket',
};

/** `answer` inserts text into the answer being written, if the case has a ticket. */
export function KeptWords({ one, answer }: { one: CaseDetail; answer: (words: string) => void }) {
  const ui = useDeskUi();
  const use = useAct('words.use', ({ actId }) => {
    ui.showTab('compose');
    toast('In the draft now.', () => ui.undo(actId));
  });
  const discard = useAct('words.discard', ({ actId }) => toast('Discarded.', () => ui.undo(actId)));
  const draft = useCall('tickets.draft', { id: one.id }).data;
  // What undo restored to the draft is already there.
  const kept = one.keptWords.filter(({ title, body }) => title !== draft?.title || body !== draft.body);
  if (kept.length === 0) return null;
  return (
    <section className="card" aria-label="Kept words">
      <header>
        <h3>Kept words</h3>
        <span>typed, and not sent</span>
      </header>
      <ol className="comments">
        {kept.map(({ id, kind, keptAt, title, body }) => (
          <li key={id}>
            <p className="meta">
              <span>{FOR[kind]}</span> <span>{exactTime(keptAt)}</span>
            </p>
            {title !== null && <p>{title}</p>}
            <p className="note-text">{body}</p>
            <span className="row-actions">
              <button
                type="button"
                className="button"
                onClick={() => (one.ticket === null ? use.mutate({ id }, { onError: toastError }) : answer(body))}
              >
                {one.ticket === null ? 'Put into the draft' : 'Put into the answer'}
              </button>
              <button
                type="button"
                className="button quiet"
                onClick={() => discard.mutate({ id }, { onError: toastError })}
              >
                Discard
              </button>
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
