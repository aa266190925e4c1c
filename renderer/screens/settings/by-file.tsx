// Cases to a colleague's desk as a sealed file, and from one: for two people without a shared database.

import { type FormEvent, useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { keysOf } from '../../../electron/core/domain/records.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct } from '../../bridge/queries.ts';
import { Choose } from '../../components/choose.tsx';
import { PickFile } from '../../components/pick-file.tsx';
import { saveSealed } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime, plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';

const MOST = 5_000;
const QUEUES = { undecided: 'all undecided cases', escalated: 'all escalated cases without a ticket' } as const;
type Queue = keyof typeof QUEUES;

export function ByFile() {
  return (
    <section className="card" id="by-file" aria-labelledby="by-file-title">
      <header>
        <h2 id="by-file-title">Hand over by file</h2>
        <span>sealed and signed; share the code that opens it separately, by phone</span>
      </header>
      <div className="services">
        <Hand />
        <Take />
      </div>
    </section>
  );
}

function Hand() {
  const ui = useDeskUi();
  const [queue, setQueue] = useState<Queue>('undecided');
  const [made, setMade] = useState<Output<'bundle.make'> | null>(null);
  const make = useAct('bundle.make', (bundle) => {
    setMade(bundle);
    saveSealed(`cases-${new Date().toISOString().slice(0, 10)}`, bundle.file);
    toast(`${plural(bundle.cases, 'case')} handed over; each has the tag handed-over.`, () => {
      ui.undo(bundle.actId);
      setMade(null);
    });
  });
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    try {
      const { ids } = await call('cases.ids', { filter: { status: [queue] }, from: 0, to: MOST });
      if (ids.length === 0) toast(`There are no such cases: ${QUEUES[queue]}.`);
      else make.mutate({ caseIds: ids }, { onError: toastError });
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <form className="form" onSubmit={(event) => void submit(event)}>
      <label>
        Hand over
        <Choose value={queue} choices={keysOf(QUEUES).map((name) => [name, QUEUES[name]] as const)} onPick={setQueue} />
      </label>
      <span className="row-actions">
        <button type="submit" className="button" disabled={make.isPending}>
          Save the file
        </button>
      </span>
      {made !== null && (
        <p role="status">
          Code, shown once: <code>{made.code}</code>. Signed <code>{made.fingerprint}</code>.
          {made.left > 0 && ` ${plural(made.left, 'case')} with a ticket stay here.`}
        </p>
      )}
    </form>
  );
}

function Take() {
  const [file, setFile] = useState<string | null>(null);
  const [name, setName] = useState('');
  const [code, setCode] = useState('');
  const [seen, setSeen] = useState<Output<'bundle.look'> | null>(null);
  const take = useAct('bundle.take', ({ added, merged, apart }) => {
    setSeen(null);
    setCode('');
    const left = apart.length === 0 ? '' : ` Decided differently here, and left unchanged: ${apart.join(', ')}.`;
    toast(`${plural(added, 'case')} new, ${merged} here already.${left}`);
  });
  const look = async (event: FormEvent) => {
    event.preventDefault();
    if (file === null) return;
    try {
      setSeen(await call('bundle.look', { file, code }));
    } catch (error) {
      toastError(error);
    }
  };
  return (
    <form className="form" onSubmit={(event) => void look(event)}>
      <div className="picked-file">
        <span className="hint">Take over a colleague&rsquo;s file</span>
        <PickFile
          label="A colleague's file"
          accept=".tier3cases"
          onPick={([picked]) => {
            setSeen(null);
            setName(picked?.name ?? '');
            picked?.text().then(setFile, toastError);
          }}
        >
          {file === null ? 'Choose the file' : name}
        </PickFile>
      </div>
      <label>
        Its code
        <input autoComplete="off" spellCheck={false} value={code} onChange={(event) => setCode(event.target.value)} />
      </label>
      {seen === null || file === null ? (
        <span className="row-actions">
          <button type="submit" className="button" disabled={file === null || code.trim() === ''}>
            See what is in it
          </button>
        </span>
      ) : (
        <>
          <p role="status">
            {plural(seen.cases, 'case')} from {seen.from}, made {exactTime(seen.madeAt)}; {seen.here} here already.
            Signed <code>{seen.fingerprint}</code>: ask whether that is what your colleague sees.
          </p>
          <span className="row-actions">
            <button
              type="button"
              className="button primary"
              disabled={take.isPending}
              onClick={() => take.mutate({ file, code }, { onError: toastError })}
            >
              Take them over
            </button>
            <button type="button" className="button quiet" onClick={() => setSeen(null)}>
              Cancel
            </button>
          </span>
        </>
      )}
    </form>
  );
}
