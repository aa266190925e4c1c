// The ticket as it will leave. Every edit is saved at once and judged; what is still personal is named by kind and place.
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import type { CaseDetail, TicketDraft } from '../../../electron/contract/schemas.ts';
import { PII_TYPES } from '../../../electron/core/domain/pii.ts';
import { queryClient, useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

const SAVE_AFTER_MS = 250;

export const TicketForm = memo(function TicketForm({ one, draft }: { one: CaseDetail; draft: TicketDraft }) {
  const [text, setText] = useState({ title: draft.title, body: draft.body });
  const ui = useDeskUi();
  /** True while what is typed has not been saved; else the desk's own draft is shown, whoever changed it. */
  const [unsaved, setUnsaved] = useState(false);
  const edit = useAct('tickets.edit', (saved) => queryClient.setQueryData(['tickets.draft', { id: one.id }], saved));
  const startOver = useAct('tickets.startOver', ({ activityId }) => {
    if (activityId !== null) toast('The draft is as the case gives it.', () => ui.undo(activityId));
  });
  const done = one.status === 'ticketed';
  const latest = useRef({ text, unsaved });
  latest.current = { text, unsaved };

  const save = edit.mutate;
  useEffect(() => {
    if (!unsaved) return;
    const saved = () => setUnsaved(latest.current.text !== text);
    const timer = setTimeout(
      () => save({ caseId: one.id, ...text }, { onSuccess: saved, onError: toastError }),
      SAVE_AFTER_MS,
    );
    return () => clearTimeout(timer);
  }, [unsaved, text, one.id, save]);
  // Leaving the case within that moment saves too.
  useEffect(
    () => () => {
      if (latest.current.unsaved) save({ caseId: one.id, ...latest.current.text });
    },
    [one.id, save],
  );

  const shown = unsaved ? text : draft;
  const change = (part: Partial<typeof text>) => {
    setText({ title: shown.title, body: shown.body, ...part });
    setUnsaved(true);
  };
  /** What was typed a moment ago is saved first, so that undo brings it back. */
  const forget = async () => {
    try {
      if (unsaved) await edit.mutateAsync({ caseId: one.id, ...text });
      setUnsaved(false);
      await startOver.mutateAsync({ id: one.id });
    } catch (error) {
      toastError(error instanceof Error ? error : new Error(String(error)));
    }
  };
  return (
    <section className="card ticket" aria-label="Goes into the ticket">
      <header>
        <h3>Goes into the ticket</h3>
        <span>
          {draft.found.length > 0
            ? 'not clean yet'
            : draft.questions > 0
              ? `scrubbed, ${draft.questions} to confirm`
              : 'scrubbed'}
        </span>
      </header>
      <label>
        <span>Title</span>
        <input
          value={shown.title}
          maxLength={256}
          readOnly={done}
          onChange={(event) => change({ title: event.target.value })}
        />
      </label>
      <label className="grow">
        <span>Body</span>
        <textarea
          value={shown.body}
          readOnly={done}
          spellCheck
          onChange={(event) => change({ body: event.target.value })}
        />
      </label>
      <div className="goes-to">
        {draft.labels.map((label) => (
          <span key={label} className="team">
            {label}
          </span>
        ))}
        {draft.assignees.length > 0 && <span>{draft.assignees.map((login) => `@${login}`).join(', ')}</span>}
        {draft.repository && <span>{draft.repository}</span>}
        {draft.places.map((place) => (
          <span key={place}>{place}</span>
        ))}
      </div>
      <Status draft={draft} done={done} />
      {draft.edited && !done && (
        <button type="button" className="button quiet" onClick={() => void forget()}>
          Start over from the case
        </button>
      )}
    </section>
  );
});

function Status({ draft, done }: { draft: TicketDraft; done: boolean }) {
  if (draft.found.length > 0) {
    const kinds = [...new Set(draft.found.map(({ type, place }) => `${PII_TYPES[type]} in the ${place}`))];
    return (
      <p className="problem" role="alert">
        <IconAlertTriangle size={16} aria-hidden />
        Still personal: {kinds.join(', ')}. It cannot be queued.
      </p>
    );
  }
  if (done) return <p className="meta">Queued as shown.</p>;
  return draft.problem === null ? null : <p className="meta">{draft.problem}</p>;
}
