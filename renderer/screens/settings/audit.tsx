// The record of what was done, for auditors: a file for a period, scrubbed, with proof that nothing in it was changed.

import { useState } from 'react';
import { useAct, useProgress } from '../../bridge/queries.ts';
import { DayField } from '../../components/day-field.tsx';
import { ProgressBar } from '../../components/progress-bar.tsx';
import { maskedInWords, saveFile } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import './audit.css';

const JOB = 'audit';
const dayOf = (at: number) => new Date(at).toISOString().slice(0, 10);

export function Audit() {
  const [to, setTo] = useState(() => dayOf(Date.now()));
  const [from, setFrom] = useState(() => `${to.slice(0, 8)}01`);
  const progress = useProgress(JOB);
  const cancel = useAct('jobs.cancel');
  const write = useAct('audit.export', ({ file }) => {
    if (file === null) return toast('Stopped; no file was written.');
    saveFile(file.name, 'csv', file.csv);
    toast(`${plural(file.lines, 'line')} saved. ${file.proof}${maskedInWords(file.masked)}`);
  });
  return (
    <section className="card" id="audit" aria-labelledby="audit-title">
      <header>
        <h2 id="audit-title">For auditors</h2>
        <span>who did what and when, scrubbed, each line with its link in the chain</span>
      </header>
      <form
        className="audit"
        onSubmit={(event) => {
          event.preventDefault();
          write.mutate({ from, to, job: JOB }, { onError: toastError });
        }}
      >
        <DayField label="First day" value={from} max={to} onPick={setFrom} />
        <DayField label="Last day" value={to} min={from} onPick={setTo} />
        <button type="submit" className="button" disabled={write.isPending}>
          Save the record
        </button>
        {write.isPending && (
          <button
            type="button"
            className="button quiet"
            onClick={() => cancel.mutate({ job: JOB }, { onError: toastError })}
          >
            Cancel
          </button>
        )}
        {write.isPending && progress !== null && (
          <ProgressBar label="Lines read" done={progress.done} total={progress.total} />
        )}
      </form>
      <p className="hint">
        Days are in UTC. Accounts and logins that look like a person&rsquo;s name are told apart by a number. The last
        row says whether the chain is intact.
      </p>
    </section>
  );
}
