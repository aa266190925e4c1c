// Replies: what teams said on tickets, unread first, with the thread next to it. Enter answers, one key marks it as
// done.
import { useRef } from 'react';
import type { Thread } from '../../../electron/contract/reply-calls.ts';
import type { CaseId, TicketId } from '../../../electron/core/domain/ids.ts';
import { call } from '../../bridge/bridge.ts';
import { queryClient, useAct, useCall } from '../../bridge/queries.ts';
import { focusAtEnd } from '../../components/form-keys.ts';
import { Splitter } from '../../components/splitter.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { holdKeys, withElement } from '../../state/held-keys.ts';
import { rowId, useCursor, useScreenList } from '../../state/screen-list.ts';
import { ANSWER_FIELD } from './answer-form.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { ThreadRow } from './thread-row.tsx';
import './replies.css';

export function RepliesScreen() {
  const ui = useDeskUi();
  const { data, isPending } = useCall('replies.list', {});
  const rows = (data?.threads ?? []).map((thread) => ({ key: thread.ticketId, thread }));
  const cursor = useCursor('replies', rows);
  const mark = useAct('replies.done');
  const thread = cursor.row?.thread ?? null;
  const shown = useRef<string | undefined>(undefined);
  shown.current = thread?.ticketId;

  /** What is done with the case of the thread, once that has been read. */
  function withCase(ticketId: TicketId, act: (id: CaseId) => void): void {
    const queryKey = ['replies.thread', { ticketId }];
    const read = queryClient.fetchQuery({ queryKey, queryFn: () => call('replies.thread', { ticketId }) });
    holdKeys(read.then(({ cases: [first] }) => first !== undefined && act(first.id)).catch(toastError));
  }

  function goOn(): void {
    // An answer may have been on its way while the lead went to another thread.
    if (shown.current !== thread?.ticketId) return;
    const next = nextUnread(rows, cursor.at);
    if (next === undefined) cursor.move(1);
    else cursor.choose(next);
  }

  function done(): void {
    if (thread === null) return;
    goOn();
    const { ticketId, number, unread } = thread;
    if (unread === 0) return;
    mark.mutate(
      { ticketId },
      {
        onSuccess: ({ actId }) =>
          actId !== null && toast(`Done with #${number ?? 'the ticket'}.`, () => ui.undo(actId)),
        onError: toastError,
      },
    );
  }

  useScreenList({
    move: cursor.move,
    open: () =>
      withElement(ANSWER_FIELD, (field) => {
        focusAtEnd(field);
        // A low window gives the thread its room only now.
        requestAnimationFrame(() => field.scrollIntoView({ block: 'nearest' }));
      }),
    acts: {
      'thread-done': () => done(),
      ...(thread?.url != null && { 'open-at-github': () => window.open(thread.url ?? '', '_blank', 'noopener') }),
      ...(thread !== null && {
        'thread-case': () => withCase(thread.ticketId, ui.openCase),
        'ticket-change': () => withCase(thread.ticketId, (caseId) => ui.ask({ kind: 'ticket', caseId })),
        'saved-reply': () => withElement('saved-reply', (button) => button.click()),
      }),
    },
  });
  return (
    <main className="room split" aria-busy={isPending}>
      <section className="list" aria-label="Threads">
        <div className="bar">
          <h1>Replies</h1>
          {data !== undefined && (
            <span className="meta">
              {data.unread > 0 ? plural(data.unread, 'unread thread') : rows.length > 0 && 'all read'}
            </span>
          )}
        </div>
        <div
          className="threads"
          id="cases"
          role="listbox"
          tabIndex={0}
          aria-label="What teams said, unread first"
          aria-activedescendant={cursor.row === null ? undefined : rowId(cursor.row.key)}
        >
          {rows.map((row) => (
            <ThreadRow
              key={row.key}
              thread={row.thread}
              isChosen={row === cursor.row}
              onClick={() => cursor.choose(row)}
            />
          ))}
          {data !== undefined && rows.length === 0 && (
            <div className="empty" role="option" aria-selected="false" aria-disabled="true">
              <h2>No team has said anything yet</h2>
              <p>Comments on your tickets at GitHub arrive here every minute, and at once when you send (g s).</p>
              {ui.practice && <p>In practice mode, the teams answer by themselves within a few minutes.</p>}
            </div>
          )}
        </div>
      </section>
      <Splitter />
      {thread === null ? (
        <aside className="case" aria-label="Thread" />
      ) : (
        <ThreadPane
          key={thread.ticketId}
          thread={thread}
          done={done}
          goOn={goOn}
          // Whoever writes to a team stays with it, whatever is said on other threads.
          onFocus={() => cursor.row !== null && cursor.choose(cursor.row)}
        />
      )}
    </main>
  );
}

/** The next unread thread below a row, else the first one above it. */
function nextUnread<R extends { readonly thread: Thread }>(rows: readonly R[], at: number): R | undefined {
  return [...rows.slice(at + 1), ...rows.slice(0, at)].find(({ thread }) => thread.unread > 0);
}
