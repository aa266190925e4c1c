// The ticket's comments, and Tier 3's answer. Unread ones stay unread until someone says so or answers: a list that is
// walked through shows many tickets that nobody reads.
import { useRef } from 'react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { submitByKey, useWayBack } from '../../components/form-keys.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { toastRefused } from '../../components/refused-words.ts';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { TypedNote } from '../../components/typed-note.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys } from '../../state/held-keys.ts';
import { useTypedWords } from '../../state/typed-words.ts';
import { RESTS_MS } from '../../state/use-rest.ts';
import { KeptWords } from './kept-words.tsx';

export function Comments({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const typed = useTypedWords('answer', one.id, { text: '' }, { waitMs: RESTS_MS });
  const { text } = typed.words;
  const field = useRef<HTMLTextAreaElement>(null);
  const seen = useAct('follow-up.seen');
  const answer = useAct('follow-up.comment', ({ actId }) => {
    typed.clear();
    toastQueued('Answer queued for the ticket.', () => ui.undo(actId));
  });
  const { leave, ...wayBack } = useWayBack();
  const unseen = one.comments.some((comment) => comment.seenAt === null);
  const kept = (
    <KeptWords one={one} answer={(more) => typed.type({ text: text === '' ? more : `${text}\n\n${more}` })} />
  );
  if (one.ticket === null) return kept;
  return (
    <>
      {kept}
      <section className="card" aria-label="On the ticket">
        <header>
          <h3>On the ticket</h3>
          <span>{one.comments.length === 0 ? 'nothing yet' : 'as the team wrote it'}</span>
        </header>
        <ol className="comments">
          {one.comments.map(({ id, author, body, saidAt }) => (
            <li key={id}>
              <p className="meta">
                <b>{author}</b> <span>{exactTime(saidAt)}</span>
              </p>
              <Markdown text={body} />
            </li>
          ))}
        </ol>
        {unseen && (
          <span className="row-actions">
            <button
              type="button"
              className="button"
              disabled={seen.isPending}
              onClick={() => seen.mutate({ id: one.id }, { onError: toastError })}
            >
              Mark as read
            </button>
          </span>
        )}
        <form
          className="form"
          {...wayBack}
          onKeyDown={submitByKey}
          onSubmit={(event) => {
            event.preventDefault();
            const onError = (error: Error) => toastRefused(error, () => field.current);
            // What is typed meanwhile is not for this answer any more.
            holdKeys(
              typed
                .version()
                .then((typedOf) => answer.mutateAsync({ id: one.id, verb: 'answer', text, typedOf }))
                .then(leave, onError),
            );
          }}
        >
          <label>
            Answer on the ticket
            <textarea
              ref={field}
              rows={2}
              value={text}
              onChange={(event) => typed.type({ text: event.target.value })}
            />
          </label>
          <span className="row-actions">
            <button type="submit" className="button" disabled={text.trim() === '' || answer.isPending}>
              Queue the answer <Kbd keys="$mod+Enter" />
            </button>
            <TypedNote typed={typed} />
          </span>
        </form>
      </section>
    </>
  );
}
