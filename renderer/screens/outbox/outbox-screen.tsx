// The outbox: everything that waits, was sent or needs a person, with the reason and what can be done about it.
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Table } from '../../components/table.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { EntryRow } from './entry-row.tsx';
import { Budget, HowSendingStands } from './sending.tsx';
import './outbox.css';

export function OutboxScreen() {
  const ui = useDeskUi();
  const data = useCall('outbox.list', {}).data;
  const retryAll = useAct('outbox.retryAll', ({ retried }) =>
    toast(`${plural(retried, 'entry', 'entries')} sent again; the others need you one by one.`),
  );
  return (
    <main className="room wide">
      <section className="list">
        <div className="bar">
          <h1>Outbox</h1>
          {data !== undefined && <Budget sync={data.sync} />}
          {(data?.sync.attention ?? 0) > 1 && (
            <button type="button" className="button" onClick={() => retryAll.mutate({}, { onError: toastError })}>
              Try all again
            </button>
          )}
          <button type="button" className="button" onClick={ui.syncNow}>
            Send now <Kbd keys={keysOf('sync')} />
          </button>
        </div>
        {data !== undefined && <HowSendingStands sync={data.sync} />}
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
