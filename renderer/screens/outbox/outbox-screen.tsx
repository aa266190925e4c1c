// The outbox: what needs a person first, then what is pending, then the latest of what was sent.
import { Fragment, useState } from 'react';
import type { OutboxEntry, SyncState } from '../../../electron/contract/schemas.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { Table } from '../../components/table.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId, useCursor, useScreenList } from '../../state/screen-list.ts';
import { EntryRow } from './entry-row.tsx';
import { HowSendingStands, SentLately } from './sending.tsx';
import './outbox.css';

export function OutboxScreen() {
  const ui = useDeskUi();
  const { data, isPending } = useCall('outbox.list', {});
  const [isWhole, setWhole] = useState(false);
  const sections = sectionsOf(data?.entries ?? [], isWhole);
  const rows = sections.flatMap(({ entries }) => entries.map(({ id }) => ({ key: id })));
  const cursor = useCursor('outbox', rows);
  useScreenList({
    move: cursor.move,
    // The first action takes focus and requires its own Enter, so that one key press too many does nothing.
    open: () => document.querySelector<HTMLElement>(`#${rowId(cursor.row?.key ?? '')} button`)?.focus(),
    acts: { 'outbox-history': () => setWhole(!isWhole) },
  });
  const retryAll = useAct('outbox.retryAll', ({ retried }) =>
    toast(`${plural(retried, 'entry', 'entries')} sent again; the others need you one by one.`),
  );
  return (
    <main className="room wide" aria-busy={isPending}>
      <section className="list">
        <div className="bar">
          <h1>Outbox</h1>
          {data !== undefined && <SentLately sync={data.sync} />}
          {(data?.sync.attention ?? 0) > 1 && (
            <button type="button" className="button" onClick={() => retryAll.mutate({}, { onError: toastError })}>
              Try all again
            </button>
          )}
          <button type="button" className="button" disabled={data?.sync.waiting === 0} onClick={ui.syncNow}>
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
            <Table heads={['State', 'What', 'Ticket', 'When']}>
              {sections.map(({ name, entries, folded }) => (
                <Fragment key={name}>
                  <tr className="section">
                    <th colSpan={5} scope="rowgroup">
                      {name} <span>{entries.length + folded}</span>
                    </th>
                  </tr>
                  {entries.map((entry) => (
                    <EntryRow
                      key={entry.id}
                      entry={entry}
                      isChosen={entry.id === cursor.row?.key}
                      canLeave={leaves(data.sync)}
                    />
                  ))}
                  {(folded > 0 || (isWhole && name === SENT)) && (
                    <tr>
                      <td colSpan={5}>
                        <button type="button" className="button quiet" onClick={() => setWhole(!isWhole)}>
                          {folded > 0 ? `Show ${folded} older` : 'Fold the older'}{' '}
                          <Kbd keys={keysOf('outbox-history')} />
                        </button>
                      </td>
                    </tr>
                  )}
                </Fragment>
              ))}
            </Table>
          </div>
        )}
      </section>
    </main>
  );
}

/** Whether what waits leaves when its delay is over. */
function leaves({ signedIn, online, limitedUntil }: SyncState): boolean {
  return signedIn && online !== false && limitedUntil === null;
}

const SENT = 'Sent or pulled back';
/** How many finished entries are shown. */
const OPEN = 8;
const NEEDS: ReadonlySet<OutboxEntry['state']> = new Set(['undecided', 'blocked', 'failed']);
const DONE: ReadonlySet<OutboxEntry['state']> = new Set(['sent', 'withdrawn']);

interface Section {
  readonly name: string;
  readonly entries: readonly OutboxEntry[];
  /** How many more there are that are not shown. */
  readonly folded: number;
}

function sectionsOf(all: readonly OutboxEntry[], isWhole: boolean): Section[] {
  const needing = all.filter(({ state }) => NEEDS.has(state));
  const waiting = all.filter(({ state }) => !NEEDS.has(state) && !DONE.has(state));
  const done = all.filter(({ state }) => DONE.has(state));
  const shown = isWhole ? done : done.slice(0, OPEN);
  return [
    { name: 'Needs your decision', entries: needing, folded: 0 },
    { name: 'On their way', entries: waiting, folded: 0 },
    { name: SENT, entries: shown, folded: done.length - shown.length },
  ].filter(({ entries }) => entries.length > 0);
}
