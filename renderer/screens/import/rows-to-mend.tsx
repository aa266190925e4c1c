// Rows that could not be read, kept with their content: corrected here and tried again, discarded, or saved as a file.
import { useRef, useState } from 'react';
import type { KeptReject } from '../../../electron/contract/intake-shapes.ts';
import { call } from '../../bridge/bridge.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { maskedInWords, saveFile } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { afterRow } from './keep-focus.ts';

const SHOWN = 50;

export function RowsToMend() {
  const rejects = useCall('rejects.list', {}).data?.rejects ?? [];
  const drop = useAct('rejects.drop');
  if (rejects.length === 0) return null;
  const dropAll = (some: readonly KeptReject[], first: Element | null) =>
    drop.mutate({ ids: some.map(({ id }) => id) }, { onSuccess: afterRow(first), onError: toastError });
  const save = () =>
    call('rejects.file', {}).then(({ name, csv, masked }) => {
      saveFile(name, 'csv', csv);
      toast(`Saved, scrubbed.${maskedInWords(masked)}`);
    }, toastError);
  return (
    <section className="mend" aria-labelledby="rows-to-mend">
      <header className="row-actions">
        <h3 id="rows-to-mend">{plural(rejects.length, 'row')} to mend</h3>
        <button type="button" className="button quiet" onClick={save}>
          Save as CSV, scrubbed
        </button>
        <button
          type="button"
          className="button quiet"
          onClick={() => dropAll(rejects, document.querySelector('.mend form'))}
        >
          Discard all
        </button>
      </header>
      <ul className="imports">
        {rejects.slice(0, SHOWN).map((one) => (
          <li key={one.id}>
            <RowToMend one={one} onDrop={(row) => dropAll([one], row)} />
          </li>
        ))}
      </ul>
      {rejects.length > SHOWN && <p className="meta">and {rejects.length - SHOWN} more</p>}
    </section>
  );
}

function RowToMend({ one, onDrop }: { one: KeptReject; onDrop: (row: Element | null) => void }) {
  const [isOpen, setOpen] = useState(false);
  const [values, setValues] = useState(one.cells.map(({ value }) => value));
  const goOn = useRef(() => {});
  const retry = useAct('rejects.retry', ({ came, column, reason }) => {
    if (came === null) return toastError(new Error(`Row ${one.row}, ${column}: ${reason}`));
    goOn.current();
    toast(came === 'known' ? 'It was in the desk already.' : `Row ${one.row} came in.`);
  });
  const wrong = one.cells.findIndex(({ name }) => name === one.column);
  const shown = one.cells.map((_, at) => at).filter((at) => isOpen || at === wrong);
  return (
    <form
      className="row-to-mend"
      onSubmit={(event) => {
        event.preventDefault();
        if (retry.isPending) return;
        goOn.current = afterRow(event.currentTarget);
        retry.mutate({ id: one.id, values }, { onError: toastError });
      }}
    >
      <p>
        <b>
          {one.file}
          {one.part !== null && `, ${one.part}`}, row {one.row}, {one.column}:
        </b>{' '}
        {one.reason}
      </p>
      <div className="choose">
        {shown.map((at) => (
          <label key={one.cells[at]?.name ?? at}>
            {one.cells[at]?.name}
            <input
              value={values[at] ?? ''}
              aria-invalid={at === wrong}
              onChange={(event) => setValues(values.with(at, event.target.value))}
            />
          </label>
        ))}
      </div>
      <div className="row-actions">
        <button type="submit" className="button" aria-disabled={retry.isPending}>
          Try again
        </button>
        {!isOpen && one.cells.length > 1 && (
          <button type="button" className="button quiet" onClick={() => setOpen(true)}>
            Show the whole row
          </button>
        )}
        <button type="button" className="button quiet" onClick={({ currentTarget }) => onDrop(currentTarget.form)}>
          Drop
        </button>
      </div>
    </form>
  );
}
