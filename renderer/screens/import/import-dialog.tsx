// Bringing an export in: choose the file, look at what would come, import.
import { useEffect, useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/domain/case.ts';
import { useAct, useCall, useProgress } from '../../bridge/queries.ts';
import { DeskDialog } from '../../components/dialog.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { RejectedRows } from './rejected-rows.tsx';
import './import.css';

const ZONES = ['America/New_York', 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'UTC'] as const;

const READABLE = '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xml,.html,.htm,.ods,.zip,.gz,.json,.jsonl,.ndjson,.eml';

interface ChosenFile {
  readonly name: string;
  /** In base64. */
  readonly bytes: string;
}

function inBase64(file: File): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,?/, ''));
    reader.onerror = () => reject(new Error('The file cannot be read.'));
    reader.readAsDataURL(file);
  });
}

export function ImportDialog({ practice }: { practice: boolean }) {
  const ui = useDeskUi();
  const dropped = ui.dialog?.kind === 'import' ? ui.dialog.files : undefined;
  return (
    <DeskDialog kind="import" title="Import an export file" size="xl">
      <ImportSteps practice={practice} dropped={dropped ?? []} onDone={() => ui.ask(null)} />
    </DeskDialog>
  );
}

/** One file after the other; the last one closes the dialog. */
function ImportSteps({
  practice,
  dropped,
  onDone,
}: {
  practice: boolean;
  dropped: readonly File[];
  onDone: () => void;
}) {
  const [files, setFiles] = useState(dropped);
  const [at, setAt] = useState(0);
  const [timeZone, setTimeZone] = useState<string>(practice ? 'UTC' : ZONES[0]);
  const [result, setResult] = useState<ImportResult | null>(null);
  useEffect(() => {
    if (dropped.length === 0) return;
    setFiles(dropped);
    setAt(0);
    setResult(null);
  }, [dropped]);
  const file = useContent(files[at] ?? null);
  const isLast = at + 1 >= files.length;
  const next = () => {
    setResult(null);
    if (isLast) onDone();
    else setAt(at + 1);
  };
  return (
    <div className="import">
      <div className="choose">
        <label>
          CSV export, workbook, ZIP or Slack export of HRC Dynamics, ServiceNow, IRIS, Salesforce or the support sheet
          <input
            data-autofocus
            type="file"
            multiple
            accept={READABLE}
            onChange={(event) => {
              setFiles([...(event.target.files ?? [])]);
              setAt(0);
              setResult(null);
            }}
          />
        </label>
        <label>
          Times in it are
          <select value={timeZone} onChange={(event) => setTimeZone(event.target.value)}>
            {ZONES.map((zone) => (
              <option key={zone}>{zone}</option>
            ))}
          </select>
        </label>
      </div>
      {files.length > 1 && (
        <div className="row-actions">
          <b>
            File {at + 1} of {files.length}
          </b>
          <span className="cut">{files[at]?.name}</span>
          {!isLast && (
            <button type="button" className="button" onClick={next}>
              Skip this file
            </button>
          )}
        </div>
      )}
      {result !== null ? (
        <Done result={result} isLast={isLast} onDone={next} />
      ) : (
        file !== null && (
          <Preview
            key={at}
            file={file}
            timeZone={timeZone}
            onResult={(value) => (value.rejectedCount === 0 ? next() : setResult(value))}
          />
        )
      )}
    </div>
  );
}

/** What a file holds; null while it is read. */
function useContent(file: File | null): ChosenFile | null {
  const [content, setContent] = useState<{ file: File; chosen: ChosenFile } | null>(null);
  useEffect(() => {
    if (file === null) return;
    let isWanted = true;
    inBase64(file).then(
      (bytes) => isWanted && setContent({ file, chosen: { name: file.name, bytes } }),
      (error: Error) => toastError(error),
    );
    return () => {
      isWanted = false;
    };
  }, [file]);
  return content !== null && content.file === file ? content.chosen : null;
}

const changedWords = ({ updated, left }: ImportResult) =>
  `${updated === undefined ? '' : `, ${updated} changed`}${left === undefined ? '' : `, ${left} left the queue`}`;

/** Rows done, rows a second and the seconds left, at the pace so far. */
function pace({ done, total }: { done: number; total: number }, rows: number, startedAt: number): string {
  const did = Math.min(rows, Math.round((rows * done) / Math.max(1, total)));
  const perSecond = did / Math.max(0.001, (performance.now() - startedAt) / 1_000);
  const left = Math.ceil((rows - did) / Math.max(1, perSecond));
  return `${did.toLocaleString('en-US')} of ${rows.toLocaleString('en-US')} rows, ${Math.round(perSecond).toLocaleString('en-US')} a second, ${left} s left`;
}

function Preview({
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
  const bring = useAct('intake.import', (result) => {
    toast(
      `${plural(result.imported, 'case')} imported${changedWords(result)}${result.duplicates > 0 ? `, ${result.duplicates} already there` : ''}.`,
    );
    onResult(result);
  });
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

function Done({ result, isLast, onDone }: { result: ImportResult; isLast: boolean; onDone: () => void }) {
  return (
    <>
      <p>
        {plural(result.imported, 'case')} imported. {plural(result.rejectedCount, 'row')} could not be read; mend them
        in the file and import it again, the others will not come twice.
      </p>
      <RejectedRows rejected={result.rejected} count={result.rejectedCount} />
      <div className="row-actions">
        <button type="button" className="button primary" onClick={onDone}>
          {isLast ? 'Close' : 'Next file'}
        </button>
      </div>
    </>
  );
}
