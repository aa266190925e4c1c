// Publishing: the files as they would stand in the repository, to be looked at before they go.
import { Fragment, useEffect, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { periodInWords } from '../../../electron/core/domain/period-words.ts';
import { queryClient, useAct, useCall } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { Markdown } from '../../components/markdown.tsx';
import { toastError } from '../../components/toast.tsx';
import { toastQueued } from '../../components/toast-queued.ts';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { openTopic } from '../../state/open-topic.ts';
import type { Spans } from './choose-period.tsx';

export function PublishReports() {
  const { dialog } = useDeskUi();
  return (
    <DeskDialog kind="publish" title="Publish the reports of both ledgers" size="xl">
      {dialog?.kind === 'publish' && <Publication spans={dialog.spans} />}
    </DeskDialog>
  );
}

type File = Output<'reports.publication'>['files'][number];

function Publication({ spans }: { spans: Spans }) {
  const ui = useDeskUi();
  const [path, show] = useState<string>();
  const { data: publication, isFetching } = useCall('reports.publication', spans);
  // Figures move with the clock: the next time the dialog opens they are read anew.
  useEffect(() => () => queryClient.removeQueries({ queryKey: ['reports.publication'] }), []);
  const publish = useAct('reports.publish', ({ actId }) => {
    ui.ask(null);
    const said = `The reports of ${periodInWords(spans.period ?? '')} are in the outbox.`;
    toastQueued(said, () => ui.undo(actId), publication?.files.length);
  });
  if (publication === undefined) return <p className="hint">Compiling both ledgers…</p>;
  const { repository, files, masked, seen } = publication;
  const words = files.filter(({ path: one }) => !one.endsWith('.html'));
  const shown = words.find((one) => one.path === path) ?? words[0];
  return (
    <form
      className="publish"
      onSubmit={(event) => {
        event.preventDefault();
        publish.mutate({ ...spans, seen }, { onError: toastError });
      }}
    >
      {repository === null ? (
        <p className="problem">
          No repository is set yet. Set one under Reports in Settings; nothing leaves until then.
        </p>
      ) : (
        <p>
          To <b>{repository}</b>. Anyone with access will see{' '}
          {files.map(({ path: one }, at) => (
            <Fragment key={one}>
              {at === 0 ? '' : at === files.length - 1 ? ' and ' : ', '}
              <span className="file">{one}</span>
            </Fragment>
          ))}
          . Rows of fewer than five cases are put together.
          {masked > 0 && ` Personal information is masked in ${plural(masked, 'place')}.`}
        </p>
      )}
      <div className="row-actions" role="group" aria-label="Files">
        {words.map((one) => (
          <button
            key={one.path}
            type="button"
            className="chip"
            aria-pressed={one === shown}
            onClick={() => show(one.path)}
          >
            {one.path.split('/').at(-1)}
          </button>
        ))}
        <span className="hint">The page has the same figures, with pictures.</span>
      </div>
      {shown !== undefined && <Shown file={shown} />}
      <div className="row-actions">
        <button
          type="submit"
          className="button primary"
          disabled={repository === null || publish.isPending || isFetching}
        >
          Publish
        </button>
        <button type="button" className="button quiet" onClick={() => ui.ask(null)}>
          Not now
        </button>
        {repository === null && (
          <button
            type="button"
            className="button"
            onClick={() => {
              ui.ask(null);
              openTopic('reports');
            }}
          >
            Open settings
          </button>
        )}
      </div>
    </form>
  );
}

function Shown({ file: { path, text } }: { file: File }) {
  return (
    <section className="preview" aria-label={path} tabIndex={0}>
      {path.endsWith('.md') ? <Markdown text={text} /> : <pre>{text}</pre>}
    </section>
  );
}
