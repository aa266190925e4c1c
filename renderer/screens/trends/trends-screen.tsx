// Trends: problems with several cases, largest first, and next to them what is known about the chosen one. Keys move
// through the trends, Enter steps into the cases of one, Escape back.
import { useState } from 'react';
import type { ProblemRow } from '../../../electron/contract/trend-calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { focus } from '../../commands/command.ts';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { rowId, useCursor } from '../../state/screen-list.ts';
import { useSetting } from '../../state/use-setting.ts';
import { onOneAxis } from './axis.ts';
import { TrendDialogs } from './trend-dialogs.tsx';
import { TrendDraft } from './trend-draft.tsx';
import { TrendPane } from './trend-pane.tsx';
import { TrendRow } from './trend-row.tsx';
import './trends.css';

type Shown = 'trends' | 'all' | 'known';
const SHOWN: readonly [Shown, string, string][] = [
  ['trends', 'Trends', ' only'],
  ['all', 'All', ' problems'],
  ['known', 'Known', ' issues'],
];
const NONE: readonly ProblemRow[] = [];

export function TrendsScreen() {
  const [shown, show] = useState<Shown>('trends');
  const { data, isPending } = useCall('trends.list', { all: shown !== 'trends', references: false });
  const listed = data?.trends;
  const trends = shown === 'known' ? listed?.filter(({ known }) => known !== null) : listed;
  const regroup = useAct('trends.regroup', ({ changed }) => toast(`Regrouped; ${plural(changed, 'case')} moved.`));
  const cursor = useCursor(
    'trends',
    (trends ?? NONE).map((trend) => ({ ...trend, key: trend.id })),
  );
  const { row: chosen } = cursor;
  const pictures = onOneAxis(trends ?? NONE);
  return (
    <main className="room split" aria-busy={isPending}>
      <section className="list trends-list" aria-label="Trends">
        <div className="bar">
          <h1>Trends</h1>
          {SHOWN.map(([name, word, rest]) => (
            <button key={name} type="button" className="chip" aria-pressed={shown === name} onClick={() => show(name)}>
              {word}
              <span>{rest}</span>
            </button>
          ))}
          <button
            type="button"
            className="button"
            disabled={regroup.isPending}
            title="What was decided by hand stays"
            onClick={() => regroup.mutate({}, { onError: toastError })}
          >
            Regroup
          </button>
        </div>
        {trends?.length === 0 && <Nothing shown={shown} />}
        <div
          className="trends"
          id="cases"
          role="listbox"
          tabIndex={0}
          aria-label="Problems, the largest first"
          aria-activedescendant={chosen === null ? undefined : rowId(chosen.key)}
        >
          {trends?.map((trend, at) => (
            <TrendRow
              key={trend.id}
              trend={trend}
              picture={pictures[at] ?? []}
              isChosen={trend.id === chosen?.id}
              choose={() => cursor.choose({ ...trend, key: trend.id })}
              open={() => focus('trend-cases')}
            />
          ))}
        </div>
      </section>
      <div className="splitter" aria-hidden="true" />
      {chosen === null ? (
        <aside className="case" aria-label="Trend" />
      ) : (
        <TrendPane key={chosen.id} id={chosen.id} moveTrend={cursor.move} />
      )}
      <TrendDialogs />
      <TrendDraft />
    </main>
  );
}

function Nothing({ shown }: { shown: Shown }) {
  const [rule] = useSetting('trendRule');
  return shown === 'known' ? (
    <div className="empty">
      <h2>No known issue</h2>
      <p>Problems with guidance for agents are listed here while they last, ready to copy.</p>
    </div>
  ) : (
    <div className="empty">
      <h2>No trend</h2>
      <p>
        When {rule === undefined ? 'enough' : rule.count} cases have the same problem, it is listed here, and you are
        notified.
      </p>
    </div>
  );
}
