// The buttons under a case, on one line. The first one is what the case needs next; what has no room is in the menu at the
// end, so that the line never grows and moves what is above it.
import { Menu } from '@mantine/core';
import { IconDots } from '@tabler/icons-react';
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
      <div className="acts" data-many="true">
        {one.ticket?.url ? (
          <span className="meta" title={`#${one.ticket.number} in ${one.ticket.repository}`}>
            Ticket <b>#{one.ticket.number}</b> in {one.ticket.repository}
            {one.ticket.pipeline && <span>Pipeline: {one.ticket.pipeline}</span>}
          </span>
        ) : (
          <span className="meta">The ticket is in the outbox.</span>
        )}
        {one.ticket?.movedTo != null && <Follow id={one.id} to={one.ticket.movedTo} />}
        {one.ticket?.url && <Act id="change-ticket" label="Change the ticket" run={run} rank="soon" />}
        <Act id="outbox" label="See the outbox" run={run} rank="late" />
        <Act id="time" label="Time" run={run} rank="late" />
        {/* No key: that one means the last act of the desk, on whatever case. */}
        {one.ticket?.number === null && newest !== undefined && (
          <button
            type="button"
            className="button quiet"
            title={newest.summary}
            aria-label={`Undo: ${newest.summary}`}
            onClick={() => ui.undo(newest.actId)}
          >
            Undo
          </button>
        )}
        <More
          acts={{
            ...(one.ticket?.url && { 'change-ticket': 'Change the ticket' }),
            outbox: 'See the outbox',
            time: 'Time',
          }}
          run={run}
        />
      </div>
    );
  }
  const blocked = draft === undefined || draft.problem !== null || draft.found.length > 0;
  const escalated = one.status === 'escalated';
  return (
    <div className="acts" data-many={escalated}>
      {escalated ? (
        <button type="button" className="button primary" aria-disabled={blocked} onClick={() => run('queue-ticket')}>
          Queue ticket <Kbd keys={keysOf('queue-ticket')} />
        </button>
      ) : (
        <Act id="escalate" label="Escalate" run={run} primary />
      )}
      {escalated && <Act id="escalate" label="Other team" run={run} />}
      <Act id="reassign" label="Reassign" run={run} rank="soon" />
      <Act id="respond" label="Respond" run={run} rank="soon" />
      <Act id="out-of-scope" label="Out of scope" run={run} rank="late" />
      <Act id="time" label="Time" run={run} quiet rank="late" />
      <More
        acts={{
          escalate: escalated ? 'Other team' : 'Escalate',
          reassign: 'Reassign',
          respond: 'Respond',
          'out-of-scope': 'Out of scope',
          time: 'Time',
        }}
        run={run}
      />
    </div>
  );
}

/** Every act of the line, by the id of its command. */
function More({ acts, run }: { acts: Readonly<Record<string, string>>; run: (id: string) => void }) {
  return (
    <Menu position="top-end" transitionProps={{ duration: 0 }} withInitialFocusPlaceholder={false}>
      <Menu.Target>
        <button type="button" className="button more" aria-label="More acts" title="Every act for this case">
          <IconDots size={15} aria-hidden />
        </button>
      </Menu.Target>
      <Menu.Dropdown>
        {Object.entries(acts).map(([id, label]) => (
          <Menu.Item key={id} rightSection={<Kbd keys={keysOf(id)} />} onClick={() => run(id)}>
            {label}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
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
  rank,
}: {
  id: string;
  label: string;
  run: (id: string) => void;
  primary?: boolean;
  quiet?: boolean;
  /** Left to the menu where there is little room, or less than that. */
  rank?: 'soon' | 'late';
}) {
  return (
    <button
      type="button"
      className={`button${primary ? ' primary' : ''}${quiet ? ' quiet' : ''}`}
      data-rank={rank}
      title={commandOf(id)?.title}
      onClick={() => run(id)}
    >
      {label} <Kbd keys={keysOf(id)} />
    </button>
  );
}
