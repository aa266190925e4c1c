import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useAct } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';

/** What was done with the case, newest first; the latest undoable act has an undo button. */
export function CaseActivity({ one }: { one: CaseDetail }) {
  const undo = useAct('activity.undo', ({ undone }) => toast(`Undone: ${undone}`));
  return (
    <section className="card">
      <header>
        <h3>Activity</h3>
        <span>newest first</span>
      </header>
      <ol className="history">
        {one.activity.map((entry) => (
          <li key={`${entry.actId} ${entry.summary}`}>
            <time dateTime={new Date(entry.at).toISOString()}>{exactTime(entry.at)}</time>
            <span className={entry.undoneAt === null ? undefined : 'undone'}>
              {entry.actor}: {entry.summary}
            </span>
            {entry.canUndo && (
              <button
                type="button"
                className="button quiet"
                onClick={() => undo.mutate({ id: entry.actId }, { onError: toastError })}
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
