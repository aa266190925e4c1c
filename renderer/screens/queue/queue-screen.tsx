// The queue: a view of the cases, least time left first, with the chosen case next to it.

import { Splitter } from '../../components/splitter.tsx';
import { useDeskUi } from '../../desk-ui.ts';
import { CasePane } from '../case/case-pane.tsx';
import { EmptyDesk } from './empty-desk.tsx';
import { ListBar } from './list-bar.tsx';
import { QueueHeads } from './queue-heads.tsx';
import { QueueList } from './queue-list.tsx';
import './queue.css';

export function QueueScreen({ practice }: { practice: boolean }) {
  const { list, isSplit } = useDeskUi();
  if (list.counts !== undefined && Object.values(list.counts).every((count) => count === 0))
    return <EmptyDesk practice={practice} />;
  return (
    <main className={isSplit ? 'room split' : 'room wide'} aria-busy={!list.isLoaded}>
      <section className="list" aria-label="Cases">
        <h1 className="visually-hidden">Queue</h1>
        <ListBar />
        <QueueHeads />
        <QueueList />
      </section>
      {isSplit && <Splitter />}
      {isSplit && <CasePane />}
    </main>
  );
}
