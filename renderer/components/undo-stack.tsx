// What can be undone, newest first. What cannot be undone says why, and offers its case.
import { useEffect } from 'react';
import { caseName } from '../../electron/core/domain/case-name.ts';
import { useCall } from '../bridge/queries.ts';
import { useDeskUi } from '../desk-ui.ts';
import { holdKeys, whenThere } from '../state/held-keys.ts';
import { DeskDialog } from './dialog.tsx';
import { exactTime, plural } from './words.ts';

const READING = 'reading-acts';

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
  const { data, isFetching, isFetchedAfterMount } = useCall('activity.stack', {});
  const acts = data?.acts;
  // A list of an earlier time may offer what is undone already, and lack what was done since.
  const isBehind = acts === undefined || (isFetching && !isFetchedAfterMount);
  const { why = null, first = acts?.find(({ obstacle }) => obstacle === null)?.id } = asked ?? {};
  useEffect(() => {
    if (isBehind) holdKeys(whenThere(() => (document.getElementById(READING) === null ? true : null)));
    else if (first !== undefined) document.getElementById(`undo ${first}`)?.focus();
  }, [isBehind, first]);
  if (isBehind)
    return (
      <p id={READING} className="hint late" aria-busy="true">
        Reading what was done…
      </p>
    );
  if (acts.length === 0) return <p className="hint">Nothing has been done yet that could be undone.</p>;
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
                id={`undo ${id}`}
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
