// Imports an export: choose the file, preview it, import it.

import { useEffect, useRef, useState } from 'react';
import { EXPORT_ZONE } from '../../../electron/core/domain/time.ts';
import { queryClient, useAct } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { DeskDialog } from '../../components/dialog.tsx';
import { PickFile } from '../../components/pick-file.tsx';
import { toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { type ChosenFile, type FileResult, isImported } from './files.ts';
import { fileId, focusDone, focusFile, SKIP_ID } from './keep-focus.ts';
import { PracticeOnly } from './practice-only.tsx';
import { Preview } from './preview.tsx';
import { RecentImports } from './recent-imports.tsx';
import { RowsToMend } from './rows-to-mend.tsx';
import { Summary } from './summary.tsx';
import { useToastImported, useToastLeft } from './toast-imported.tsx';
import { WatchedFiles } from './watched-files.tsx';
import './import.css';

const ZONES = [EXPORT_ZONE, 'America/Chicago', 'America/Denver', 'America/Los_Angeles', 'UTC'] as const;

const READABLE = '.csv,.tsv,.txt,.xlsx,.xlsm,.xls,.xml,.html,.htm,.ods,.zip,.gz,.json,.jsonl,.ndjson,.eml';

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
  const asked = ui.dialog?.kind === 'import' ? ui.dialog : null;
  return (
    <DeskDialog kind="import" title="Import an export file" size="xl">
      {asked?.results === undefined ? (
        <ImportSteps
          key={asked?.onDisk?.path}
          practice={practice}
          dropped={asked?.files ?? []}
          onDisk={asked?.onDisk ?? null}
        />
      ) : (
        <Summary results={asked.results} />
      )}
    </DeskDialog>
  );
}

interface Begin {
  readonly practice: boolean;
  readonly dropped: readonly File[];
  /** What the desk was started with. */
  readonly onDisk: ChosenFile | null;
}

interface Course {
  readonly files: readonly File[];
  readonly results: readonly FileResult[];
}

const namesOf = (files: readonly File[]) => files.map(({ name }) => name);
const isImporting = () => queryClient.isMutating({ mutationKey: ['intake.import'] }) > 0;

/** One file after the other; then one summary of all of them. */
function ImportSteps({ practice, dropped, onDisk }: Begin) {
  const ui = useDeskUi();
  const say = useToastImported();
  const [files, setFiles] = useState(dropped);
  const [at, setAt] = useState(0);
  const [timeZone, setTimeZone] = useState<string>(EXPORT_ZONE);
  const [results, setResults] = useState<readonly FileResult[]>([]);
  const sayLeft = useToastLeft();
  const sayOf = (some: Course) => {
    const isMidway = some.results.length > 0 && some.results.length < some.files.length;
    // Else it is said when that file has come in.
    if (isMidway && !isImporting()) sayLeft(namesOf(some.files), some.results);
  };
  /** Null once the dialog is closed. */
  const course = useRef<Course | null>(null);
  useEffect(() => {
    course.current = { files, results };
  }, [files, results]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: only when the dialog is closed, or another takes its place
  useEffect(
    () => () => {
      if (course.current !== null) sayOf(course.current);
      course.current = null;
    },
    [],
  );
  const choose = (chosen: readonly File[]) => {
    sayOf({ files, results });
    setFiles(chosen);
    setAt(0);
    setResults([]);
  };
  // biome-ignore lint/correctness/useExhaustiveDependencies: only files that are dropped anew begin anew
  useEffect(() => {
    if (dropped.length > 0) choose(dropped);
  }, [dropped]);
  const [watched, setWatched] = useState(onDisk);
  const settle = useAct('watched.settle');
  const content = useContent(files[at] ?? null);
  const file = content instanceof Error ? null : (content ?? watched);
  const isLast = at + 1 >= files.length;
  const sayAll = (all: readonly FileResult[]) => {
    for (const one of all) if (isImported(one)) say(one);
  };
  const next = (all: readonly FileResult[]) => {
    // The dialog was closed meanwhile, or other files were chosen: what is open now stays.
    if (course.current?.files !== files) return files.length > 1 ? sayLeft(namesOf(files), all) : sayAll(all);
    course.current = { files, results: all };
    setResults(all);
    if (!isLast) {
      setAt(at + 1);
      focusFile(at + 1);
    } else if (all.length > 1 || all.some((one) => isImported(one) && one.result.rejectedCount > 0)) {
      ui.ask({ kind: 'import', results: all });
      focusDone();
    } else {
      ui.ask(null);
      sayAll(all);
    }
  };
  return (
    <div className="import">
      <div className="choose">
        <div className="choose-file">
          <PickFile label="CSV export or another file" accept={READABLE} isMany isPrimary autoFocus onPick={choose}>
            Choose files
          </PickFile>
          <p className="hint">
            A CSV export, workbook, ZIP or Slack export of HRC Dynamics, ServiceNow, IRIS, Salesforce or the support
            sheet. Or drop files anywhere, or paste rows copied from a spreadsheet.
          </p>
        </div>
        <label>
          Times in it are
          <Choose value={timeZone} choices={ZONES.map((zone) => [zone, zone])} onPick={setTimeZone} />
        </label>
      </div>
      {files.length > 1 && (
        <div className="row-actions">
          <b>
            File {at + 1} of {files.length}
          </b>
          <span className="cut">{files[at]?.name}</span>
          <button
            id={SKIP_ID}
            type="button"
            className="button"
            onClick={() => next([...results, { name: files[at]?.name ?? '', result: null }])}
          >
            Skip this file
          </button>
        </div>
      )}
      <div key={at} id={fileId(at)} className="given">
        {content instanceof Error && (
          <p className="problem" role="alert">
            {content.message}
          </p>
        )}
        {file !== null && (
          <Preview
            file={file}
            timeZone={timeZone}
            onResult={(result) => {
              if (file.path !== undefined) settle.mutate({ path: file.path }, { onError: toastError });
              next([...results, { name: file.name, result }]);
            }}
          />
        )}
      </div>
      {practice && <PracticeOnly />}
      {files.length === 0 && watched === null && (
        <>
          <WatchedFiles onChoose={setWatched} />
          <RowsToMend />
          <RecentImports />
        </>
      )}
    </div>
  );
}

/** The content of a file; null while it is being read. */
function useContent(file: File | null): ChosenFile | Error | null {
  const [content, setContent] = useState<{ file: File; chosen: ChosenFile | Error } | null>(null);
  useEffect(() => {
    if (file === null) return;
    let isWanted = true;
    inBase64(file).then(
      (bytes) => isWanted && setContent({ file, chosen: { name: file.name, bytes } }),
      (error: Error) => isWanted && setContent({ file, chosen: error }),
    );
    return () => {
      isWanted = false;
    };
  }, [file]);
  return content !== null && content.file === file ? content.chosen : null;
}
