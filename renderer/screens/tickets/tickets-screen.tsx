// Tickets: every open ticket of the desk in one table, sorted and filtered, each with its actions.
import { IconChevronDown, IconChevronUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { OpenTicket } from '../../../electron/contract/desk-tickets-calls.ts';
import { useCall } from '../../bridge/queries.ts';
import { commandOf, keysOf } from '../../commands/catalogue.ts';
import { Kbd } from '../../components/kbd.tsx';
import { SearchField } from '../../components/search-field.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId, useCursor, useScreenList } from '../../state/screen-list.ts';
import { useStored } from '../../state/use-stored.ts';
import { COLUMNS, hasWords, KINDS, type Kind } from './ticket-columns.tsx';
import { useTicketActs } from './use-ticket-acts.ts';
import './tickets.css';
import { keysOf as namesOf } from '../../../electron/core/domain/records.ts';

const ACTS = [
  'ticket-thread',
  'ticket-ask',
  'ticket-escalate',
  'ticket-time',
  'ticket-change',
  'ticket-fixed',
  'thread-case',
  'open-at-github',
] as const;

export function TicketsScreen() {
  const { data, isPending } = useCall('tickets.list', {});
  const [sorted, setSorted] = useStored('tickets-sort', 'next');
  const isReversed = sorted.startsWith(REVERSED);
  const sort = sorted.replace(REVERSED, '');
  /** The list by a column; asked for again it turns round. */
  const sortBy = (id: string) => setSorted(id === sort && !isReversed ? `${REVERSED}${id}` : id);
  const [kind, setKind] = useState<Kind>('all');
  const [words, setWords] = useState('');
  const all = data?.tickets ?? [];
  const rows = all
    .filter((ticket) => KINDS[kind].fits(ticket) && hasWords(ticket, words))
    .map((ticket) => ({ key: ticket.id, ticket }))
    .toSorted(by(sort, isReversed));
  const cursor = useCursor('tickets', rows);
  const acts = useTicketActs(cursor.row?.ticket ?? null);
  useScreenList({
    move: cursor.move,
    open: acts['ticket-thread'] ?? acts['thread-case'] ?? (() => {}),
    acts: {
      ...acts,
      'tickets-sort': () => {
        const at = COLUMNS.findIndex(({ id }) => id === sort);
        setSorted(COLUMNS[(at + 1) % COLUMNS.length]?.id ?? 'next');
      },
      'tickets-turn': () => sortBy(sort),
      'clear-filters': () => {
        setKind('all');
        setWords('');
      },
    },
  });
  return (
    <main className="room wide" aria-busy={isPending}>
      <section className="list tickets">
        <div className="bar">
          <h1>Tickets</h1>
          <SearchField label="Search tickets" words={words} onChange={setWords} />
          <div className="view-chips" role="group" aria-label="Which tickets">
            {namesOf(KINDS).map((one) => (
              <button key={one} type="button" className="chip" aria-pressed={one === kind} onClick={() => setKind(one)}>
                {KINDS[one].name} {all.filter(KINDS[one].fits).length}
              </button>
            ))}
          </div>
        </div>
        <div className="ticket-heads">
          {COLUMNS.map(({ id, head }) => (
            <button
              key={id}
              type="button"
              data-column={id}
              aria-pressed={id === sort}
              title={id === sort ? 'Reverse the order' : `Sort by ${head.toLowerCase()}`}
              onClick={() => sortBy(id)}
            >
              {head}
              {id === sort &&
                (isReversed ? <IconChevronUp size={12} aria-hidden /> : <IconChevronDown size={12} aria-hidden />)}
              {id === sort && isReversed && <span className="visually-hidden">, last first</span>}
            </button>
          ))}
        </div>
        <div
          className="ticket-rows"
          id="cases"
          role="listbox"
          tabIndex={0}
          aria-label="Open tickets"
          aria-activedescendant={cursor.row === null ? undefined : rowId(cursor.row.key)}
        >
          {rows.map((row) => (
            <TicketRow
              key={row.key}
              ticket={row.ticket}
              isChosen={row === cursor.row}
              onClick={() => cursor.choose(row)}
            />
          ))}
          {data !== undefined && rows.length === 0 && (
            <div className="empty" role="option" aria-selected="false" aria-disabled="true">
              <h2>{all.length === 0 ? 'No open tickets' : 'No ticket fits'}</h2>
              <p>
                {all.length === 0
                  ? 'Escalate a case and queue its ticket; it is listed here until its team closes it.'
                  : `None of ${plural(all.length, 'open ticket')} fits the filter; ${keysOf('clear-filters')} clears it.`}
              </p>
            </div>
          )}
        </div>
        <div className="acts ticket-acts" hidden={rows.length === 0}>
          {ACTS.filter((id) => acts[id] !== undefined).map((id) => (
            <button key={id} type="button" className="button" title={commandOf(id)?.title} onClick={acts[id]}>
              <span className="label">{LABELS[id][0]}</span>
              <span className="label short">{LABELS[id][1]}</span> <Kbd keys={keysOf(id)} />
            </button>
          ))}
        </div>
      </section>
    </main>
  );
}

/** Where there is room, and where there is little. */
const LABELS: Readonly<Record<(typeof ACTS)[number], readonly [string, string]>> = {
  'ticket-thread': ['Thread', 'Thread'],
  'ticket-ask': ['Ask for a status', 'Ask'],
  'ticket-escalate': ['Ask the product manager', 'Ask PM'],
  'ticket-time': ['ETA', 'ETA'],
  'ticket-change': ['Change', 'Change'],
  'ticket-fixed': ['The fix is live', 'Fixed'],
  'thread-case': ['Case', 'Case'],
  'open-at-github': ['At GitHub', 'GitHub'],
};

/** Before the name of a column that is sorted last first. */
const REVERSED = '-';

function by(sort: string, isReversed: boolean) {
  const order = COLUMNS.find(({ id }) => id === sort)?.order ?? (() => 0);
  return ({ ticket: a }: { ticket: OpenTicket }, { ticket: b }: { ticket: OpenTicket }) => {
    const [x, y] = [order(a), order(b)];
    const way = x < y ? -1 : x > y ? 1 : a.openedAt - b.openedAt;
    return isReversed ? -way : way;
  };
}

function TicketRow({ ticket, isChosen, onClick }: { ticket: OpenTicket; isChosen: boolean; onClick: () => void }) {
  const { teams, now } = useDeskUi();
  const at = now();
  return (
    <div id={rowId(ticket.id)} className="ticket-row" role="option" aria-selected={isChosen} onClick={onClick}>
      {COLUMNS.map(({ id, show }) => (
        <span key={id} data-column={id}>
          {show(ticket, { teams, now: at })}
        </span>
      ))}
    </div>
  );
}
