// A privacy incident on a case that has left: whom to tell and what to have ready, the log entry, the redaction of the
// ticket, and the purge that only GitHub Support can do.
import { useState } from 'react';
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { copyText } from '../../components/save-file.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function PrivacyIncident({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const [typed, setTyped] = useState('');
  const words = typed.split('\n').flatMap((line) => (line.trim().length < 2 ? [] : [line.trim()]));
  const plan = useCall('incident.plan', { id: one.id, words }).data;
  const redact = useAct('incident.redact', ({ actId, queued }) => {
    setTyped('');
    toast(queued ? 'The redaction waits in the outbox.' : 'The case is held.', () => ui.undo(actId));
  });
  async function copy(): Promise<void> {
    if (plan === undefined) return;
    await copyText(plan.log);
    toast('Copied, scrubbed.');
  }
  return (
    <section className="card incident" aria-label="Privacy incident: it has already left">
      <header>
        <h3>If something personal has left with the ticket</h3>
        <span>it is open at GitHub</span>
      </header>
      <div className="form">
        <label>
          Text to remove, one per line; it stays in this desk and is marked in the case
          <textarea rows={2} value={typed} onChange={(event) => setTyped(event.target.value)} />
        </label>
      </div>
      <div role="status">
        {plan !== undefined && plan.absent.length > 0 && (
          <p className="problem">
            Not in the current ticket: {plan.absent.map((word) => `“${word}”`).join(', ')}. Write text exactly as it is
            in the ticket; text that is only in the case is marked there.
          </p>
        )}
        {typed === '' && redact.data !== undefined && (
          <p>
            {redact.data.queued
              ? 'Done: the case is held, its words are marked, and the redaction of the ticket waits in the outbox.'
              : 'Done: the case is held and its words are marked. Nothing of the ticket had to change.'}{' '}
            GitHub Support still has to purge the history.
          </p>
        )}
      </div>
      {plan?.redacted != null && (
        <details>
          <summary>Preview of the redacted ticket</summary>
          <pre className="redacted">{`${plan.redacted.title}\n\n${plan.redacted.body}`}</pre>
        </details>
      )}
      <div className="row-actions">
        <button
          type="button"
          className="button primary"
          disabled={plan === undefined || redact.isPending}
          onClick={() => redact.mutate({ id: one.id, words }, { onError: toastError })}
        >
          {plan?.redacted == null ? 'Hold the case' : 'Redact the ticket'}
        </button>
        <button type="button" className="button" disabled={plan === undefined} onClick={copy}>
          Copy the incident log entry
        </button>
      </div>
      <p className="hint">
        An edit keeps the older words in the ticket’s history. Ask GitHub Support to purge the history of{' '}
        {plan?.url ?? 'the ticket'}, and of every comment that quotes it.
      </p>
    </section>
  );
}
