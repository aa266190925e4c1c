// The queue: undecided cases, least time left first, with the case beside it.
import { IconSearch } from '@tabler/icons-react';
import { useCall } from '../../bridge/queries.ts';
import { keysOf } from '../../commands/catalogue.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { Kbd } from '../../parts/kbd.tsx';
import { CasePane } from '../case/case-pane.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { QueueList } from './queue-list.tsx';
import './queue.css';

export function QueueRoom({ practice }: { practice: boolean }) {
  const ui = useDeskUi();
  const counts = useCall('cases.list', {}).data?.counts;
  const none = counts !== undefined && Object.values(counts).every((count) => count === 0);
  if (none) return <EmptyDesk practice={practice} />;
  return (
    <main className="room">
      <section className="list" aria-label="Cases">
        <h1 className="visually-hidden">Queue</h1>
        <div className="bar">
          <label className="search">
            <IconSearch size={15} aria-hidden />
            <input
              id="search"
              type="search"
              aria-label="Search cases"
              placeholder="Search cases"
              value={ui.search}
              onChange={(event) => ui.setSearch(event.target.value)}
              onKeyDown={(event) => {
                if (event.key === 'Enter' || event.key === 'ArrowDown') {
                  event.preventDefault();
                  document.getElementById('cases')?.focus();
                }
              }}
            />
            <Kbd keys={keysOf('search')} />
          </label>
          {(['undecided', 'all'] as const).map((filter) => (
            <button
              key={filter}
              type="button"
              className="chip"
              aria-pressed={ui.filter === filter}
              onClick={() => ui.setFilter(filter)}
            >
              {filter === 'undecided' ? 'Undecided' : 'All'}
            </button>
          ))}
        </div>
        <QueueList />
      </section>
      <CasePane />
    </main>
  );
}
