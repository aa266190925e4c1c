// A line of the list of trends: how many cases, what, whether it grows, and its curve.
import { IconMessageCheck, IconTrendingUp } from '@tabler/icons-react';
import type { ProblemRow } from '../../../electron/contract/trend-calls.ts';
import { TeamChip } from '../../components/team-chip.tsx';
import { plural } from '../../components/words.ts';
import { useDeskUi } from '../../desk-ui.ts';
import { rowId } from '../../state/screen-list.ts';

interface TrendRowProps {
  readonly trend: ProblemRow;
  /** Reports over time, on the axis shared by all rows. */
  readonly picture: readonly number[];
  readonly isChosen: boolean;
  readonly choose: () => void;
  readonly open: () => void;
}

const STEP = 3;
const HEIGHT = 18;

export function TrendRow({ trend, picture, isChosen, choose, open }: TrendRowProps) {
  const ui = useDeskUi();
  const most = Math.max(1, ...picture);
  return (
    <div
      id={rowId(trend.id)}
      className="trend-row"
      role="option"
      aria-selected={isChosen}
      onClick={choose}
      onDoubleClick={open}
    >
      <b>
        {trend.size}
        <span className="visually-hidden"> {plural(trend.size, 'case').replace(/^\S+ /, '')}</span>
      </b>
      <span className="words" title={trend.title}>
        {trend.title}
      </span>
      {trend.known !== null && (
        <span className="known" title="It has guidance for agents">
          <IconMessageCheck size={15} aria-hidden />
          <span className="visually-hidden">known</span>
        </span>
      )}
      {(trend.isUrgent || trend.jumps) && (
        <span className="urgent">
          <IconTrendingUp size={14} aria-hidden /> {trend.isUrgent ? 'urgent' : 'jumps'}
        </span>
      )}
      <svg className="spark" viewBox={`0 0 ${picture.length * STEP} ${HEIGHT}`} aria-hidden="true">
        {picture.map((n, at) => {
          const height = n === 0 ? 1 : Math.max(3, (HEIGHT * n) / most);
          const kind = n === 0 ? 'none' : 'some';
          // biome-ignore lint/suspicious/noArrayIndexKey: a stretch of time has no name but its place
          return <rect key={at} className={kind} x={at * STEP} y={HEIGHT - height} width={STEP - 1} height={height} />;
        })}
      </svg>
      <TeamChip label={trend.team} teams={ui.teams} />
    </div>
  );
}
