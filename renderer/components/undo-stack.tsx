// What can be undone, newest first. What cannot be undone says why, and offers its case.
import { caseName } from '../../electron/core/domain/case-name.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { DeskDialog } from './dialog.tsx';
import { exactTime, plural } from './words.ts';

export function UndoStack() {
  return (
    <DeskDialog kind="undo" title="What can be undone">
      <Acts />
    </DeskDialog>
  );
}

function Acts() {
  const ui = useDeskUi();
  const asked = ui.dialog?.kind === 'undo' ? ui.dialog : null;
  const { data, isFetching } = useCall('activity.stack', {});
  const acts = data?.acts;
  // The list of an earlier time does not hold the act that was asked about.
  const isBehind = isFetching && asked?.first !== undefined && !acts?.some(({ id }) => id === asked.first);
  if (acts === undefined || isBehind)
    return (
      <p className="hint late" aria-busy="true">
        Reading what was done…
      </p>
    );
  if (acts.length === 0) return <p className="hint">Nothing has been done yet that could be undone.</p>;
  const { why = null, first = acts.find(({ obstacle }) => obstacle === null)?.id } = asked ?? {};
  return (
    <>
      {why !== null && <p>{why}</p>}
      <ol className="history" aria-label="Acts, newest first">
        {acts.map(({ id, at, summary, cases, reference, obstacle, caseId }) => (
          <li key={id}>
            <time dateTime={new Date(at).toISOString()}>{exactTime(at)}</time>
            <span>
              {reference !== null && (
                <b>
                  {cases > 1 ? `${caseName(reference)} and ${plural(cases - 1, 'more case')}` : caseName(reference)}:{' '}
                </b>
              )}
              {summary}
              {obstacle !== null && <span className="meta">{obstacle}</span>}
            </span>
            {obstacle !== null ? (
              caseId !== null && (
                <button
                  type="button"
                  className="button quiet"
                  onClick={() => {
                    ui.ask(null);
                    ui.openCase(caseId);
                  }}
                >
                  Open the case
                </button>
              )
            ) : (
              <button
                type="button"
                className="button quiet"
                data-autofocus={id === first ? true : undefined}
                aria-label={`Undo: ${summary}`}
                onClick={() => ui.undo(id)}
              >
                Undo
              </button>
            )}
          </li>
        ))}
      </ol>
    </>
  );
}
