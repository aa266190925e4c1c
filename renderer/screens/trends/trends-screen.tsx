// Trends: problems that several cases tell of, the largest first, and beside them what is known of the chosen one.
import { IconTrendingUp } from '@tabler/icons-react';
import { useState } from 'react';
import type { ProblemRow } from '../../../electron/contract/trend-calls.ts';
import { useAct, useCall } from '../../bridge/queries.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { toast, toastError } from '../../components/toast.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { TrendPane } from './trend-pane.tsx';
import './trends.css';

export function TrendsScreen() {
  const ui = useDeskUi();
  const [all, setAll] = useState(false);
  const [chosenId, choose] = useState<string | null>(null);
  const trends = useCall('trends.list', { all, references: false }).data?.trends;
  const regroup = useAct('trends.regroup', ({ changed }) => toast(`Regrouped; ${plural(changed, 'case')} moved.`));
  const chosen = trends?.find((one) => one.id === chosenId) ?? trends?.[0];
  return (
    <main className="room split">
      <section className="list" aria-label="Trends">
        <div className="bar">
          <h1>Trends</h1>
          <button type="button" className="chip" aria-pressed={!all} onClick={() => setAll(false)}>
            Five or more
          </button>
          <button type="button" className="chip" aria-pressed={all} onClick={() => setAll(true)}>
            All problems
          </button>
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
        {trends?.length === 0 && (
          <div className="empty">
            <h2>No trend</h2>
            <p>When five cases tell of the same problem, it stands here, and you are told.</p>
          </div>
        )}
        <ul className="trends" id="cases" tabIndex={-1} onKeyDown={walk}>
          {trends?.map((trend) => (
            <li key={trend.id}>
              <TrendRow trend={trend} isChosen={trend === chosen} choose={() => choose(trend.id)} />
            </li>
          ))}
        </ul>
      </section>
      <div className="splitter" aria-hidden="true" />
      {chosen === undefined ? (
        <aside className="case" aria-label="Trend" />
      ) : (
        <TrendPane key={chosen.id} id={chosen.id} others={trends ?? []} teams={ui.teams} />
      )}
    </main>
  );
}

/** Arrows go from trend to trend; the one in focus is the chosen one. */
function walk(event: React.KeyboardEvent<HTMLUListElement>): void {
  const by = event.key === 'ArrowDown' || event.key === 'j' ? 1 : event.key === 'ArrowUp' || event.key === 'k' ? -1 : 0;
  if (by === 0) return;
  event.preventDefault();
  const rows = [...event.currentTarget.querySelectorAll('button')];
  const at = rows.indexOf(document.activeElement as HTMLButtonElement);
  rows[Math.max(0, Math.min(rows.length - 1, at + by))]?.focus();
}

function TrendRow({ trend, isChosen, choose }: { trend: ProblemRow; isChosen: boolean; choose: () => void }) {
  const ui = useDeskUi();
  const most = Math.max(1, ...trend.days);
  return (
    <button type="button" className="trend-row" aria-pressed={isChosen} onClick={choose} onFocus={choose}>
      <b>{trend.size}</b>
      <span className="words">{trend.title}</span>
      {(trend.isUrgent || trend.jumps) && (
        <span className="urgent">
          <IconTrendingUp size={14} aria-hidden /> {trend.isUrgent ? 'urgent' : 'jumps'}
        </span>
      )}
      <svg className="spark" viewBox="0 0 70 18" aria-hidden="true">
        {trend.days.map((n, at) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a day has no name but its place
          <rect key={at} x={at * 5} y={18 - (17 * n) / most - 1} width="4" height={(17 * n) / most + 1} />
        ))}
      </svg>
      <TeamChip label={trend.team} teams={ui.teams} />
    </button>
  );
}
