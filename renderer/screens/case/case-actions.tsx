// The buttons under a case. The first one is what the case needs next.
import type { CaseDetail } from '../../../electron/contract/schemas.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { useDeskUi } from '../../desk-ui.ts';

export function CaseActions({ one }: { one: CaseDetail }) {
  const ui = useDeskUi();
  const draft = useCall('tickets.draft', { id: one.id }).data;
  const run = (id: string) => commandOf(id)?.run(ui);
  const newest = one.activity.find(({ canUndo }) => canUndo);
  if (one.status === 'ticketed') {
    return (
      <div className="acts">
        {one.ticket?.url ? (
          <span className="meta">
            Ticket <b>#{one.ticket.number}</b> in {one.ticket.repository}
            {one.ticket.pipeline && <span>Pipeline: {one.ticket.pipeline}</span>}
          </span>
        ) : (
          <span className="meta">The ticket is in the outbox.</span>
        )}
        {one.ticket?.movedTo != null && <Follow id={one.id} to={one.ticket.movedTo} />}
        {one.ticket?.url && <Act id="change-ticket" label="Change the ticket" run={run} />}
        <Act id="outbox" label="See the outbox" run={run} />
        <Act id="time" label="Time" run={run} />
        {/* No key: that one means the last act of the desk, on whatever case. */}
        {one.ticket?.number === null && newest !== undefined && (
          <button
            type="button"
            className="button quiet"
            title={newest.summary}
            aria-label={`Undo: ${newest.summary}`}
            onClick={() => ui.undo(newest.id)}
          >
            Undo
          </button>
        )}
      </div>
    );
  }
  const blocked = draft === undefined || draft.problem !== null || draft.found.length > 0;
  const escalated = one.status === 'escalated';
  return (
    <div className="acts">
      {escalated ? (
        <button type="button" className="button primary" aria-disabled={blocked} onClick={() => run('queue-ticket')}>
          Queue ticket <Kbd keys={keysOf('queue-ticket')} />
        </button>
      ) : (
        <Act id="escalate" label="Escalate" run={run} primary />
      )}
      {escalated && <Act id="escalate" label="Other team" run={run} />}
      <Act id="reassign" label="Reassign" run={run} />
      <Act id="respond" label="Respond" run={run} />
      <Act id="out-of-scope" label="Out of scope" run={run} />
      <Act id="time" label="Time" run={run} quiet />
    </div>
  );
}

/** Nothing is sent to another owner until the lead says so. */
function Follow({ id, to }: { id: CaseDetail['id']; to: string }) {
  const follow = useAct('tickets.follow', () => toast(`The desk follows the ticket to ${to}.`));
  return (
    <button type="button" className="button" onClick={() => follow.mutate({ id }, { onError: toastError })}>
      Follow the ticket to {to}
    </button>
  );
}

function Act({
  id,
  label,
  run,
  primary,
  quiet,
}: {
  id: string;
  label: string;
  run: (id: string) => void;
  primary?: boolean;
  quiet?: boolean;
}) {
  return (
    <button
      type="button"
      className={`button${primary ? ' primary' : ''}${quiet ? ' quiet' : ''}`}
      title={commandOf(id)?.title}
      onClick={() => run(id)}
    >
      {label} <Kbd keys={keysOf(id)} />
    </button>
  );
}
