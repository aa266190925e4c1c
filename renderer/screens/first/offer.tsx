// Offers the newest good snapshot of a desk that is too damaged to open.
import type { DeskState } from '../../../electron/contract/calls.ts';
import { useAct } from '../../bridge/queries.ts';
import { exactTime } from '../../components/words.ts';

export function Offer({ offer: { name, at } }: { offer: NonNullable<DeskState['offer']> }) {
  const restore = useAct('snapshots.restore');
  return (
    <section className="card">
      <h2>Its newest good snapshot is of {exactTime(at)}</h2>
      <p>
        The damaged file is kept next to it. Anything the desk may have sent since the snapshot is searched for before
        anything is sent.
      </p>
      <button
        type="button"
        className="button primary"
        disabled={restore.isPending}
        onClick={() => restore.mutate({ name })}
      >
        {restore.isPending ? 'Restoring …' : 'Restore it'}
      </button>
      <p className="problem" role="alert">
        {restore.error?.message ?? null}
      </p>
    </section>
  );
}
