// One thread: its comments, oldest first, and Tier 3's answer below.

import { useEffect, useRef } from 'react';
import type { Said, Thread } from '../../../electron/contract/reply-calls.ts';
import { caseName } from '../../../electron/core/domain/case-name.ts';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { exactTime } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { AnswerForm, AnswerToCome } from './answer-form.tsx';

const NOBODY: readonly string[] = [];

const SENDING: Readonly<Record<NonNullable<Said['sending']>, string>> = {
  queued: 'waits to be sent',
  held: 'held in the outbox',
  sending: 'on its way',
  unknown: 'perhaps sent; looked for',
  undecided: 'needs your decision in the outbox',
  blocked: 'blocked in the outbox',
  failed: 'refused; see the outbox',
  sent: 'sent',
  withdrawn: 'pulled back',
};

interface ThreadPaneProps {
  readonly thread: Thread;
  readonly done: () => void;
  /** Chooses the next thread: this one was answered. */
  readonly goOn: () => void;
  /** Something in it was focused. */
  readonly onFocus: () => void;
}

export function ThreadPane({ thread, done, goOn, onFocus }: ThreadPaneProps) {
  const ui = useDeskUi();
  const { ticketId, title, number, repository, url, state } = thread;
  const { data, error } = useCall('replies.thread', { ticketId });
  const end = useRef<HTMLLIElement>(null);
  const count = data?.said.length;
  useEffect(() => {
    if (count !== undefined) end.current?.scrollIntoView({ block: 'end' });
  }, [count]);
  const [first] = data?.cases ?? [];
  return (
    <aside className="case replies" tabIndex={-1} aria-label={`Thread of ${title}`} onFocus={onFocus}>
      <header>
        <h2>{title}</h2>
        <p className="meta">
          {url === null ? (
            <span>not open yet</span>
          ) : (
            <a href={url} target="_blank" rel="noopener noreferrer">
              {repository} #{number}
            </a>
          )}
          <span>{state}</span>
          <span>{data?.cases.map(({ reference }) => caseName(reference)).join(', ')}</span>
        </p>
      </header>
      {error !== null && <p className="problem">{error.message}</p>}
      <ol className="said" aria-label="What was said, oldest first">
        {data?.said.map((said, at) => (
          <li
            key={said.id}
            ref={at === data.said.length - 1 ? end : undefined}
            className={said.sending !== null ? 'ours' : said.isUnread ? 'unread' : undefined}
          >
            <p className="meta">
              <b>{said.author}</b> <span>{exactTime(said.saidAt)}</span>
              {said.sending !== null && said.sending !== 'sent' && <span>{SENDING[said.sending]}</span>}
              {said.isUnread && <span>not read</span>}
            </p>
            <Markdown text={said.body} />
          </li>
        ))}
      </ol>
      {first === undefined ? (
        <AnswerToCome />
      ) : (
        <AnswerForm key={first.id} caseId={first.id} people={data?.people ?? NOBODY} onSent={goOn} />
      )}
      <div className="acts">
        <button type="button" className="button" onClick={done}>
          Done <Kbd keys={keysOf('thread-done')} />
        </button>
        {first !== undefined && (
          <button type="button" className="button" onClick={() => ui.openCase(first.id)}>
            Open the case <Kbd keys={keysOf('thread-case')} />
          </button>
        )}
        {first !== undefined && url !== null && (
          <button type="button" className="button quiet" onClick={() => ui.ask({ kind: 'ticket', caseId: first.id })}>
            Change the ticket <Kbd keys={keysOf('ticket-change')} />
          </button>
        )}
        {url !== null && (
          <button type="button" className="button quiet" onClick={() => window.open(url, '_blank', 'noopener')}>
            Open at GitHub <Kbd keys={keysOf('open-at-github')} />
          </button>
        )}
      </div>
    </aside>
  );
}
