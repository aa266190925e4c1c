// The outbox: everything that waits, was sent or needs a person, with the reason and what can be done about it.
import { IconAlertTriangle, IconBan, IconCheck, IconClock, IconHelp, IconSend, IconX } from '@tabler/icons-react';
import type { OutboxEntry, SyncState } from '../../../electron/contract/shapes.ts';
import type { EntryState } from '../../../electron/core/words/outbox.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { Kbd } from '../../parts/kbd.tsx';
import { sayProblem } from '../../parts/say.tsx';
import { Table } from '../../parts/table.tsx';
import { exactTime } from '../../parts/words.ts';
import './outbox.css';

const STATES: Readonly<
  Record<EntryState, { readonly name: string; readonly icon: typeof IconClock; readonly tone: string }>
> = {
  queued: { name: 'Waiting', icon: IconClock, tone: 'soon' },
  sending: { name: 'Sending', icon: IconSend, tone: 'soon' },
  unknown: { name: 'Looking for it', icon: IconHelp, tone: 'due' },
  undecided: { name: 'You decide', icon: IconHelp, tone: 'missed' },
  blocked: { name: 'Blocked', icon: IconBan, tone: 'missed' },
  failed: { name: 'Refused', icon: IconAlertTriangle, tone: 'missed' },
  sent: { name: 'Sent', icon: IconCheck, tone: 'fine' },
  withdrawn: { name: 'Pulled back', icon: IconX, tone: 'met' },
};
const KINDS = {
  'create-issue': 'Open the ticket',
  'move-pipeline': 'Move it',
  'add-comment': 'Comment',
  'post-note': 'Tell the channel',
} as const;

/** GitHub's limits on new issues and comments, and when what waits will have left. */
function Budget({ sync: { budget } }: { sync: SyncState }) {
  const { minute, hour, doneAt } = budget;
  if (hour === 0) return null;
  return (
    <span className="meta">
      <span>{minute} of 80 a minute</span>
      <span>{hour} of 500 an hour</span>
      {doneAt !== null && <span>all sent by {exactTime(doneAt)} at the earliest</span>}
    </span>
  );
}

export function OutboxRoom() {
  const ui = useDeskUi();
  const data = useCall('outbox.list', {}).data;
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>Outbox</h1>
          {data !== undefined && <Budget sync={data.sync} />}
          <button type="button" className="button" onClick={ui.syncNow}>
            Send now <Kbd keys={keysOf('sync')} />
          </button>
        </div>
        {data?.entries.length === 0 && (
          <div className="empty">
            <h2>The outbox is empty</h2>
            <p>Tickets you queue wait here until they are sent, offline too. Each is sent exactly once.</p>
          </div>
        )}
        {data !== undefined && data.entries.length > 0 && (
          <div className="outbox" id="cases" role="region" tabIndex={0} aria-label="Entries">
            <Table heads={['State', 'What', 'Ticket', 'Where', 'When']}>
              {data.entries.map((entry) => (
                <EntryRow key={entry.id} entry={entry} />
              ))}
            </Table>
          </div>
        )}
      </section>
    </main>
  );
}

function EntryRow({ entry }: { entry: OutboxEntry }) {
  const retry = useAct('outbox.retry');
  const withdraw = useAct('outbox.withdraw');
  const { name, icon: Icon, tone } = STATES[entry.state];
  const canRetry =
    ['failed', 'blocked', 'undecided'].includes(entry.state) || (entry.state === 'queued' && entry.nextTryAt !== null);
  const canWithdraw = entry.kind === 'create-issue' && ['queued', 'failed', 'blocked'].includes(entry.state);
  return (
    <tr data-state={entry.state}>
      <td>
        <span className={`time ${tone}`}>
          <Icon size={15} aria-hidden />
          {name}
        </span>
      </td>
      <td>{KINDS[entry.kind]}</td>
      <td>
        <div className="words">{entry.title}</div>
        <div className="meta">{entry.references.join(', ')}</div>
        {entry.reason !== null && (
          <div className={entry.state === 'sent' || entry.state === 'queued' ? 'meta' : 'problem'}>{entry.reason}</div>
        )}
      </td>
      <td>
        {entry.url === null
          ? entry.destination
          : entry.kind === 'create-issue'
            ? `${entry.destination} #${entry.url.split('/').at(-1)}`
            : entry.destination}
      </td>
      <td>{exactTime(entry.sentAt ?? entry.createdAt)}</td>
      <td>
        <span className="row-actions">
          {canRetry && (
            <button
              type="button"
              className="button"
              onClick={() => retry.mutate({ id: entry.id }, { onError: sayProblem })}
            >
              Try now
            </button>
          )}
          {canWithdraw && (
            <button
              type="button"
              className="button"
              onClick={() => withdraw.mutate({ id: entry.id }, { onError: sayProblem })}
            >
              Pull back
            </button>
          )}
        </span>
      </td>
    </tr>
  );
}
