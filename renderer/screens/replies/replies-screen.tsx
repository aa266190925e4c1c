// Replies: what teams said on tickets, unread first, with the thread next to it. Enter answers, one key marks it as
// done.
import { useAct, useCall } from '../../bridge/queries.ts';
import { focus } from '../../commands/command.ts';
import { Splitter } from '../../components/splitter.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId, useCursor, useScreenList } from '../../state/screen-list.ts';
import { ANSWER_FIELD } from './answer-form.tsx';
import { ThreadPane } from './thread-pane.tsx';
import { ThreadRow } from './thread-row.tsx';
import './replies.css';

export function RepliesScreen() {
  const ui = useDeskUi();
  const data = useCall('replies.list', {}).data;
  const rows = (data?.threads ?? []).map((thread) => ({ key: thread.ticketId, thread }));
  const cursor = useCursor('replies', rows);
  const mark = useAct('replies.done');
  const thread = cursor.row?.thread ?? null;
  const read = useCall('replies.thread', { ticketId: thread?.ticketId ?? '' }, thread !== null);
  // Until this thread is read, the one before is still there: its case is not meant.
  const [first] = read.isPlaceholderData ? [] : (read.data?.cases ?? []);

  /** `isTold` if something else was reported already. */
  function done(isTold = false): void {
    if (thread === null) return;
    const { ticketId, number, unread } = thread;
    if (unread === 0) {
      cursor.move(1);
      return;
    }
    mark.mutate(
      { ticketId, isDone: true },
      {
        onSuccess: () =>
          isTold ||
          toast(
            `Done with #${number ?? 'the ticket'}.`,
            () => mark.mutate({ ticketId, isDone: false }, { onError: toastError }),
            { isKeyed: false },
          ),
        onError: toastError,
      },
    );
    // A read thread moves down the list; the next unread one takes its place.
    cursor.move(1);
  }

  useScreenList({
    move: cursor.move,
    open: () => focus(ANSWER_FIELD),
    acts: {
      'thread-done': () => done(),
      ...(thread?.url != null && { 'open-at-github': () => window.open(thread.url ?? '', '_blank', 'noopener') }),
      ...(first !== undefined && {
        'thread-case': () => ui.openCase(first.id),
        'ticket-change': () => ui.ask({ kind: 'ticket', caseId: first.id }),
      }),
      'saved-reply': () => document.getElementById('saved-reply')?.click(),
    },
  });
  return (
    <main className="room split">
      <section className="list" aria-label="Threads">
        <div className="bar">
          <h1>Replies</h1>
          {data !== undefined && (
            <span className="meta">{data.unread === 0 ? 'all read' : plural(data.unread, 'unread thread')}</span>
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
        <ThreadPane key={thread.ticketId} thread={thread} done={done} />
      )}
    </main>
  );
}
