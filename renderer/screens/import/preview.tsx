// What a file would bring, before anything is stored; and then the import itself, with progress.

import { useMemo, useState } from 'react';
import { AppError } from '../../../electron/contract/errors.ts';
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import type { DateOrder } from '../../../electron/core/domain/mapping.ts';
import { useAct, useCall, useProgress } from '../../bridge/queries.ts';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { AskDateOrder } from './ask-date-order.tsx';
import type { ChosenFile } from './files.ts';
import { MappingForm } from './mapping-form.tsx';
import { PreviewRows } from './preview-rows.tsx';
import { RejectedRows } from './rejected-rows.tsx';

/** Rows done, rows per second and the seconds left at the current pace. */
function pace({ done, total }: { done: number; total: number }, rows: number, startedAt: number): string {
  const did = Math.min(rows, Math.round((rows * done) / Math.max(1, total)));
  const perSecond = did / Math.max(0.001, (performance.now() - startedAt) / 1_000);
  const left = Math.ceil((rows - did) / Math.max(1, perSecond));
  return `${did.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows, ${Math.round(perSecond).toLocaleString('en-US')} a second, ${left} s left`;
}

export function Preview({
  file,
  timeZone,
  onResult,
}: {
  file: ChosenFile;
  timeZone: string;
  onResult: (result: ImportResult) => void;
}) {
  const job = useMemo(() => crypto.randomUUID(), []);
  const progress = useProgress(job);
  const [startedAt, setStartedAt] = useState(0);
  const [dateOrder, setDateOrder] = useState<DateOrder>();
  const given = { ...file, timeZone, dateOrder };
  const preview = useCall('intake.preview', given);
  const cancel = useAct('jobs.cancel');
  const bring = useAct('intake.import', onResult);
  if (preview.error !== null) {
    const { asks } = preview.error instanceof AppError ? preview.error.details : {};
    if (asks === 'columns') return <MappingForm file={file} timeZone={timeZone} />;
    if (asks === 'date-order') return <AskDateOrder why={preview.error.message} onAnswer={setDateOrder} />;
    return (
      <p className="problem" role="alert">
        {preview.error.message}
      </p>
    );
  }
  const data = preview.data;
  if (data === undefined) return null;
  const fresh = data.rows - data.rejectedCount - data.duplicates - data.updated;
  const brings = fresh + data.updated;
  return (
    <>
      <p>
        <b>{SOURCE_NAMES[data.source]}</b>: {plural(data.rows, 'row')}; {fresh} new,{' '}
        {data.updated > 0 && `${data.updated} changed, `}
        {data.duplicates} already there, {data.rejectedCount} that cannot be read.
      </p>
      <PreviewRows sample={data.sample} />
      {data.notes.length > 0 && <p>{data.notes.join(' ')}</p>}
      <RejectedRows rejected={data.rejected} count={data.rejectedCount} />
      <div className="row-actions">
        <button
          type="button"
          className="button primary"
          disabled={brings === 0}
          aria-disabled={bring.isPending}
          onClick={() => {
            if (bring.isPending) return;
            setStartedAt(performance.now());
            // Said even if the dialog is closed by then.
            bring.mutateAsync({ ...given, job }).catch(toastError);
          }}
        >
          {brings === 0 ? 'Nothing new to import' : `Import ${plural(brings, 'case')}`}
        </button>
        {bring.isPending && (
          <button type="button" className="button" onClick={() => cancel.mutate({ job })}>
            Cancel
          </button>
        )}
        {bring.isPending && progress !== null && (
          <>
            <ProgressBar label="Import" done={progress.done} total={progress.total} />
            <span>{pace(progress, data.rows, startedAt)}</span>
          </>
        )}
      </div>
    </>
  );
}
