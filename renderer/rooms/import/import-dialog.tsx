// Bringing an export in: choose the file, look at what would come, import.
import { useMemo, useState } from 'react';
import type { ImportResult } from '../../../electron/contract/intake-shapes.ts';
import { SOURCE_NAMES } from '../../../electron/core/words/case.ts';
import { useAct, useCall, useProgress } from '../../bridge/queries.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { DeskDialog } from '../../parts/dialog.tsx';
import { say, sayProblem } from '../../parts/say.tsx';
import { exactTime, plural } from '../../parts/words.ts';
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
  return (
    <DeskDialog kind="import" title="Import an export file" size="xl">
      <ImportSteps practice={practice} onDone={() => ui.ask(null)} />
    </DeskDialog>
  );
}

function ImportSteps({ practice, onDone }: { practice: boolean; onDone: () => void }) {
  const [file, setFile] = useState<ChosenFile | null>(null);
  const [timeZone, setTimeZone] = useState<string>(practice ? 'UTC' : ZONES[0]);
  const [result, setResult] = useState<ImportResult | null>(null);
  return (
    <div className="import">
      <div className="choose">
        <label>
          Export of HRC Dynamics, ServiceNow, IRIS, Salesforce, Slack or the support sheet: CSV, Excel, ZIP
          <input
            data-autofocus
            type="file"
            accept={READABLE}
            onChange={async (event) => {
              const chosen = event.target.files?.[0];
              setResult(null);
              setFile(chosen === undefined ? null : { name: chosen.name, bytes: await inBase64(chosen) });
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
      {result !== null ? (
        <Done result={result} onDone={onDone} />
      ) : (
        file !== null && (
          <Preview
            file={file}
            timeZone={timeZone}
            onResult={(value) => (value.rejectedCount === 0 ? onDone() : setResult(value))}
          />
        )
      )}
    </div>
  );
}

const changedWords = ({ updated, left }: ImportResult) =>
  `${updated === undefined ? '' : `, ${updated} changed`}${left === undefined ? '' : `, ${left} left the queue`}`;

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
  const preview = useCall('intake.preview', { ...file, timeZone });
  const cancel = useAct('jobs.cancel');
  const bring = useAct('intake.import', (result) => {
    say(
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
            <th scope="col">Text as received</th>
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
          onClick={() => bring.mutate({ ...file, timeZone, job }, { onError: sayProblem })}
        >
          {brings === 0 ? 'Nothing new to import' : `Import ${plural(brings, 'case')}`}
        </button>
        {bring.isPending && progress !== null && (
          <>
            <progress value={progress.done} max={progress.total} aria-label="Import" />
            <button type="button" className="button" onClick={() => cancel.mutate({ job })}>
              Cancel
            </button>
          </>
        )}
      </div>
    </>
  );
}

function Done({ result, onDone }: { result: ImportResult; onDone: () => void }) {
  return (
    <>
      <p>
        {plural(result.imported, 'case')} imported. {plural(result.rejectedCount, 'row')} could not be read; mend them
        in the file and import it again, the others will not come twice.
      </p>
      <RejectedRows rejected={result.rejected} count={result.rejectedCount} />
      <div className="row-actions">
        <button type="button" className="button primary" onClick={onDone}>
          Close
        </button>
      </div>
    </>
  );
}
