// Damage found when the desk was opened, shown above every screen until the lead has read it.
import { useAct, useCall } from '../bridge/queries.ts';
import { toastError } from './toast.tsx';
import './damage-notice.css';

export function DamageNotice() {
  const notices = useCall('damage.get', {}).data?.notices ?? [];
  const read = useAct('damage.read');
  if (notices.length === 0) return null;
  return (
    <section className="damage-notice" role="alert" aria-label="Damage to the store">
      {notices.map(({ at, title, lines }) => (
        <div key={`${at} ${title}`}>
          <h2>{title}</h2>
          <p className="when">Found {new Date(at).toLocaleString('en-US')}</p>
          {lines.map((line) => (
            <p key={line}>{line}</p>
          ))}
        </div>
      ))}
      <button type="button" className="button" onClick={() => read.mutate({}, { onError: toastError })}>
        I have read this
      </button>
    </section>
  );
}
