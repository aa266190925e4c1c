// The ticket as it will leave. Every edit is saved at once and judged; what is still personal is named by kind and place.
import { IconAlertTriangle } from '@tabler/icons-react';
import { memo, useEffect, useRef, useState } from 'react';
import type { CaseDetail, TicketDraft } from '../../../electron/contract/shapes.ts';
import { PII_TYPES } from '../../../electron/core/words/pii.ts';
import { queryClient, useAct } from '../../bridge/queries.ts';
import { sayProblem } from '../../parts/say.tsx';

const SAVE_AFTER_MS = 250;

export const TicketForm = memo(function TicketForm({ one, draft }: { one: CaseDetail; draft: TicketDraft }) {
  const [text, setText] = useState({ title: draft.title, body: draft.body });
  const [touched, setTouched] = useState(false);
  const edit = useAct('tickets.edit', (saved) => queryClient.setQueryData(['tickets.draft', { id: one.id }], saved));
  const startOver = useAct('tickets.startOver');
  const done = one.status === 'ticketed';
  const latest = useRef({ text, touched });
  latest.current = { text, touched };

  const save = edit.mutate;
  useEffect(() => {
    if (!touched) return;
    const timer = setTimeout(() => save({ caseId: one.id, ...text }, { onError: sayProblem }), SAVE_AFTER_MS);
    return () => clearTimeout(timer);
  }, [touched, text, one.id, save]);
  // Leaving the case within that moment saves too.
  useEffect(
    () => () => {
      if (latest.current.touched) save({ caseId: one.id, ...latest.current.text });
    },
    [one.id, save],
  );

  const shown = touched || draft.edited ? text : draft;
  const change = (part: Partial<typeof text>) => {
    setText({ title: shown.title, body: shown.body, ...part });
    setTouched(true);
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
        {draft.pipeline && <span>Pipeline: {draft.pipeline}</span>}
      </div>
      <Status draft={draft} done={done} />
      {draft.edited && !done && (
        <button
          type="button"
          className="button quiet"
          onClick={() => startOver.mutate({ id: one.id }, { onError: sayProblem })}
        >
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
