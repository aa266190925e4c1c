// Tier 3's answer on a ticket: written with names offered after "@", previewed as the team will read it, then queued.
import { useState } from 'react';
import type { CaseId } from '../../../electron/core/domain/ids.ts';
import { PII_TYPES } from '../../../electron/core/domain/pii.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { MentionField } from '../../components/mention-field.tsx';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { TypedNote } from '../../components/typed-note.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';
import { useTypedWords } from '../../state/typed-words.ts';

/** The field's element. */
export const ANSWER_FIELD = 'answer-field';

interface AnswerFormProps {
  readonly caseId: CaseId;
  readonly people: readonly string[];
  readonly onSent: () => void;
}

export function AnswerForm({ caseId, people, onSent }: AnswerFormProps) {
  const ui = useDeskUi();
  const typed = useTypedWords('answer', caseId, { text: '' });
  const words = typed.words.text;
  const [isPreview, setPreview] = useState(false);
  const write = (text: string) => typed.type({ text });
  const answer = useAct('follow-up.comment', ({ actId }) => {
    const restore = typed.clear();
    toastQueued('Answer queued.', () => {
      ui.undo(actId);
      restore();
    });
    document.getElementById('cases')?.focus();
    onSent();
  });
  const submit = () => {
    if (words.trim() === '' || answer.isPending) return;
    // What is typed meanwhile is not for this answer any more.
    holdKeys(
      typed
        .version()
        .then((typedOf) => answer.mutateAsync({ id: caseId, verb: 'answer', text: words, typedOf }))
        .catch(toastError),
    );
  };
  return (
    <form
      className="answer-form"
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
    >
      {isPreview ? (
        <Preview words={words} />
      ) : (
        <MentionField
          id={ANSWER_FIELD}
          label="Answer on the ticket"
          placeholder="Answer on the ticket; @ and a name mentions someone"
          rows={4}
          value={words}
          people={people}
          onChange={write}
          onSubmit={submit}
        />
      )}
      <div className="row-actions">
        <button type="submit" className="button primary" disabled={words.trim() === '' || answer.isPending}>
          Queue the answer <Kbd keys="$mod+Enter" />
        </button>
        <button type="button" className="button" aria-pressed={isPreview} onClick={() => setPreview(!isPreview)}>
          {isPreview ? 'Write on' : 'Preview'}
        </button>
        <button
          type="button"
          id="saved-reply"
          className="button"
          onClick={() =>
            ui.ask({
              kind: 'saved-reply',
              caseId,
              put: (text) => write(words.trim() === '' ? text : `${words.trimEnd()}\n\n${text}`),
            })
          }
        >
          Saved reply <Kbd keys={keysOf('saved-reply')} />
        </button>
        <TypedNote typed={typed} />
      </div>
    </form>
  );
}

/** In its place while the thread is being read. */
export function AnswerToCome() {
  return (
    <form className="answer-form" aria-busy>
      <textarea aria-label="Answer on the ticket" rows={4} disabled />
    </form>
  );
}

function Preview({ words }: { words: string }) {
  const findings = useCall('scrub.text', { text: words }).data?.findings ?? [];
  return (
    <div className="preview" role="region" aria-label="As the team will read it">
      {findings.length > 0 && (
        <p className="problem">
          It contains personal information and cannot be sent:{' '}
          {[...new Set(findings.map(({ type }) => PII_TYPES[type]))].join(', ')}.
        </p>
      )}
      <Markdown text={words} />
    </div>
  );
}
