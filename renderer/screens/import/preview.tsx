// What would come of a file, before anything does; and then the import itself, with its progress.
import { useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { useAct, useCall, useProgress } from '../../bridge/queries.ts';
import { toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';
import type { ChosenFile } from './files.ts';
import { RejectedRows } from './rejected-rows.tsx';

/** Rows done, rows a second and the seconds left, at the pace so far. */
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
  const preview = useCall('intake.preview', { ...file, timeZone });
  const cancel = useAct('jobs.cancel');
  const bring = useAct('intake.import', onResult);
  if (preview.error !== null) {
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
      <table>
        <caption className="visually-hidden">First rows</caption>
        <thead>
          <tr>
            <th scope="col">Row</th>
            <th scope="col">Reference</th>
            <th scope="col">Reported</th>
            <th scope="col">Text, scrubbed</th>
          </tr>
        </thead>
        <tbody>
          {data.sample.map(({ row, reference, reportedAt, text }) => (
            <tr key={row}>
              <td>{row}</td>
              <td>{reference}</td>
              <td>{exactTime(reportedAt)}</td>
              <td className="cut">{text}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {data.notes.length > 0 && <p>{data.notes.join(' ')}</p>}
      <RejectedRows rejected={data.rejected} count={data.rejectedCount} />
      <div className="row-actions">
        <button
          type="button"
          className="button primary"
          disabled={bring.isPending || brings === 0}
          onClick={() => {
            setStartedAt(performance.now());
            bring.mutate({ ...file, timeZone, job }, { onError: toastError });
          }}
        >
          {brings === 0 ? 'Nothing new to import' : `Import ${plural(brings, 'case')}`}
        </button>
        {bring.isPending && progress !== null && (
          <>
            <progress value={progress.done} max={progress.total} aria-label="Import" />
            <span>{pace(progress, data.rows, startedAt)}</span>
            <button type="button" className="button" onClick={() => cancel.mutate({ job })}>
              Cancel
            </button>
          </>
        )}
      </div>
    </>
  );
}
