// The snapshots of the desk: what each would change, and restoring one.
import { useState } from 'react';
import type { Output } from '../../../electron/contract/calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { exactTime } from '../../components/words.ts';

type Snapshot = Output<'snapshots.list'>['snapshots'][number];

const WHY: Readonly<Record<Snapshot['reason'], string>> = {
  daily: 'of the day',
  'by-hand': 'by hand',
  'before-upgrade': 'before an upgrade',
  'before-import': 'before an import',
  'before-restore': 'before a restore',
};

export function Snapshots() {
  const all = useCall('snapshots.list', {}).data?.snapshots ?? [];
  const take = useAct('snapshots.take', () => toast('Snapshot made.'));
  const [chosen, choose] = useState<string | null>(null);
  return (
    <section className="card" id="snapshots" aria-labelledby="snapshots-title">
      <header>
        <h2 id="snapshots-title">Snapshots</h2>
        <span>encrypted like the desk, one a day; kept for six months, fewer the older they are</span>
      </header>
      {all.length === 0 && <p className="hint">There is none yet: the first is made within minutes.</p>}
      {all.length > 0 && (
        <table className="snapshots">
          <thead>
            <tr>
              <th scope="col">Made at</th>
              <th scope="col">Why</th>
              <th scope="col">Size</th>
              <th scope="col">
                <span className="visually-hidden">Restore</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {all.map((one) => (
              <tr key={one.name}>
                <th scope="row">{exactTime(one.at)}</th>
                <td>{WHY[one.reason]}</td>
                <td>{(one.bytes / 1_000_000).toFixed(1)} MB</td>
                <td>
                  <button
                    type="button"
                    className="button quiet"
                    aria-expanded={chosen === one.name}
                    onClick={() => choose(chosen === one.name ? null : one.name)}
                  >
                    What it would change
                    <span className="visually-hidden"> of {exactTime(one.at)}</span>
                  </button>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {chosen !== null && <Preview key={chosen} name={chosen} />}
      <div className="row-actions">
        <button
          type="button"
          className="button"
          disabled={take.isPending}
          onClick={() => take.mutate({}, { onError: toastError })}
        >
          {take.isPending ? 'Making it …' : 'Make one now'}
        </button>
      </div>
    </section>
  );
}

function Preview({ name }: { name: string }) {
  const preview = useCall('snapshots.preview', { name });
  const restore = useAct('snapshots.restore', ({ at, kept }) =>
    toast(`Restored to ${exactTime(at)}.${kept === null ? '' : ' The previous state is a snapshot too.'}`),
  );
  if (preview.error !== null) return <p className="problem">{preview.error.message}</p>;
  if (preview.data === undefined) return <p className="hint">Comparing …</p>;
  const { at, lines } = preview.data;
  return (
    <div className="preview" aria-live="polite">
      <b>If the desk were as of {exactTime(at)} again:</b>
      <ul>
        {lines === null && <li>The desk itself cannot be read; the snapshot can.</li>}
        {lines?.length === 0 && <li>Nothing would change: they are identical.</li>}
        {lines?.map((line) => (
          <li key={line}>{line}</li>
        ))}
      </ul>
      <p className="hint">
        The current desk becomes a snapshot first. Anything it may have sent since is searched for before anything is
        sent.
      </p>
      <button
        type="button"
        className="button primary"
        disabled={restore.isPending || lines?.length === 0}
        onClick={() => restore.mutate({ name }, { onError: toastError })}
      >
        {restore.isPending ? 'Restoring …' : 'Restore it'}
      </button>
    </div>
  );
}
