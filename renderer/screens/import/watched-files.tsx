// New files in the watched folder: viewed and imported like any other file, or ignored for good.
import { useAct, useCall } from '../../bridge/queries.ts';
import { toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';
import type { ChosenFile } from './files.ts';
import { focusAfter } from './keep-focus.ts';

export function WatchedFiles({ onChoose }: { onChoose: (file: ChosenFile) => void }) {
  const watched = useCall('watched.list', {});
  const settle = useAct('watched.settle');
  const files = watched.data?.files ?? [];
  if (watched.error !== null) return <p className="problem">{watched.error.message}</p>;
  if (files.length === 0) return null;
  return (
    <section aria-labelledby="watched-files">
      <h3 id="watched-files">New in your folder</h3>
      <ul className="imports">
        {files.map(({ path, name, changedAt }) => (
          <li key={path} className="import-line">
            <div>
              <b className="cut">{name}</b>
              <span className="meta">{exactTime(changedAt)}</span>
            </div>
            <div className="row-actions">
              <button
                type="button"
                className="button"
                aria-label={`Look at it: ${name}`}
                onClick={({ currentTarget }) => {
                  onChoose({ name, path });
                  focusAfter(currentTarget);
                }}
              >
                Look at it
              </button>
              <button
                type="button"
                className="button quiet"
                aria-label={`Leave out: ${name}`}
                onClick={() => settle.mutate({ path }, { onError: toastError })}
              >
                Leave out
              </button>
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
