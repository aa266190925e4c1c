// What can be undone, newest first. What was sent cannot be unsent: it offers the case, where a comment can be written.
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
  const acts = useCall('activity.stack', {}).data?.acts;
  if (acts === undefined) return null;
  if (acts.length === 0) return <p className="hint">Nothing has been done yet that could be undone.</p>;
  return (
    <ol className="history" aria-label="Acts, newest first">
      {acts.map(({ id, at, summary, cases, sent, caseId }, index) => (
        <li key={id}>
          <time dateTime={new Date(at).toISOString()}>{exactTime(at)}</time>
          <span>
            {summary}
            {cases > 1 && ` (${plural(cases, 'case')})`}
            {sent && <span className="meta">It has been sent; answer on its ticket instead.</span>}
          </span>
          {sent ? (
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
              data-autofocus={index === 0 ? true : undefined}
              aria-label={`Undo: ${summary}`}
              onClick={() => ui.undo(id)}
            >
              Undo
            </button>
          )}
        </li>
      ))}
    </ol>
  );
}
